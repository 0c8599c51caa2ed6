"""Under a page translator that asks nobody: what can be read is what would be read without it, at every step."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from interview_exit import routes
from interview_exit.rules.flags import FLAGS
from interview_exit.words.texts import labels
from tests.field.journey import GO, PAGES, go_through, steady
from tests.field.translator import Way, settled, translate, translated
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.devices import device

BOTH = "() => ['advert', 'rude'].forEach((flag) => document.querySelector(`[data-flag=${flag}]`).click())"

HYDRATED = """() => new Promise((done) => {
    const look = () => globalThis.hydrated ? done() : setTimeout(look, 10);
    look();
})"""


def readings(candidate: Candidate) -> dict[str, str]:
    """Go through the main journey and to every page by the router; return what could be read at each step."""
    page, seen = candidate.page, dict[str, str]()

    def look(step: str) -> None:
        seen[step] = steady(page)

    candidate.open_app()
    go_through(candidate, look)
    for path in (*PAGES, routes.LIVE):
        page.evaluate(GO, path)
        expect(page.locator("main")).to_have_text(re.compile(r"\w"))
        expect(page.locator("[data-screen=failed]")).to_have_count(0)
        if path != routes.SERVER:
            look(f"{len(seen)} {path}")
    return seen


@pytest.fixture(scope="module")
def undisturbed(chromium: Browser, site: str) -> dict[str, str]:
    """What can be read without a translator."""
    with device(chromium, PHONE, site) as page:
        return readings(Candidate(page))


@pytest.fixture
def abroad(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Candidate]:
    """A candidate whose browser translates, in the way that the test is given."""
    context = chromium.new_context(**PHONE, base_url=site)
    way, mark = request.param
    context.set_default_timeout(8000)
    translate(context, way, mark)
    page, errors = watched(context)
    yield Candidate(page)
    context.close()
    assert not errors, f"uncaught in the page: {errors}"


def translating(*ways: Way, mark: str = "") -> pytest.MarkDecorator:
    return pytest.mark.parametrize("abroad", [(way, mark) for way in ways], ids=ways, indirect=True)


@translating("replaces", "late")
def test_words_follow_whatever_a_translator_does(abroad: Candidate, undisturbed: dict[str, str]) -> None:
    seen = readings(abroad)
    assert translated(abroad.page) > len(seen)
    assert {step: text for step, text in seen.items() if text != undisturbed[step]} == {}


@translating("wraps", "beside", "splits")
def test_flags_card_and_the_next_page_follow_in_every_other_way(abroad: Candidate) -> None:
    page, name = abroad.page, abroad.page.locator(".card .name")
    abroad.open_app()
    abroad.tap("rude")
    expect(name).to_have_text("Leave now")
    abroad.switches_wording()
    expect(abroad.flag("rude")).to_have_text(FLAGS["rude"].discreet)
    expect(name).to_have_text("Close")
    abroad.end("left")
    page.evaluate(GO, routes.HISTORY)
    expect(abroad.interviews()).to_have_count(1)
    expect(page.locator("h1").first).to_have_text(labels.HISTORY_TITLE)
    assert translated(page) > 0


@translating("replaces", mark="~")
def test_page_is_translated_before_it_is_alive_and_after(abroad: Candidate) -> None:
    """Or the tests above would prove nothing: a translation stays until the words change, and new words get theirs."""
    abroad.page.goto("/", wait_until="commit")
    hint = abroad.page.locator(".prompt")
    expect(hint).to_have_text("~Tap anything that happens.~")
    abroad.waits_until_alive()
    expect(hint).to_have_text("~Tap anything that happens.~")
    abroad.tap("rude")
    expect(abroad.page.locator(".card .name")).to_have_text("~Leave now~")
    abroad.page.locator("button", has_text=labels.DETAILS).click()
    abroad.page.locator("button", has_text=labels.DISCREET_LONG).click()
    abroad.page.locator("main .head button", has_text=labels.BACK).click()
    expect(abroad.flag("rude")).to_have_text(f"~{FLAGS['rude'].discreet}~")


@translating("late", mark="~")
def test_answer_that_comes_after_the_words_have_changed_changes_nothing(abroad: Candidate) -> None:
    abroad.open_app()
    settled(abroad.page)
    abroad.page.evaluate(BOTH)
    abroad.is_told("leave_now")
    settled(abroad.page)
    expect(abroad.page.locator(".card .name")).to_have_text("~Leave now~")


def test_every_page_asks_not_to_be_translated_and_goes_on_asking(phone: Page) -> None:
    for path in (routes.LIVE, routes.HISTORY, routes.ENTRY, "/nowhere"):
        phone.goto(path, wait_until="load")
        phone.evaluate(HYDRATED)
        html = phone.locator("html")
        expect(html).to_have_attribute("translate", "no")
        expect(html).to_have_class(re.compile(r"\bnotranslate\b"))
        expect(phone.locator("head meta[name=google]")).to_have_attribute("content", "notranslate")
