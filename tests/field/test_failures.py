"""A failure is never a blank page: it says so, keeps the way to flags, words and cover, and tells nobody a word."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from interview_exit import routes
from interview_exit.components.shared.mishap import SAID
from interview_exit.words.phrases import WORDS
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import resolve
from interview_exit.words.texts import labels, titles
from tests.field.failing import CANARY, fail
from tests.field.journey import GO, PAGES
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate

TAKEN = {
    "texts": "() => document.querySelectorAll('x-t').forEach((each) => each.replaceWith(...each.childNodes))",
    "page": "() => document.querySelector('.root').remove()",
    "everything": "() => document.querySelector('#app').replaceChildren()",
}
"""What an extension takes out of a page in use, and React would take out later."""
BROKEN = {
    "no notice": "() => document.querySelector('#failure').remove()",
    "no script": "() => { globalThis.showFailure = undefined; }",
    "a script that fails": "() => { globalThis.showFailure = () => { throw new Error('canary'); }; }",
}


class Heard:
    """A page, and everything that its console printed and that it sent."""

    def __init__(self, context: BrowserContext) -> None:
        self.page, self.all = context.new_page(), list[str]()
        self.page.on("console", lambda message: self.all.append(message.text))
        self.page.on("pageerror", lambda error: self.all.append(str(error)))
        self.page.on("request", lambda request: self.all.append(f"{request.url} {request.post_data or ''}"))
        self.page.on("websocket", lambda socket: socket.on("framesent", lambda sent: self.all.append(str(sent))))


@pytest.fixture
def context(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    options: dict[str, Any] = PHONE | {"service_workers": "block", "base_url": site}
    context = chromium.new_context(**options)
    context.set_default_timeout(8000)
    yield context
    context.close()


def told(page: Page) -> None:
    """Expect the notice, alone."""
    expect(page.get_by_role("heading", name=labels.MISHAP, exact=True)).to_be_visible()
    expect(page.locator("[data-screen]")).to_have_count(1)
    expect(page.get_by_text(labels.MISHAP_KEPT)).to_be_visible()


def told_and_led_on(page: Page) -> None:
    """Expect the notice with all that it keeps, and stay covered."""
    told(page)
    expect(page.get_by_role("link", name=labels.MISHAP_AGAIN)).to_have_attribute("href", routes.LIVE)
    page.locator("summary", has_text=labels.TO_SAY).click()
    for verdict in SAID:
        expect(page.get_by_text(resolve(SCRIPTS[WORDS[verdict].short].text, ()))).to_be_visible()
    page.get_by_role("button", name=labels.COVER, exact=True).click()
    expect(page.locator("[data-cover]")).to_be_visible()
    expect(page.locator("h1", has_text=labels.MISHAP)).to_be_hidden()
    assert page.title().split(" – ")[0] == titles.NAME
    assert CANARY not in page.content()


def uncovered(page: Page) -> None:
    """Hold the title."""
    page.locator("[data-uncover]").click(delay=1200)
    expect(page.locator("[data-cover]")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_page_that_fails_says_so(context: BrowserContext, path: str) -> None:
    fail(context, path)
    heard = Heard(context)
    page = heard.page
    Candidate(page).open_app()
    page.evaluate(GO, path)
    told(page)
    page.goto(path)
    told_and_led_on(page)
    assert [said for said in heard.all if CANARY in said] == []


def test_failed_page_leads_back_to_what_was_tapped(context: BrowserContext) -> None:
    fail(context, routes.HISTORY)
    page, candidate = (heard := Heard(context)).page, Candidate(heard.page)
    candidate.open_app()
    candidate.tap("rude")
    page.evaluate(GO, routes.HISTORY)
    told(page)
    page.go_back()
    candidate.is_told("leave_now")
    page.evaluate(GO, routes.HISTORY)
    told_and_led_on(page)
    uncovered(page)
    page.get_by_role("link", name=labels.MISHAP_AGAIN).click()
    candidate.is_told("leave_now")
    candidate.pressed("rude")


def test_flags_that_fail_while_they_are_used_keep_what_was_tapped(context: BrowserContext) -> None:
    fail(context)
    heard = Heard(context)
    page, candidate = heard.page, Candidate(heard.page)
    candidate.open_app()
    candidate.tap("advert")
    # At once: whatever else is drawn meanwhile would take the flags away.
    page.evaluate("() => { globalThis.failing = true; document.querySelector('[data-flag=rude]').click(); }")
    told_and_led_on(page)
    uncovered(page)
    page.get_by_role("link", name=labels.MISHAP_AGAIN).click()
    candidate.is_told("leave_now")
    candidate.pressed("advert")
    assert [said for said in heard.all if CANARY in said] == []


def refuse(route: Route) -> None:
    route.fulfill(status=404, body="not here")


def portal(route: Route) -> None:
    route.fulfill(content_type="text/html", body="<html>Please sign in</html>")


def half(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="import {")


ANSWERS: dict[str, Callable[[Route], None]] = {
    "not found": refuse,
    "no connection": lambda route: route.abort(),
    "a portal": portal,
    "half of it": half,
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_page_whose_code_does_not_come_says_so(context: BrowserContext, answer: Callable[[Route], None]) -> None:
    page = Heard(context).page
    candidate = Candidate(page)
    page.route("**/assets/_history_*.js", answer)
    candidate.open_app()
    candidate.tap("rude")
    candidate.is_told("leave_now")
    page.evaluate("(path) => void globalThis.__reactRouterDataRouter.navigate(path)", routes.HISTORY)
    told(page)
    page.goto(routes.HISTORY)
    told_and_led_on(page)


@pytest.mark.parametrize(
    ("part", "answer"),
    [("root", "not found"), ("_index", "no connection"), *(("entry.client", answer) for answer in ANSWERS)],
)
def test_start_whose_code_does_not_come_says_so(context: BrowserContext, part: str, answer: str) -> None:
    page = Heard(context).page
    page.route(f"**/assets/{part}-*.js", ANSWERS[answer])
    page.goto("/")
    told_and_led_on(page)


def test_start_whose_data_cannot_be_read_says_so(context: BrowserContext) -> None:
    context.add_init_script("ReadableStreamDefaultController.prototype.enqueue = () => { throw new Error('canary'); }")
    page = Heard(context).page
    page.goto("/")
    told_and_led_on(page)


@pytest.mark.parametrize("taken", TAKEN)
def test_page_whose_elements_were_taken_out_says_so_rather_than_leave_old_words(
    context: BrowserContext, taken: str
) -> None:
    page = Heard(context).page
    candidate = Candidate(page)
    candidate.open_app()
    candidate.tap("advert")
    candidate.is_told("clear_air")
    page.evaluate(TAKEN[taken])
    page.evaluate("document.querySelector('[data-flag=rude]')?.click()")
    page.evaluate(GO, routes.HISTORY)
    told_and_led_on(page)


@pytest.mark.parametrize("broken", BROKEN)
def test_failure_of_the_notice_itself_leaves_a_link(context: BrowserContext, broken: str) -> None:
    fail(context, routes.HISTORY)
    page = Heard(context).page
    candidate = Candidate(page)
    candidate.open_app()
    candidate.tap("rude")
    page.evaluate(BROKEN[broken])
    page.evaluate(GO, routes.HISTORY)
    page.locator("#app a[href='/']").click()
    candidate.is_told("leave_now")


def test_failure_outside_every_page_shows_no_page_of_the_router(context: BrowserContext) -> None:
    context.add_init_script("Object.defineProperty(window, '__reactRouterContext', {})")
    page = Heard(context).page
    page.goto("/")
    told_and_led_on(page)
    expect(page.get_by_text("Application Error")).to_have_count(0)
