"""`make phone`, as a phone meets it: a certificate from a page, trusted once, and then an app that stays."""

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Error, Page, Playwright, expect

from interview_exit import routes
from tests.support.browsers import PHONE, ColdStart
from tests.support.devices import Axe, kept_offline
from tests.support.site import ROOT, make_run
from tests.support.trust import mapped, trust, trusting_chromium
from tests.support.vaults import Owner
from tests.test_commands import sessions_processes
from tests.test_docs_commands import until
from tools import network

NAME = "notes.example"
LAST = "Ctrl-C"
GET, OPEN = "Get the certificate", "Open the notes"


def is_free(port: int) -> bool:
    """Return whether nobody has it."""
    with suppress(OSError), socket.create_server(("", port)):
        return True
    return False


@pytest.fixture
def port() -> int:
    """A port with a free one next to it, below those that any connection on this machine may be given meanwhile."""
    first = 20_000 + os.getpid() % 5_000 * 2
    return next(port for port in range(first, 32_000, 2) if is_free(port) and is_free(port + 1))


@pytest.fixture
def variables(port: int, tmp_path: Path) -> dict[str, str]:
    """The environment of somebody whose phone finds this computer under a name."""
    database = f"sqlite:///{tmp_path}/sealed.db"
    return {"HOST": NAME, "PORT": str(port), "AUTHORITY": str(tmp_path / "authority"), "DATABASE_URL": database}


@pytest.fixture
def stranger(playwright: Playwright, tmp_path: Path) -> Iterator[Browser]:
    """A browser that trusts nothing of ours yet."""
    with trusting_chromium(playwright, tmp_path / "stranger", NAME) as browser:
        yield browser


def read_code(lines: list[str]) -> str:
    """Read the QR code in the terminal as a camera does: each character is two squares, one above the other."""
    rows = [line for line in lines if re.fullmatch("[█▀▄ ]{20,}", line)]
    halves = [[(char in "█▀", char in "█▄") for char in row] for row in rows]
    squares = [bytes(255 * square[half] for square in row) for row in halves for half in (0, 1)]
    picture = Image.frombytes("L", (len(squares[0]), len(squares)), b"".join(squares))
    [code] = zxingcpp.read_barcodes(picture.resize((picture.width * 8, picture.height * 8), Image.Resampling.NEAREST))
    return code.text


def fingerprint(lines: list[str]) -> str:
    return (
        "".join(re.findall(r"^    ((?:[0-9A-F]{2}:?){16})$", "\n".join(lines), re.MULTILINE)).replace(":", "").lower()
    )


def get_certificate(page: Page, folder: Path) -> Path:
    """Get the certificate from the page that hands it out."""
    with page.expect_download() as download:
        page.get_by_role("link", name=GET).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def is_handed_out(lines: list[str], stranger: Browser, folder: Path, axe: Axe) -> tuple[str, Path]:
    """Open what the terminal shows, and return its address and the certificate."""
    [address] = [line.removeprefix("Ready: ") for line in lines if line.startswith("Ready: ")]
    assert read_code(lines) == address
    page = stranger.new_page(**PHONE)
    page.goto(address)
    assert axe(page) == []
    certificate = get_certificate(page, folder)
    assert sha256(ssl.PEM_cert_to_DER_cert(certificate.read_text())).hexdigest() == fingerprint(lines)
    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        page.goto(f"{address}/app")
    return address, certificate


def notes_and_syncs(page: Page, address: str) -> tuple[str, list[str]]:
    """Open the app from that page, note an interview, switch sync on, and return the app's address and the words."""
    page.goto(address)
    page.get_by_role("link", name=OPEN).click()
    owner = Owner(page)
    owner.waits_until_alive()
    app = page.url.rstrip("/")
    kept_offline(page)
    owner.tap("rude")
    owner.end("left")
    owner.open_app(f"{app}{routes.DEVICES}")
    return app, owner.switches_on()


def ends(process: subprocess.Popen[str], how: signal.Signals) -> str:
    """End it as a terminal does, and return what it still says; nothing that it started is left."""
    os.killpg(process.pid, how)
    said, _ = process.communicate(timeout=20)
    # What the same signal has ended may be on its way out.
    until(lambda: sessions_processes(process.pid) == [])
    return said


