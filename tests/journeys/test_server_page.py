"""The one page that talks to the server's State: what it shows, when it is connected, and that no other page is."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from interview_exit import routes
from interview_exit.pages.server_state import LOOK_SECONDS
from interview_exit.texts import labels, vault
from interview_exit.texts import server as texts
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate
from tests.support.devices import Axe, device
from tests.support.proxy import Wire, unplugged
from tests.support.site import ROOT
from tests.support.vaults import Owner

CANARY = "Zanzibarquux"
SYNC_MS = 10_000
"""It takes under two seconds (benchmarks/arrival.py); a starved browser may take longer."""
BYTES = """(name) => [...document.querySelectorAll(".fact")].some((fact) =>
    fact.textContent.startsWith(name) && Number(fact.querySelector("dd").textContent) >= 256)"""


class Sockets:
    """Counts the websockets that a page opens; Playwright's own event misses some."""

    def __init__(self, page: Page) -> None:
        self.opened: list[str] = []
        self.frames: list[str] = []
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.webSocketCreated", lambda event: self.opened.append(event["url"]))
        for direction in ("Sent", "Received"):
            session.on(f"Network.webSocketFrame{direction}", self._note)

    def _note(self, event: Any) -> None:  # noqa: ANN401, whatever the browser tells
        self.frames.append(event["response"]["payloadData"])


@pytest.fixture
def owner(phone: Page) -> Owner:
    """Somebody whose history is synced."""
    owner = Owner(phone).opens_devices()
    owner.words = owner.switches_on()
    return owner


@pytest.fixture
def second(chromium: Browser, site: str) -> Iterator[Owner]:
    """Their other device, which has not joined."""
    with device(chromium, PHONE, site) as page:
        yield Owner(page)


def live_records(page: Page) -> Any:  # noqa: ANN401, a locator
    return page.locator(".fact").filter(has_text=texts.LIVE).locator("dd").first


def test_page_shows_all_that_the_server_holds_and_hears_of_other_devices(owner: Owner, second: Owner, axe: Axe) -> None:
    phone = owner.page
    sockets = Sockets(phone)
    phone.get_by_role("link", name=texts.TITLE).click()
    expect(live_records(phone)).to_have_text("0")
    assert axe(phone) == []
    history = phone.context.new_page()
    beside = Sockets(history)
    history.goto(routes.HISTORY)

    second.opens_devices().joins(owner.words)
    second.open_app()
    second.tap("pay")
    second.pressed("pay")
    second.open_words()
    second.page.get_by_text(labels.NAMES).click()
    second.writes(labels.COMPANY, CANARY)
    second.goes_back()
    second.end("left")
    expect(live_records(phone)).not_to_have_text("0", timeout=SYNC_MS)
    phone.wait_for_function(BYTES, arg=texts.SIZE)
    assert len(sockets.opened) == 1
    assert sockets.frames
    assert not [frame for frame in sockets.frames if CANARY in frame]

    # What the server told of has been fetched, too, and is on the screen wherever it belongs.
    expect(history.get_by_text(CANARY)).to_be_visible(timeout=SYNC_MS)
    assert beside.opened == []


def test_an_interview_closes_the_connection(owner: Owner) -> None:
    phone = owner.page
    phone.goto(routes.SERVER)
    expect(live_records(phone)).to_have_text("0")
    sockets = Sockets(phone)
    interview = Candidate(phone.context.new_page())
    interview.open_app()
    interview.tap("pay")
    expect(phone.get_by_text(texts.PAUSED)).to_be_visible()
    assert sockets.opened == []
    interview.end("left")
    expect(live_records(phone)).to_be_visible()
    assert len(sockets.opened) == 1


def test_page_lives_again_after_the_connection_was_lost(owner: Owner, chromium: Browser, counting_proxy: Wire) -> None:
    with device(chromium, PHONE, counting_proxy.url) as page:
        Owner(page).opens_devices().joins(owner.words)
        page.goto(routes.SERVER)
        expect(live_records(page)).to_have_text("0")
        with unplugged(counting_proxy):
            # Until the server has noticed, too.
            page.wait_for_timeout(3000 * LOOK_SECONDS)
        owner.open_app()
        owner.tap("pay")
        owner.end("left")
        expect(live_records(page)).not_to_have_text("0", timeout=SYNC_MS)


def test_nothing_of_a_visit_is_written_down(owner: Owner) -> None:
    phone, began = owner.page, time.time()
    phone.goto(routes.SERVER)
    expect(live_records(phone)).to_have_text("0")
    name = phone.locator(".fact").filter(has_text=texts.NAME).locator("code").inner_text()
    phone.goto(routes.ABOUT)
    # As long as Reflex would take to write what it has put off.
    phone.wait_for_timeout(3000)
    assert [path for path, content in written_since(began) if name.encode() in content] == []
    assert not (ROOT / ".states").exists()


def written_since(moment: float) -> Iterator[tuple[Path, bytes]]:
    """Read the project's own files that were written since; other tests may take theirs away meanwhile."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in (".git", ".venv", "node_modules")]
        for path in (Path(folder, name) for name in names):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime >= moment:
                    yield path, path.read_bytes()


def test_a_vault_that_is_gone_is_said_to_be(owner: Owner, second: Owner) -> None:
    second.opens_devices().joins(owner.words)
    second.page.goto(routes.SERVER)
    expect(live_records(second.page)).to_have_text("0")
    owner.unfolds(vault.STOP)
    owner.press(vault.STOP_DELETE)
    expect(second.page.get_by_text(texts.REFUSED["vault_gone"])).to_be_visible()


def test_page_says_so_when_sync_is_off_and_opens_no_connection(phone: Page) -> None:
    sockets = Sockets(phone)
    phone.goto(routes.SERVER)
    expect(phone.get_by_text(texts.OFF)).to_be_visible()
    for route in (routes.LIVE, routes.HISTORY, routes.DEVICES, routes.ABOUT):
        phone.goto(route)
        expect(phone.locator("main")).to_be_visible()
    assert sockets.opened == []
