"""Words half typed when the phone takes the page away: nobody has left the field, and they are kept all the same."""

import pytest
from playwright.sync_api import expect

from interview_exit import routes
from interview_exit.words.texts import debrief, labels, prepare
from tests.support.candidate import Candidate
from tests.support.devices import kept_on_disk

# Hidden for a while, as behind another app; the page itself lives on.
HIDE = """() => {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  delete document.hidden;
}"""


@pytest.fixture
def entry(candidate: Candidate) -> Candidate:
    """A candidate who looks at an interview that is over."""
    candidate.open_app()
    candidate.tap("rude")
    candidate.end("left")
    candidate.open_history()
    candidate.open_log()
    return candidate


def types(candidate: Candidate, name: str, text: str) -> None:
    """Type, and stay in the field."""
    kept_on_disk(candidate.page)
    candidate.field(name).fill(text)


def goes_away(candidate: Candidate) -> None:
    """Load the page anew in the middle of a word."""
    candidate.page.reload()
    candidate.waits_until_alive()


@pytest.mark.parametrize("name", [labels.COMPANY, labels.NOTE])
def test_what_is_typed_about_an_interview_is_kept(entry: Candidate, name: str) -> None:
    types(entry, name, "The office is lou")
    goes_away(entry)
    expect(entry.field(name)).to_have_value("The office is lou")


def test_whoever_comes_back_goes_on_typing(entry: Candidate) -> None:
    types(entry, labels.NOTE, "The office ")
    entry.page.evaluate(HIDE)
    kept_on_disk(entry.page)
    expect(entry.field(labels.NOTE)).to_be_focused()
    entry.page.keyboard.type("is loud")
    goes_away(entry)
    expect(entry.field(labels.NOTE)).to_have_value("The office is loud")


def test_what_is_typed_is_kept_when_the_phone_s_own_back_is_pressed(entry: Candidate) -> None:
    types(entry, labels.NOTE, "The office is lou")
    entry.goes_back()
    entry.is_on("history")
    entry.open_log()
    expect(entry.field(labels.NOTE)).to_have_value("The office is lou")


def test_what_is_typed_is_kept_when_a_link_is_tapped_that_takes_no_focus(entry: Candidate) -> None:
    types(entry, labels.NOTE, "The office is lou")
    entry.page.get_by_role("link", name=labels.HISTORY, exact=True).dispatch_event("click")
    entry.is_on("history")
    entry.open_log()
    expect(entry.field(labels.NOTE)).to_have_value("The office is lou")


def test_what_is_typed_about_a_person_is_kept(entry: Candidate) -> None:
    entry.page.get_by_role("link", name=debrief.DEBRIEF).click()
    entry.is_on("debrief")
    entry.unfolds(debrief.PEOPLE)
    types(entry, debrief.PERSON_CUE, "red gla")
    goes_away(entry)
    entry.unfolds(debrief.PEOPLE)
    expect(entry.field(debrief.PERSON_CUE).first).to_have_value("red gla")


def test_what_is_typed_of_a_plan_is_kept(candidate: Candidate) -> None:
    candidate.open_app(routes.PREPARE)
    types(candidate, prepare.ROLE, "team le")
    goes_away(candidate)
    expect(candidate.field(prepare.ROLE)).to_have_value("team le")


def test_the_notepad_stays_as_it_is_when_back_is_pressed_over_it(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("rude")
    candidate.open_live_log()
    for _ in range(3):
        candidate.page.keyboard.press("Shift")
    candidate.page.keyboard.type("Milk")
    candidate.goes_back()
    candidate.page.wait_for_url("/#details")
    pad = candidate.page.locator("[data-cover] textarea")
    expect(pad).to_have_value("Milk")
    pad.press_sequentially(", bread")
    candidate.reloads()
    candidate.is_on("cover")
    expect(pad).to_have_value("Milk, bread")