@pytest.mark.usefixtures("site")
def test_a_phone_that_trusts_the_certificate_keeps_the_app_and_is_in_step(
    variables: dict[str, str],
    stranger: Browser,
    cold_start: ColdStart,
    playwright: Playwright,
    tmp_path: Path,
    axe: Axe,
) -> None:
    with make_run("phone", LAST, **variables) as (process, lines):
        assert LAST in lines[-1], lines
        address, certificate = is_handed_out(lines, stranger, tmp_path, axe)
        trusting = {"env": trust(tmp_path / "home", certificate), "args": [mapped(NAME)]}
        app, words = notes_and_syncs(cold_start(**trusting), address)
        with trusting_chromium(playwright, tmp_path / "other", NAME, certificate) as other:
            laptop = Owner(other.new_page(base_url=app)).opens_devices()
            laptop.joins(words)
            laptop.open_app(routes.SERVER)
            expect(laptop.page.locator(".fact").first).to_be_visible()
        assert ends(process, signal.SIGINT).strip() == "Stopped."
    owner = Owner(cold_start(**trusting))
    owner.open_app(f"{app}{routes.HISTORY}")
    expect(owner.interviews()).to_have_count(1)
    assert (address, app) == (f"http://{NAME}:{int(variables['PORT']) + 1}", f"https://{NAME}:{variables['PORT']}")


@pytest.mark.usefixtures("site")
def test_authority_is_kept_for_the_next_time_and_from_everybody_else(variables: dict[str, str]) -> None:
    shown = set()
    for how in (signal.SIGTERM, signal.SIGHUP):
        with make_run("phone", LAST, **variables) as (process, lines):
            shown.add(fingerprint(lines))
            ends(process, how)
    assert len(shown) == 1
    folder = Path(variables["AUTHORITY"])
    keys = list(folder.rglob("*.key"))
    assert {path.stat().st_mode & 0o777 for path in keys} == {0o600}
    assert len(keys) == 3
    assert folder.stat().st_mode & 0o777 == 0o700


def phone(*prefix: str, **variables: str) -> tuple[int, str]:
    """Run it, where it can't."""
    command = [*prefix, sys.executable, "-m", "tools.phone"]
    environ = os.environ | variables
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"PORT": "http"}, "PORT must be a number from 1 to 65535, not 'http'"),
        ({"PORT": "65535"}, "PORT must be 65534 or less: the page with the certificate is on the next one"),
        ({"HOST": "my laptop"}, "HOST must be an address of this computer, or a name that it has, not 'my laptop'"),
        ({"HOST": "a..b"}, "HOST must be an address of this computer, or a name that it has, not 'a..b'"),
        ({"HOST": "203.0.113.9"}, "HOST 203.0.113.9 is no address of this machine"),
        ({"AUTHORITY": "/proc/none"}, "/proc/none can't be used (No such file or directory)"),
        ({"DATABASE_URL": "mysql://me@db/notes"}, "The server has stopped: DATABASE_URL must look like"),
    ],
    ids=["port", "no port left", "host", "no name", "another machine's", "no folder", "database"],
)
def test_what_cannot_work_is_said_in_a_sentence(
    wrong: dict[str, str], sentence: str, variables: dict[str, str]
) -> None:
    code, said = phone(**(variables | wrong))
    assert (code, said.count("\n")) == (1, 1)
    assert said.startswith(sentence)


@pytest.mark.parametrize("which", [0, 1])
def test_taken_port_is_named(which: int, variables: dict[str, str]) -> None:
    taken = int(variables["PORT"]) + which
    with socket.create_server(("", taken)):
        said = f"PORT {taken} can't be used (Address already in use); try another: make phone PORT=9443\n"
        assert phone(**variables) == (1, said)


def test_computer_that_is_in_no_network_is_told_so() -> None:
    alone = ("unshare", "--map-root-user", "--net")
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody have a network of their own: unshare --net is refused")
    code, said = phone(*alone, HOST="")
    assert code == 1
    assert said.startswith("This computer is in no network in which a phone could reach it. Join one")


def test_each_address_is_one_at_which_others_reach_this_computer() -> None:
    for address in network.addresses():
        assert not address.startswith("127.")
        socket.create_server((address, 0)).close()
