"""Serve the app to phones in the same network: `python -m tools.phone`, which `make phone` calls.

A browser keeps an app on the phone only if it comes by HTTPS. So Caddy stands in front of the server with an authority
of its own, and a page without TLS, on the next port, hands phones the certificate of that authority.

| variable    | default       | meaning                                                               |
|-------------|---------------|-----------------------------------------------------------------------|
| `PORT`      | `8443`        | the port of the app; the page with the certificate is on the next one |
| `HOST`      | each address  | one address of this computer, or a name by which phones find it       |
| `AUTHORITY` | `.data/phone` | the folder in which the authority is kept, and what it has signed     |
"""

import hashlib
import io
import os
import re
import shutil
import signal
import socket
import ssl
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from string import Template

import segno

from interview_exit.serve import answers, claim_port
from interview_exit.settings import Settings, SettingsError, load
from tools import beside, caddy, network
from tools.beside import Program
from tools.commands import BIN, LOGS, ROOT, SetupError
from tools.progress import timed

NO_NETWORK = (
    "This computer is in no network in which a phone could reach it. Join one, such as your Wi-Fi, and type make phone "
    "again; or name an address yourself: make phone HOST=192.168.1.2"
)
PAGE = ROOT / "tools" / "phone.html"
TOKENS = ROOT / "assets" / "styles" / "tokens.css"
CERTIFICATE = "notes.crt"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.IGNORECASE | re.ASCII)
SITES = """
{app} {{
    {bind}
    tls internal
    reverse_proxy 127.0.0.1:{inside}
}}
{page} {{
    {bind}
    root * "{folder}"
    header Cache-Control no-store
    header /{certificate} Content-Type application/x-x509-ca-cert
    redir /app {app}
    file_server
}}
"""
TOLD = """\
Ready: {page}
Open that on a phone in the same network, or point its camera here:

{code}
It gives the phone a certificate, once, and leads to the app: {app}
{others}
The certificate's fingerprint (SHA-256), to compare with what the phone shows:
{fingerprint}

Only devices in this network reach it, and only while this runs. What a phone
has kept of the app works anywhere, without this computer. Ctrl-C stops it.
"""


@dataclass(frozen=True)
class Place:
    """Where phones find what; `hosts` with the interface of each, or nothing."""

    hosts: Mapping[str, str]
    port: int
    folder: Path

    def app(self, host: str) -> str:
        """Return the address of the app."""
        return f"https://{_spelled(host)}:{self.port}"

    def page(self, host: str) -> str:
        """Return the address of the page with the certificate."""
        return f"http://{_spelled(host)}:{self.port + 1}"

    @property
    def page_folder(self) -> Path:
        """Where that page lies: of the authority's folder the only part that is handed out."""
        return self.folder / "page"


def main() -> None:
    """Serve until told to stop."""
    # Whoever closes the terminal or ends this process ends the others, too.
    for name in SIGNALS:
        signal.signal(name, end)
    try:
        place = read(os.environ)
        claim(place)
        serve(place)
    except (SettingsError, SetupError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"{error.filename} can't be used ({error.strerror})")
    except KeyboardInterrupt:
        print("\nStopped.")


def end(how: int, _frame: object) -> None:
    """End this process as one that has done what it should.

    Once: `make` passes on what a terminal has sent already, and a second time would come between ending the others.
    """
    for name in SIGNALS:
        signal.signal(name, signal.SIG_IGN)
    if how == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit()


def read(environ: Mapping[str, str]) -> Place:
    """Return the place that the environment names.

    Raises:
        SettingsError: If a value can't work; the message names its variable.
        SetupError: If there is no address that a phone could reach.
    """
    port = load({"PORT": environ.get("PORT") or "8443"}).port
    if port == 65535:
        raise SettingsError("PORT must be 65534 or less: the page with the certificate is on the next one")
    host = environ.get("HOST", "").strip()
    if host and not (_is_address(host) or NAME.fullmatch(host)):
        raise SettingsError(f"HOST must be an address of this computer, or a name that it has, not {host!r}")
    hosts = network.addresses() if host in {"", "0.0.0.0", "::"} else {host: ""}  # noqa: S104, as make run has it
    if not hosts:
        raise SetupError(NO_NETWORK)
    return Place(hosts, port, Path(environ.get("AUTHORITY") or ROOT / ".data" / "phone").absolute())


