"""After the end, without a signal: it is over and saved, and what was tapped wrongly can be put right (N07, M48)."""

import pytest
from playwright.sync_api import expect

from interview_exit import routes
from interview_exit.rules.endings import NOT_HELD
from interview_exit.rules.limits import SHAKY_SECONDS
from interview_exit.words import phrases
from interview_exit.words.texts import debrief, labels
from interview_exit.words.texts import history as texts
from tests.support.devices import Axe
from tests.support.preparing import Preparing
from tests.support.underground import Underground

ENDINGS = phrases.ENDINGS


def opens_log(candidate: Underground) -> None:
    """Follow the line of the last screen to the log."""
    candidate.lets_pass(SHAKY_SECONDS)
    candidate.page.locator("main").get_by_role("link", name=labels.ENTRY_TITLE).click()
    candidate.is_on("interview")


def opens_editing(candidate: Underground) -> None:
    if candidate.button(texts.EDIT).is_visible():
        candidate.press(texts.EDIT)
    expect(candidate.button(texts.EDIT_DONE)).to_be_visible()


def says_over(candidate: Underground) -> None:
    """Expect the screen that says so, and nothing that asks for anything."""
    candidate.is_on("over")
    expect(candidate.page.get_by_role("heading", level=1)).to_have_text(f"{labels.OVER} {labels.SAVED}")
    expect(candidate.page.locator("main :is(input, textarea, select, dialog)")).to_have_count(0)
    assert candidate.scroll_room() == (0, 0)


def test_it_ends_on_it_s_over_whatever_way_was_taken(underground: Underground, axe: Axe) -> None:
    ways = {
        "rude": (labels.I_HAVE_LEFT,),
        "uneasy": (labels.UNSAFE, labels.I_HAVE_LEFT),
        "not_work": (labels.DETAILS, labels.END_IT, ENDINGS["they_ended"].label),
    }
    for flag, presses in ways.items():
        underground.tap(flag)
        for each in presses:
            underground.press(each)
        says_over(underground)
        assert axe(underground.page) == []
        underground.press(labels.NEW_INTERVIEW)
        underground.is_on("live")
        underground.is_told("stay")
        underground.pressed(flag, False)


def test_reload_back_and_cover_leave_it_and_undo_goes_on_with_the_interview(underground: Underground) -> None:
    underground.tap("rude")
    underground.ends("left")
    underground.reloads()
    says_over(underground)
    underground.press(labels.COVER)
    underground.is_on("cover")
    expect(underground.page.get_by_text(labels.OVER)).not_to_be_visible()
    underground.reloads()
    underground.lifts_the_cover()
    # Long after the few seconds in which the last tap can be undone.
    underground.page.clock.fast_forward("00:30")
    underground.undoes()
    underground.is_on("live")
    underground.pressed("rude")
    underground.ends("left")
    underground.goes_back()
    underground.is_on("live")
    underground.pressed("rude", False)


def test_m48_regrets_are_one_tap_away_after_an_exit_of_one_s_own(underground: Underground) -> None:
    question = underground.page.get_by_role("group", name=debrief.REGRET["at_once"])
    underground.tap("rude")
    underground.ends("left")
    answer = question.get_by_role("button", name=debrief.REGRETS["partly"])
    answer.click()
    expect(answer).to_have_attribute("aria-pressed", "true")
    underground.reloads()
    expect(answer).to_have_attribute("aria-pressed", "true")
    answer.click()
    expect(answer).to_have_attribute("aria-pressed", "false")
    underground.page.get_by_role("link", name=labels.LOOK_BACK).click()
    underground.is_on("debrief")
    underground.open_app()
    underground.tap("pay")
    underground.ends("they_ended")
    expect(question).to_have_count(0)


def test_with_discreet_wording_it_says_nothing_of_how_it_ended(underground: Underground) -> None:
    underground.tap("rude")
    underground.switches_wording()
    underground.ends("left")
    underground.prepared(settings={"discreet": True})
    expect(underground.page.get_by_role("heading", level=1)).to_have_text(f"{labels.OVER.discreet} {labels.SAVED}")
    shown = underground.page.locator("main").inner_text()
    assert not [word for word in (ENDINGS["left"].title, debrief.REGRET["at_once"]) if word in shown]


