"""Whatever an extension puts into a page before it is alive: the head stays, the app is alive, early taps are kept."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from interview_exit import routes
from interview_exit.words.texts import settings
from tests.field.extension import CHANGES, Change, extend
from tests.field.journey import GO, PAGES, go_through, steady
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.devices import device

# What they show is read first: until then there may be no heading, and no word to change.
EMPTY = {routes.ENTRY, routes.PRINT, routes.DEBRIEF, routes.CARD}
WRAP = """(selector) => {
    for (const each of document.querySelectorAll(selector)) {
        const into = document.createElement("div");
        each.before(into);
        into.append(each);
    }
}"""
MOVES = {
    "texts": f'({WRAP})("x-t")',
    "everything": f'({WRAP})("#app *")',
    "the whole page": f'({WRAP})(".root, main")',
}
"""What an extension does to a page in use; each holds what React goes on changing."""
HEAD = """() => [...document.head.querySelectorAll("link:not([rel=modulepreload]), meta, title")]
    .map((tag) => tag.outerHTML)"""


@pytest.fixture(scope="module")
def plain_heads(chromium: Browser, site: str) -> dict[str, list[str]]:
    """The head of each page as it was built, with no script run."""
    with device(chromium, PHONE | {"java_script_enabled": False}, site) as page:
        return {path: head_of(page, path) for path in (routes.LIVE, *PAGES)}


def head_of(page: Page, path: str) -> list[str]:
    page.goto(path)
    return page.evaluate(HEAD)


@pytest.fixture
def extended(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser with an extension that makes the change that the test is given."""
    context = chromium.new_context(**PHONE, base_url=site)
    context.set_default_timeout(8000)
    extend(context, request.param)
    yield context
    context.close()


def changing(*changes: Change) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("extended", changes, indirect=True)


@changing(*CHANGES)
def test_head_stays_and_an_identity_dresses_it(extended: BrowserContext, plain_heads: dict[str, list[str]]) -> None:
    page, errors = watched(extended)
    for path in (routes.HISTORY, routes.ENTRY, routes.LIVE):
        page.goto(path)
        Candidate(page).waits_until_alive()
        expect(page.locator("[data-screen]")).to_have_count(1)
        assert page.evaluate("globalThis.extended") or path in EMPTY, path
        assert set(plain_heads[path]) <= set(page.evaluate(HEAD)), path
    page.goto(routes.SETTINGS)
    Candidate(page).waits_until_alive()
    page.get_by_role("button", name=settings.IDENTITIES["timer"], exact=True).click()
    expect(page.locator("link[rel=manifest]")).to_have_attribute("href", "/manifests/timer.webmanifest")
    expect(page.locator("link[rel=apple-touch-icon]")).to_have_attribute("href", "/icons/timer/apple-touch-180.png")
    assert errors == []


@changing("first in body")
def test_head_stays_on_every_page(extended: BrowserContext, plain_heads: dict[str, list[str]]) -> None:
    page, errors = watched(extended)
    for path, head in plain_heads.items():
        page.goto(path)
        Candidate(page).waits_until_alive()
        assert set(head) <= set(page.evaluate(HEAD)), path
    assert errors == []


@changing(*CHANGES)
def test_what_was_tapped_early_is_kept_and_the_cover_stays_up(extended: BrowserContext) -> None:
    page, errors = watched(extended)
    held: list[Route] = []
    page.route("**/assets/*.js", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    candidate = Candidate(page)
    candidate.tap("rude")
    page.locator("[data-put-up]").first.click()
    expect(page.locator(".cover")).to_be_visible()
    for route in held:
        route.continue_()
    page.unroute("**/assets/*.js")
    candidate.waits_until_alive()
    candidate.is_on("cover")
    expect(page.locator(".cover")).to_be_visible()
    candidate.is_told("leave_now")
    assert errors == []


@changing("deep inside")
def test_main_journey_goes_as_ever(extended: BrowserContext) -> None:
    page, errors = watched(extended)
    candidate = Candidate(page)
    candidate.open_app()
    seen: list[str] = []
    go_through(candidate, lambda step: seen.append(f"{step}: {steady(page)}"))
    assert "Leave now" in seen[3]
    assert errors == []


@pytest.mark.parametrize("elements", MOVES)
def test_words_follow_though_elements_have_been_moved(phone: Page, elements: str) -> None:
    candidate = Candidate(phone)
    candidate.open_app()
    candidate.tap("advert")
    candidate.is_told("clear_air")
    phone.evaluate(MOVES[elements])
    candidate.tap("rude")
    candidate.is_told("leave_now")
    expect(phone.locator(".card .name")).to_have_text("Leave now")
    candidate.undoes()
    candidate.is_told("clear_air")
    expect(phone.locator(".card .name")).to_have_text("Clear the air")
    phone.evaluate(GO, routes.HISTORY)
    expect(candidate.interviews()).to_have_count(1)
    expect(phone.locator("[data-screen]")).to_have_count(1)
