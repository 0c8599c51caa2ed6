"""What the server sees: shown from its own answers, kept up to date, and honest about a missing one."""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from interview_exit import routes
from interview_exit.words.texts import devices as vault
from interview_exit.words.texts import labels
from interview_exit.words.texts import server as texts
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate
from tests.support.devices import Axe, device
from tests.support.proxy import Wire, unplugged
from tests.support.site import ROOT
from tests.support.vaults import NOTHING, Owner

CANARY = "Zanzibarquux"
SYNC_MS = 10_000
"""It takes under two seconds (benchmarks/arrival.py); a starved browser may take longer."""
LOOKING = re.compile(r"/vaults/[\w-]{20}$|&limit=1$")
"""What this page asks, unlike syncing, which goes on by itself."""
BYTES = """(name) => [...document.querySelectorAll(".fact")].some((fact) =>
    fact.textContent.startsWith(name) && Number(fact.querySelector("dd").textContent) >= 256)"""


class Asked:
    """What a page asks of the API from now on."""

    def __init__(self, page: Page) -> None:
        self.paths: list[str] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if "/api/" in request.url:
            self.paths.append(request.url)


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


def again(page: Page) -> Any:  # noqa: ANN401, a locator
    return page.get_by_role("button", name=texts.AGAIN)


def test_page_shows_all_that_the_server_holds_and_hears_of_other_devices(owner: Owner, second: Owner, axe: Axe) -> None:
    phone = owner.page
    said: list[str] = []
    phone.context.on("request", lambda request: said.append(f"{request.url} {request.post_data}"))
    phone.get_by_role("link", name=texts.TITLE).click()
    expect(live_records(phone)).to_have_text(NOTHING)
    assert axe(phone) == []
    history = phone.context.new_page()
    history.goto(routes.HISTORY)

    second.opens_devices().joins(owner.words)
    second.open_app()
    second.tap("pay")
    second.pressed("pay")
    second.opens_details()
    second.page.get_by_text(labels.NAMES).click()
    second.writes(labels.COMPANY, CANARY)
    second.goes_back()
    second.end("left")
    second.opens_devices().syncs()
    expect(live_records(phone)).not_to_have_text(NOTHING, timeout=SYNC_MS)
    phone.wait_for_function(BYTES, arg=texts.SIZE)
    assert not [each for each in said if CANARY in each]

    # What the server told of has been fetched, too, and is on the screen wherever it belongs.
    expect(history.get_by_text(CANARY)).to_be_visible(timeout=SYNC_MS)


def test_nothing_is_asked_while_an_interview_is_live(owner: Owner) -> None:
    phone = owner.page
    phone.goto(routes.SERVER)
    expect(live_records(phone)).to_have_text(NOTHING)
    interview = Candidate(phone.context.new_page())
    interview.open_app()
    interview.tap("pay")
    expect(phone.get_by_text(texts.PAUSED)).to_be_visible()
    asked = Asked(phone)
    interview.answer("skipped")
    # Longer than it takes to look twice.
    phone.wait_for_timeout(1200)
    assert asked.paths == []
    interview.end("left")
    expect(live_records(phone)).to_be_visible()


def test_page_asks_only_while_it_is_shown(owner: Owner) -> None:
    phone = owner.page
    phone.get_by_role("link", name=texts.TITLE).click()
    expect(live_records(phone)).to_have_text(NOTHING)
    with phone.expect_request("**/changes?after=1&limit=1"):
        asked = Asked(phone)
    phone.get_by_role("link", name=texts.BACK).click()
    owner.is_in_step()
    asked.paths.clear()
    phone.wait_for_timeout(1200)
    assert [path for path in asked.paths if LOOKING.search(path)] == []


def refuses(route: Route) -> None:
    route.abort("connectionfailed")


def portal(route: Route) -> None:
    """What a network's sign-in page makes of every request."""
    route.fulfill(status=200, content_type="text/html", body="<html>Welcome aboard! Sign in</html>")


def breaks(route: Route) -> None:
    """What a proxy says when the server behind it is away."""
    route.fulfill(status=502, content_type="text/html", body="<html>Bad gateway</html>")


@pytest.mark.parametrize("known", [False, True], ids=["at first", "later"])
@pytest.mark.parametrize(
    ("hindered", "told"),
    [
        (refuses, texts.FAULTS["unreachable"]),
        (portal, texts.FAULTS["not-ours"]),
        (breaks, texts.FAULTS["gateway"]),
    ],
)
def test_what_hinders_an_answer_is_said_and_asked_again_by_a_button(
    owner: Owner, hindered: Callable[[Route], None], told: str, known: bool
) -> None:
    phone = owner.page
    if known:
        phone.goto(routes.SERVER)
        expect(live_records(phone)).to_have_text(NOTHING)
    phone.context.route("**/api/**", hindered)
    if not known:
        phone.goto(routes.SERVER)
    expect(phone.get_by_text(told)).to_be_visible()
    assert live_records(phone).count() == 0
    asked = Asked(phone)
    phone.wait_for_timeout(1200)
    assert [path for path in asked.paths if LOOKING.search(path)] == []
    phone.context.unroute("**/api/**", hindered)
    again(phone).click()
    expect(live_records(phone)).to_have_text(NOTHING)


def test_an_answer_that_never_comes_is_not_waited_for_without_end(owner: Owner) -> None:
    phone = owner.page
    phone.context.route("**/api/**", lambda route: None)
    phone.goto(routes.SERVER)
    expect(phone.get_by_text(texts.ASKING)).to_be_visible()
    expect(phone.get_by_text(texts.FAULTS["unreachable"])).to_be_visible(timeout=15_000)
    expect(again(phone)).to_be_visible()


def test_page_lives_again_after_the_connection_was_lost(owner: Owner, chromium: Browser, counting_proxy: Wire) -> None:
    with device(chromium, PHONE, counting_proxy.url) as page:
        Owner(page).opens_devices().joins(owner.words)
        page.goto(routes.SERVER)
        expect(live_records(page)).to_have_text(NOTHING)
        with unplugged(counting_proxy):
            expect(page.get_by_text(texts.FAULTS["unreachable"])).to_be_visible()
        again(page).click()
        owner.open_app()
        owner.tap("pay")
        owner.end("left")
        owner.opens_devices().syncs()
        expect(live_records(page)).not_to_have_text(NOTHING, timeout=SYNC_MS)


def test_nothing_of_a_visit_is_written_down(owner: Owner) -> None:
    phone, began = owner.page, time.time()
    phone.goto(routes.SERVER)
    expect(live_records(phone)).to_have_text(NOTHING)
    name = phone.locator(".fact").filter(has_text=texts.NAME).locator("code").inner_text()
    phone.goto(routes.ABOUT)
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
    expect(live_records(second.page)).to_have_text(NOTHING)
    owner.unfolds(vault.STOP)
    owner.press(vault.STOP_DELETE)
    expect(second.page.get_by_text(texts.FAULTS["vault_gone"])).to_be_visible()


def test_page_says_so_when_sync_is_off_and_asks_nothing(phone: Page) -> None:
    asked = Asked(phone)
    phone.goto(routes.SERVER)
    expect(phone.get_by_text(texts.OFF)).to_be_visible()
    phone.wait_for_timeout(600)
    assert asked.paths == []