def claim(place: Place) -> None:
    """Stop with a sentence if a port is taken."""
    for host in place.hosts:
        for port in (place.port, place.port + 1):
            claim_port(host if _is_address(host) else "", port, "make phone PORT=9443")


def serve(place: Place) -> None:
    """Serve, and say where once it answers.

    Raises:
        SetupError: If a program does not start, or ends.
    """
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        inside = load({"PORT": str(free.getsockname()[1])})
    with server(inside) as app, caddy.started(sites(place, inside), place.folder, LOGS / "caddy.log") as front:
        with timed("Starting"):
            app.until(lambda: answers(inside))
            front.until(lambda: all(is_trusted(place, host) for host in place.hosts))
        hand_out(place)
        print(told(place), end="", flush=True)
        os.wait()
        for program in (app, front):
            program.check()


def server(inside: Settings) -> AbstractContextManager[Program]:
    """Run the server, for this computer alone."""
    # No HSTS: under the same name the page with the certificate has to be reached without TLS.
    ours = {"HOST": inside.host, "PORT": str(inside.port), "PROXIES": "127.0.0.1", "HSTS_SECONDS": "0"}
    command = [BIN / "python", "-m", "interview_exit.serve"]
    return beside.started("The server", command, os.environ | ours, LOGS / "phone.log")


def sites(place: Place, inside: Settings) -> str:
    """Return what Caddy serves: for each address the app, and the page with the certificate."""
    return "".join(
        SITES.format(
            app=place.app(host),
            page=place.page(host),
            bind=f"bind {host}" if _is_address(host) else "",
            inside=inside.port,
            folder=place.page_folder,
            certificate=CERTIFICATE,
        )
        for host in place.hosts
    )


def is_trusted(place: Place, host: str) -> bool:
    """Return whether the app is served there to whoever trusts the authority."""
    try:
        trust = ssl.create_default_context(cafile=str(caddy.root(place.folder)))
        reached = (host if _is_address(host) else "127.0.0.1", place.port)
        with socket.create_connection(reached, 5) as plain, trust.wrap_socket(plain, server_hostname=host):
            return True
    except OSError:
        return False


def hand_out(place: Place) -> None:
    """Put the certificate and the page that goes with it where Caddy hands them out: that, and nothing beside it."""
    place.page_folder.mkdir(exist_ok=True)
    shutil.copyfile(caddy.root(place.folder), place.page_folder / CERTIFICATE)
    tokens = TOKENS.read_text(encoding="utf-8")
    page = Template(PAGE.read_text(encoding="utf-8")).substitute(tokens=tokens, certificate=CERTIFICATE)
    (place.page_folder / "index.html").write_text(page, encoding="utf-8")


def told(place: Place) -> str:
    """Return what the terminal shows."""
    first, *others = place.hosts
    also = [f"Also at {place.page(host)} ({place.hosts[host]})\n" for host in others]
    return TOLD.format(
        page=place.page(first),
        app=place.app(first),
        code=code(place.page(first)),
        others="".join(also),
        fingerprint=fingerprint(caddy.root(place.folder)),
    )


def code(address: str) -> str:
    """Return a QR code, in a terminal as black on white whatever its colours are."""
    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, border=2, compact=True)
    if not sys.stdout.isatty():
        return drawn.getvalue()
    *rows, last = drawn.getvalue().splitlines()
    # Of the last only the upper half is drawn.
    return "".join(f"\x1b[97;40m{row}\x1b[0m\n" for row in rows) + f"\x1b[97m{last}\x1b[0m\n"


def fingerprint(certificate: Path) -> str:
    """Return the hash of a certificate as phones spell it, in two lines."""
    body = ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))
    digest = hashlib.sha256(body).digest()
    return "\n".join(f"    {half.hex(':').upper()}" for half in (digest[:16], digest[16:]))


def _is_address(host: str) -> bool:
    with suppress(ValueError):
        # As settings.py has it: no address with a zone.
        return bool(ip_address(host.replace("%", "/")))
    return False


def _spelled(host: str) -> str:
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    main()
