"""The screens of words: two different exits, each with its fixed order of steps."""

import pytest
from playwright.sync_api import expect

from interview_exit import phrases, scripts
from interview_exit.flags import FLAGS
from interview_exit.texts import labels
from interview_exit.verdict import VERDICTS, VerdictId
from tests.support.candidate import LEADS_TO, Candidate

LEAVE_NOW, WRAP_UP = phrases.WORDS["leave_now"], phrases.WORDS["wrap_up"]
MOMENTS = list(phrases.MOMENTS.values())


def shown_words(candidate: Candidate, verdict: str) -> None:
    candidate.open_app()
    candidate.gets(verdict)
    candidate.open_words()


def test_m07_leaving_now_and_wrapping_up_are_two_screens(candidate: Candidate) -> None:
    shown_words(candidate, "leave_now")
    for field in (labels.BREAK_POINTS, labels.REASON, labels.IN_FULL):
        expect(candidate.page.get_by_text(field)).to_have_count(0)
    expect(candidate.page.locator("main :is(input, textarea, select)")).to_have_count(0)
    night = candidate.page.locator(".words").evaluate("(each) => getComputedStyle(each).backgroundColor")
    candidate.press(labels.I_HAVE_LEFT)
    candidate.gets("wrap_up")
    candidate.open_words()
    candidate.sees(labels.BREAK_POINTS)
    candidate.page.get_by_text(labels.IN_FULL).click()
    candidate.sees(labels.REASON)
    assert candidate.page.locator(".words").evaluate("(each) => getComputedStyle(each).backgroundColor") != night


def test_m31_m36_leaving_now_is_three_short_steps_without_asking(candidate: Candidate) -> None:
    shown_words(candidate, "leave_now")
    expect(candidate.say()).to_have_text(
        "I don’t see this working out. Thank you for your time. I’m going to leave now."
    )
    assert candidate.steps() == list(LEAVE_NOW.steps)
    assert len(candidate.steps()) == 3
    assert "yes from them" in candidate.steps()[0]
    expect(candidate.page.locator(".steps li:visible")).to_have_count(3)
    expect(candidate.page.get_by_role("dialog")).to_have_count(0)
    candidate.sees("You’ve promised nothing")


def test_m31_whatever_else_there_is_lies_below_the_steps(candidate: Candidate) -> None:
    shown_words(candidate, "leave_now")
    [last, *_] = candidate.boxes(".steps li:last-child")
    folded = candidate.boxes("summary")
    assert all(each["y"] > last["y"] + last["height"] for each in folded)
    assert last["y"] + last["height"] < 640
    assert candidate.scroll_room() == (0, 0)


def test_m18_just_going_is_offered_only_to_who_feels_unsafe(candidate: Candidate) -> None:
    shown_words(candidate, "leave_now")
    expect(candidate.page.get_by_text(labels.JUST_GO)).to_have_count(0)
    candidate.press(labels.UNSAFE)
    candidate.is_on("unsafe")
    expect(candidate.say()).to_have_text(labels.JUST_GO)
    assert candidate.steps() == list(LEAVE_NOW.unsafe_steps)
    candidate.sees("I have to go.")
    expect(candidate.page.locator("main :is(input, textarea, select, a)")).to_have_count(0)
    assert candidate.scroll_room() == (0, 0)


def test_m30_wrapping_up_goes_say_let_them_close_thank_go(candidate: Candidate) -> None:
    shown_words(candidate, "wrap_up")
    assert candidate.steps() == ["Say it.", "Stop talking. Let them close.", "Thank them.", "Go."]
    expect(candidate.say()).to_contain_text("Thank you. The day-to-day isn’t what I’m looking for")


def test_m35_shortest_words_have_thanks_and_no_reason(candidate: Candidate) -> None:
    shown_words(candidate, "wrap_up")
    said = candidate.say().inner_text()
    assert len(said.split()) <= 20
    assert said.startswith("Thank you")
    assert not any(reason.noun in said for reason in scripts.REASONS.values())


