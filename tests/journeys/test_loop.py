"""Clear the air, without a signal: ask, hear, pause, hear again, decide (M04, M39-M46)."""

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import resolve
from interview_exit.words.texts import labels
from tests.support.underground import Underground

DOUBTS = {
    "m40": ["unclear", "evasive", "private"],
    "m41": ["values"],
    "m42": ["advert", "terms", "business"],
}


def said(script: str) -> str:
    return resolve(SCRIPTS[script].text, ())


def stands_at(candidate: Underground, *steps: str) -> None:
    """Expect these next steps, and staying beside them."""
    expect(candidate.next()).to_have_text([*steps, labels.CHOICES["stay"]])


def test_m39_m43_m44_m45_m46_from_a_doubt_to_the_decision(underground: Underground) -> None:
    underground.tap("advert")
    underground.is_told("clear_air")
    expect(underground.say()).to_have_text(said("flag.advert"))
    underground.answer("confirmed")
    stands_at(underground, labels.PAUSE_FIRST, labels.SKIP_PAUSE)
    expect(underground.say()).to_have_text(said("pause.first"))
    underground.pauses()
    expect(underground.say()).to_have_text(said("pause.reply"))
    stands_at(underground, *labels.REPLIES.values())
    underground.press(labels.REPLIES[True])
    underground.is_told("clear_air")
    underground.answer("still_vague")
    underground.pauses()
    underground.press(labels.REPLIES[False])
    underground.is_told("wrap_up")
    expect(underground.say()).to_have_text(said("wrap_up.short"))
    underground.open_live_log()
    log = " ".join(underground.log())
    assert labels.ADDED in log
    assert labels.ADDED_NOTHING in log
    assert log.count("5 s") == 2
    assert labels.SKIPPED not in log


@pytest.mark.parametrize("flags", DOUBTS.values(), ids=DOUBTS)
def test_m40_m41_m42_every_doubt_has_its_question_one_tap_away(underground: Underground, flags: list[str]) -> None:
    for flag in flags:
        underground.finds(flag)
        underground.is_told("clear_air")
        expect(underground.say()).to_have_text(said(FLAGS[flag].line))
        assert underground.scroll_room() == (0, 0)


def test_m04_a_job_not_as_posted_that_is_cleared_up_goes_on(underground: Underground) -> None:
    underground.tap("advert")
    underground.answer("cleared")
    underground.is_told("stay")
    expect(underground.say()).to_have_text(said("stay.cleared"))
    expect(underground.button(labels.PAUSE_FIRST)).to_have_count(0)


def test_m46_a_skipped_pause_opens_the_words_and_is_told_as_skipped(underground: Underground) -> None:
    underground.tap("unclear")
    underground.answer("still_vague")
    expect(underground.say()).to_have_text(said("pause.first"))
    underground.press(labels.SKIP_PAUSE)
    expect(underground.say()).to_have_text(said("wrap_up.short"))
    underground.open_live_log()
    assert labels.SKIPPED in " ".join(underground.log())


@pytest.fixture
def asked(underground: Underground) -> Underground:
    """A candidate who has paused, and is asked what it brought."""
    underground.tap("advert")
    underground.answer("confirmed")
    underground.pauses()
    expect(underground.say()).to_have_text(said("pause.reply"))
    return underground


def test_m45_they_added_nothing_and_the_words_follow(asked: Underground) -> None:
    asked.press(labels.REPLIES[False])
    expect(asked.say()).to_have_text(said("wrap_up.short"))
    asked.press(labels.WRAP_UP_NOW)
    expect(asked.button(labels.I_WRAPPED_UP)).to_be_visible()


def test_m45_they_added_something_and_it_is_asked_about_again(asked: Underground) -> None:
    asked.press(labels.REPLIES[True])
    asked.is_told("clear_air")
    asked.answer("cleared")
    asked.is_told("stay")


def test_m46_whoever_is_asked_what_it_brought_may_stay(asked: Underground) -> None:
    asked.choose("stay")
    asked.is_told("stay")


def test_under_the_pause_nothing_is_in_reach(underground: Underground) -> None:
    page = underground.page
    underground.tap("advert")
    underground.answer("confirmed")
    underground.button(labels.PAUSE_FIRST).focus()
    page.keyboard.down("Enter")
    underground.is_on("pause")
    # A key that is held repeats itself.
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    expect(underground.button(labels.STOP)).to_be_focused()
    expect(page.get_by_role("button")).to_have_text([labels.STOP])
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, .pause *')")
    page.clock.fast_forward("00:07")
    underground.button(labels.BACK).focus()
    page.keyboard.press("Enter")
    underground.is_on("live")
    assert page.evaluate("document.activeElement.matches('main *')")
    underground.open_live_log()
    assert labels.SKIPPED not in " ".join(underground.log())


def test_m46_the_loop_can_be_left_at_every_stage(underground: Underground) -> None:
    underground.tap("advert")
    expect(underground.ways()).to_have_text([labels.CHOICES["wrap_up"], labels.CHOICES["stay"]])
    underground.choose("stay")
    underground.is_told("stay")
    underground.opens_details()
    underground.answer("confirmed")
    underground.choose("stay")
    underground.is_told("stay")
    underground.choose("wrap_up")
    underground.pauses()
    underground.choose("stay")
    underground.is_told("stay")
    underground.tap("uneasy")
    underground.is_told("leave_now")


@pytest.mark.parametrize("flag", ["poke_holes", "surprise"])
def test_m39_not_sure_ask_first(underground: Underground, flag: str) -> None:
    underground.finds(flag)
    underground.is_told("leave_now")
    assert underground.scroll_room() == (0, 0)
    underground.press(labels.ASK_FIRST)
    underground.is_told("clear_air")
    expect(underground.say()).to_have_text(said(f"ask.{flag}"))
    underground.undoes()
    underground.is_told("leave_now")
    underground.press(labels.ASK_FIRST)
    underground.answer("cleared")
    underground.is_told("stay")
    underground.open_live_log()
    assert f"{labels.ASKED_FIRST}: {FLAGS[flag].label}" in " ".join(underground.log())


def test_what_asking_brings_is_the_answer_of_the_flag_that_was_asked_about(underground: Underground) -> None:
    underground.tap("advert")
    underground.tap("values")
    underground.answer("cleared")
    expect(underground.page.locator(".causes")).to_have_text(FLAGS["advert"].label)
    expect(underground.page.locator(".answers button")).to_have_count(len(phrases.OUTCOMES["unclear"]) - 1)
