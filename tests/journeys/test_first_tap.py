"""The main journey: open, tap, read, take it back, choose, end."""

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.rules.limits import UNDO_SECONDS
from interview_exit.words import phrases, scripts
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate
from tests.support.underground import Underground

RUDE = scripts.SCRIPTS["flag.rude"].text


def test_m01_app_opens_straight_on_the_flags(underground: Underground) -> None:
    underground.page.goto("/")
    flags = underground.page.locator("[data-flag]")
    assert [flag.get_attribute("data-flag") for flag in flags.all()] == list(GRID)
    assert flags.locator(".label").all_inner_texts() == [FLAGS[flag].label for flag in GRID]
    expect(underground.page.get_by_role("dialog")).to_have_count(0)


def test_first_tap_starts_silently_and_shows_verdict_and_words(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.is_told("stay")
    expect(candidate.button(labels.END)).to_have_count(0)
    candidate.tap("rude")
    candidate.is_told("leave_now")
    expect(candidate.say()).to_have_text(RUDE)
    candidate.sees(f"0 {labels.MINUTES}")
    assert candidate.page.title() == "Notes"
    assert candidate.page.url.endswith("/")


def test_time_since_the_first_tap_goes_on(candidate: Candidate) -> None:
    candidate.page.clock.install()
    candidate.open_app()
    candidate.tap("pay")
    candidate.sees(f"0 {labels.MINUTES}")
    candidate.page.clock.fast_forward("12:00")
    # Nobody has touched it for a while: the notepad is in front.
    candidate.is_on("cover")
    expect(candidate.page.locator(".live .minutes")).to_contain_text(f"12 {labels.MINUTES}")


def test_second_tap_asks_and_takes_back(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("rude")
    candidate.pressed("rude")
    candidate.takes_back("rude")
    candidate.pressed("rude", False)
    candidate.is_told("stay")
    candidate.end("stayed")
    candidate.open_history()
    candidate.open_log()
    assert phrases.STATES["withdrawn"] in "".join(candidate.log())


def test_undo_is_there_for_eight_seconds(candidate: Candidate) -> None:
    candidate.page.clock.install()
    candidate.open_app()
    candidate.tap("pay")
    candidate.tap("uneasy")
    candidate.undoes()
    candidate.is_told("give_chance")
    candidate.tap_again("uneasy")
    candidate.is_told("leave_now")
    candidate.page.clock.fast_forward(UNDO_SECONDS * 1000 - 500)
    expect(candidate.undo()).to_be_visible()
    candidate.page.clock.fast_forward(600)
    expect(candidate.undo()).to_have_count(0)


def test_undo_is_in_the_log_for_ever(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("pay")
    candidate.tap("rude")
    candidate.open_live_log()
    assert "Rude" in candidate.log()[-1]
    candidate.page.locator(".log li", has_text="Rude").get_by_role("button", name=labels.TAKE_BACK).click()
    expect(candidate.page.locator(".log .undone")).to_have_text("Rude")
    candidate.open_app()
    candidate.is_told("give_chance")


def test_more_shows_all_flags_and_taps_count_there_too(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.opens_more()
    shown = [flag.get_attribute("data-flag") for flag in candidate.page.locator("[data-flag]").all()]
    assert sorted(filter(None, shown)) == sorted(FLAGS)
    assert len(shown) == 36
    candidate.tap("surprise")
    candidate.is_on("live")
    candidate.is_told("leave_now")


def test_discreet_wording_switches_every_label(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.switches_wording()
    for flag in GRID:
        expect(candidate.flag(flag)).to_have_text(FLAGS[flag].discreet)
    expect(candidate.page.locator(".meta")).to_contain_text("Ask")
    expect(candidate.page.locator(".meta .causes")).to_have_text("Posting")
    candidate.reloads()
    expect(candidate.flag("rude")).to_have_text("Tone")
    candidate.opens_more()
    for flag in FLAGS.values():
        expect(candidate.flag(flag.id)).to_have_text(flag.discreet)


@pytest.mark.parametrize("how", phrases.ENDINGS)
def test_m06_m10_interview_ends_in_five_ways(candidate: Candidate, how: phrases.EndingId) -> None:
    candidate.open_app()
    candidate.tap("not_work")
    candidate.end(how)
    candidate.pressed("not_work", False)
    candidate.is_told("stay")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    expect(candidate.interviews()).to_contain_text(phrases.ENDINGS[how].title)


def test_pause_and_cover_are_one_tap_away(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.press(labels.PAUSE)
    candidate.is_on("pause")
    candidate.press(labels.STOP)
    candidate.is_on("live")
    candidate.press(labels.COVER)
    candidate.is_on("cover")
    expect(candidate.flag("rude")).not_to_be_visible()
