"""Past interviews: found again, newest first, each with its log and what one adds to it."""

from playwright.sync_api import Page, expect

from interview_exit.words import phrases
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate


def lives_through(candidate: Candidate, company: str, flags: list[str], how: phrases.EndingId) -> None:
    candidate.open_app()
    for flag in flags:
        candidate.tap(flag)
    candidate.asks_how_it_ended()
    candidate.page.get_by_text(labels.NAMES).click()
    candidate.writes(labels.COMPANY, company)
    candidate.press(labels.NOT_YET)
    candidate.end(how)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def test_history_lists_interviews_newest_first_with_all_that_is_known(candidate: Candidate) -> None:
    candidate.page.clock.install(time="2026-11-19T10:00:00")
    lives_through(candidate, "Contoso", ["rude", "poke_holes"], "left")
    candidate.page.clock.set_system_time("2026-11-21T10:02:00")
    candidate.open_app()
    candidate.tap("rude")
    candidate.undoes()
    candidate.tap("advert")
    candidate.page.clock.set_system_time("2026-11-21T11:22:30")
    candidate.answer("confirmed")
    candidate.end("wrapped_up")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(2)
    # What has just come is laid out with the next frame.
    candidate.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    newest, oldest = candidate.interviews().all_inner_texts()
    assert lines(newest) == [labels.NO_COMPANY, "Sat 21", "Wrapped up", "1 h 20 min", "Wrap up"]
    assert lines(oldest) == ["Contoso", "Thu 19", "Left at once", "0 min", "Leave now"]
    candidate.sees("November 2026")
    kinds = candidate.interviews().nth(1).locator(".glyph.alarm")
    expect(kinds).to_have_count(2)


def test_discreet_wording_goes_for_the_verdicts_of_the_list(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.gets("leave_now")
    candidate.switches_wording()
    candidate.end("left")
    candidate.open_history()
    expect(candidate.interviews()).to_contain_text(phrases.WORDS["leave_now"].discreet)
    expect(candidate.interviews()).not_to_contain_text(phrases.WORDS["leave_now"].label)


def test_opened_interview_shows_its_log_and_keeps_what_is_added(candidate: Candidate) -> None:
    lives_through(candidate, "Northwind", ["g_answer", "pay"], "they_ended")
    candidate.open_history()
    candidate.open_log()
    assert [line.split("\n")[1] for line in candidate.log()] == ["Good answer", "Pay too low", "Ended: they ended it"]
    candidate.writes(labels.ROLE, "designer")
    candidate.writes(labels.NOTE, "Fair, but slow.\nAsk again in spring.")
    candidate.reloads()
    expect(candidate.field(labels.NOTE)).to_have_value("Fair, but slow.\nAsk again in spring.")
    expect(candidate.field(labels.ROLE)).to_have_value("designer")
    expect(candidate.page.locator("h1").first).to_have_text("Northwind")


def test_interview_that_was_never_ended_is_ended_later(candidate: Candidate) -> None:
    candidate.page.clock.install(time="2026-11-19T10:00:00")
    candidate.open_app()
    candidate.tap("not_work")
    candidate.page.clock.set_system_time("2026-11-20T10:00:00")
    candidate.open_app()
    candidate.is_told("stay")
    candidate.open_history()
    candidate.sees(labels.NOT_CLOSED)
    candidate.open_log()
    candidate.press("I wrapped up")
    candidate.sees("Ended: wrapped up")
    candidate.page.get_by_role("link", name=labels.HISTORY).click()
    expect(candidate.interviews()).to_contain_text("0 min")


def test_two_tabs_show_one_interview(phone: Page) -> None:
    first, second = Candidate(phone), Candidate(phone.context.new_page())
    first.open_app()
    second.open_app()
    first.tap("advert")
    second.pressed("advert")
    second.is_told("clear_air")
    second.answer("cleared")
    first.is_told("stay")
    second.end("stayed")
    first.pressed("advert", False)
    first.open_history()
    expect(first.interviews()).to_have_count(1)


def test_interview_goes_on_after_the_page_was_closed(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.page.goto("about:blank")
    candidate.open_app()
    candidate.is_told("wrap_up")
    candidate.sees(labels.PAUSE_FIRST)