def test_m13_one_of_six_break_points_is_chosen_and_logged(candidate: Candidate) -> None:
    shown_words(candidate, "wrap_up")
    candidate.press(labels.BREAK_POINTS)
    candidate.is_on("moment")
    rows = candidate.page.locator("main .choices button")
    assert [text.removesuffix(labels.THIS_ONE).strip() for text in rows.all_inner_texts()] == MOMENTS
    assert candidate.scroll_room() == (0, 0)
    rows.nth(1).click()
    candidate.is_on("card")
    candidate.sees(MOMENTS[1])
    candidate.goes_back()
    candidate.end("wrapped_up")
    candidate.open_history()
    candidate.open_log()
    assert any(MOMENTS[1] in line for line in candidate.log())


def test_m26_reason_is_shared_or_not(candidate: Candidate) -> None:
    shown_words(candidate, "wrap_up")
    full = candidate.page.locator("details", has_text=labels.IN_FULL).first
    full.locator("summary").click()
    expect(full.locator("p").first).not_to_contain_text("because")
    candidate.press(scripts.REASONS["pay"].noun)
    expect(full.locator("p").first).to_contain_text(f"mainly because {scripts.REASONS['pay'].clause}")
    candidate.press(labels.NO_REASON)
    expect(full.locator("p").first).not_to_contain_text("because")


def test_names_go_into_the_words_and_into_the_history(candidate: Candidate) -> None:
    shown_words(candidate, "wrap_up")
    candidate.page.get_by_text(labels.NAMES).click()
    candidate.page.get_by_label(labels.NAME).fill("Dana")
    candidate.page.get_by_label(labels.COMPANY).fill("Northwind")
    candidate.page.get_by_label(labels.ROLE).fill("designer")
    candidate.page.get_by_label(labels.ROLE).blur()
    expect(candidate.say()).to_contain_text("Thank you, Dana.")
    candidate.page.get_by_text(labels.IN_FULL).click()
    candidate.sees("learning about Northwind")
    candidate.sees("the designer role")
    candidate.press(labels.I_WRAPPED_UP)
    candidate.open_history()
    expect(candidate.interviews().first).to_contain_text("Northwind")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_m49_words_are_at_most_three_taps_from_the_flag(candidate: Candidate, verdict: str) -> None:
    candidate.open_app()
    candidate.gets(verdict)
    expect(candidate.say()).to_be_visible()
    candidate.open_words()
    expect(candidate.say()).to_be_visible()
    taps = len(LEADS_TO[verdict]) + 1
    assert taps <= 3


@pytest.mark.parametrize("verdict", VERDICTS)
def test_m33_m37_why_names_the_flags_and_one_level_down_the_idea(candidate: Candidate, verdict: VerdictId) -> None:
    shown_words(candidate, verdict)
    candidate.press(labels.WHY_LONG)
    candidate.is_on("why")
    words = phrases.WORDS[verdict]
    expect(candidate.say()).to_have_text(words.idea)
    if verdict != "stay":
        candidate.sees(FLAGS[LEADS_TO[verdict][0]].label)
    for line in words.details:
        expect(candidate.page.get_by_text(line)).not_to_be_visible()
    candidate.page.locator("summary", has_text=labels.RESTS_ON).click()
    for line in words.details:
        candidate.sees(line)


def test_m02_each_exit_is_allowed_in_so_many_words(candidate: Candidate) -> None:
    for verdict in ("leave_now", "wrap_up"):
        shown_words(candidate, verdict)
        candidate.sees("Ending early is allowed.")
        candidate.page.locator("main .words > .row button").last.click()


def test_staying_is_one_tap_from_the_words(candidate: Candidate) -> None:
    shown_words(candidate, "leave_now")
    candidate.choose("stay")
    candidate.is_on("live")
    candidate.is_told("stay")
    candidate.pressed("rude")