@pytest.mark.parametrize("how", NOT_HELD)
def test_n07_one_that_was_not_held_leaves_the_plan_and_asks_for_no_regrets(
    preparing: Preparing, how: phrases.EndingId
) -> None:
    preparing.opens_page().fills(company="Northwind")
    preparing.starts()
    preparing.tap("rude")
    preparing.ends(how)
    expect(preparing.page.get_by_text(debrief.REGRET["at_once"])).to_have_count(0)
    preparing.page.get_by_role("link", name=labels.LOOK_BACK).click()
    preparing.is_on("interview")
    interview = preparing.page.url.partition("#")[2]
    preparing.open_app(f"{routes.DEBRIEF}#{interview}")
    preparing.sees(debrief.RATE)
    expect(preparing.page.get_by_text(debrief.REGRET["at_once"])).to_have_count(0)
    preparing.opens_page()
    expect(preparing.field("company")).to_have_value("Northwind")
    preparing.starts()
    # Nor does the first screen offer to look back.
    expect(preparing.page.get_by_role("link", name=debrief.DEBRIEF)).to_have_count(0)
    preparing.open_history()
    expect(preparing.interviews().first).to_contain_text(ENDINGS[how].title)
    preparing.open_log()
    opens_editing(preparing)
    preparing.press(ENDINGS["stayed"].label)
    preparing.sees(f"{labels.ENDED}: {ENDINGS['stayed'].told}")
    preparing.opens_page()
    expect(preparing.field("company")).to_have_value("")


def test_the_wrong_answer_is_put_right_in_the_log_for_as_long_as_it_is_there(underground: Underground) -> None:
    underground.tap("pay")
    underground.answer("refused")
    underground.is_told("wrap_up")
    # While it lasts as well as afterwards.
    underground.open_live_log()
    opens_editing(underground)
    answer = underground.page.get_by_label(texts.OUTCOME)
    answer.select_option("will_check")
    expect(underground.button(texts.ERASE_INTERVIEW)).to_have_count(0)
    underground.page.get_by_role("link", name=labels.BACK).click()
    underground.is_told("stay")
    underground.ends("stayed")
    opens_log(underground)
    opens_editing(underground)
    expect(answer).to_have_value("will_check")
    answer.select_option("refused")
    underground.reloads()
    opens_editing(underground)
    expect(answer).to_have_value("refused")
    underground.page.get_by_role("link", name=labels.HISTORY).click()
    row = underground.interviews().first
    expect(row).to_contain_text(phrases.WORDS["wrap_up"].label)
    expect(row).not_to_contain_text(phrases.WORDS["give_chance"].label)


def test_the_wrong_ending_is_put_right_in_the_log_and_the_newest_goes_on(underground: Underground) -> None:
    underground.tap("not_work")
    underground.ends("left")
    opens_log(underground)
    opens_editing(underground)
    underground.press(ENDINGS["wrapped_up"].label)
    underground.sees(f"{labels.ENDED}: {ENDINGS['wrapped_up'].told}")
    expect(underground.button(ENDINGS["wrapped_up"].label)).to_have_attribute("aria-pressed", "true")
    underground.press(labels.GO_ON)
    expect(underground.button(labels.GO_ON)).to_have_count(0)
    underground.page.get_by_role("link", name=labels.BACK).click()
    underground.pressed("not_work")
    underground.end("stayed")
    underground.tap("pay")
    underground.end("left")
    underground.open_history()
    underground.open_log(1)
    opens_editing(underground)
    # Another has begun since.
    expect(underground.button(labels.GO_ON)).to_have_count(0)


def test_after_an_hour_without_a_tap_it_is_asked_once_over_flags_that_stay_where_they_are(
    underground: Underground, axe: Axe
) -> None:
    underground.prepared(settings={"coverSeconds": 0})
    underground.tap("pay")
    before = underground.boxes(".live [data-flag]")
    underground.page.clock.fast_forward("01:00:00")
    question = underground.page.get_by_role("group", name=labels.STILL_IN)
    expect(question).to_be_visible()
    assert underground.boxes(".live [data-flag]") == before
    assert axe(underground.page) == []
    question.get_by_role("button", name=labels.STILL_IN_YES).click()
    expect(question).to_have_count(0)
    underground.tap("rude")
    underground.page.clock.fast_forward("01:00:00")
    question.get_by_role("button", name=labels.STILL_IN_NEW).click()
    underground.is_told("stay")
    underground.page.get_by_role("link", name=labels.UNFINISHED).click()
    underground.is_on("interview")
    underground.press(ENDINGS["they_ended"].label)
    underground.sees(f"{labels.ENDED}: {ENDINGS['they_ended'].told}")
