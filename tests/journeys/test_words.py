"""The screens of words, without a signal: two different exits, each with its fixed order of steps."""

import re

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.rules.verdict import VERDICTS, VerdictId
from interview_exit.words import phrases, scripts
from interview_exit.words.texts import labels
from tests.support.candidate import LEADS_TO
from tests.support.underground import Underground
from tests.words.test_scripts import TABOO

LEAVE_NOW, WRAP_UP = phrases.WORDS["leave_now"], phrases.WORDS["wrap_up"]
MOMENTS = list(phrases.MOMENTS.values())
COUNT_TAPS = "() => { globalThis.taps = 0; addEventListener('click', () => { taps += 1; }, true); }"


def unfolds_in_full(underground: Underground) -> None:
    underground.opens_details()
    underground.page.get_by_text(labels.IN_FULL).click()


def test_m07_leaving_now_and_wrapping_up_are_two_screens(underground: Underground) -> None:
    underground.gets("leave_now")
    ruled = underground.page.locator(".card").evaluate("(each) => getComputedStyle(each).borderTopWidth")
    underground.opens_details()
    for field in (labels.REASON, labels.IN_FULL):
        expect(underground.page.get_by_text(field)).to_have_count(0)
    underground.press(labels.BACK)
    expect(underground.page.locator("main :is(input, textarea, select)")).to_have_count(0)
    underground.press(labels.I_HAVE_LEFT)
    underground.moves_on()
    underground.gets("wrap_up")
    assert underground.page.locator(".card").evaluate("(each) => getComputedStyle(each).borderTopWidth") != ruled
    underground.press(labels.WRAP_UP_NOW)
    underground.sees(labels.YOUR_MOMENT)
    underground.press(labels.BACK)
    unfolds_in_full(underground)
    underground.sees(labels.REASON)


def test_m31_m36_leaving_now_is_three_short_steps_without_asking(underground: Underground) -> None:
    underground.gets("leave_now")
    expect(underground.say()).to_have_text(scripts.SCRIPTS["flag.rude"].text)
    assert underground.steps() == list(LEAVE_NOW.steps)
    assert len(underground.steps()) == 3
    assert "their permission" in underground.steps()[0]
    expect(underground.page.locator(".steps li:visible")).to_have_count(3)
    expect(underground.page.get_by_role("dialog")).to_have_count(0)
    underground.sees("You haven’t promised anything")


def test_m31_whatever_else_there_is_lies_below_the_steps(underground: Underground) -> None:
    underground.gets("leave_now")
    [last, *_] = underground.boxes(".steps li:last-child")
    assert all(each["y"] > last["y"] + last["height"] for each in underground.boxes(".next button"))
    assert last["y"] + last["height"] < 640
    assert underground.scroll_room() == (0, 0)


def test_m18_just_going_is_offered_only_to_who_feels_unsafe(underground: Underground) -> None:
    underground.gets("leave_now")
    expect(underground.page.get_by_text(labels.JUST_GO)).to_have_count(0)
    underground.press(labels.UNSAFE)
    underground.is_on("unsafe")
    expect(underground.say()).to_have_text(labels.JUST_GO)
    assert underground.steps() == list(LEAVE_NOW.unsafe_steps)
    underground.sees("I have to go.")
    expect(underground.page.locator("main :is(input, textarea, select, a)")).to_have_count(0)
    assert underground.scroll_room() == (0, 0)


def test_m30_wrapping_up_goes_say_let_them_close_thank_go(underground: Underground) -> None:
    underground.gets("wrap_up")
    underground.sees("Say it. Stop talking. Let them close. Thank them. Go.")
    expect(underground.say()).to_contain_text("Thank you. The day-to-day isn’t what I’m looking for")


def test_m35_shortest_words_have_thanks_and_no_reason(underground: Underground) -> None:
    underground.gets("wrap_up")
    said = underground.say().inner_text()
    assert len(said.split()) <= 20
    assert said.startswith("Thank you")
    assert not any(reason.noun in said for reason in scripts.REASONS.values())


def test_m13_one_of_six_break_points_is_chosen_and_logged(underground: Underground) -> None:
    underground.gets("wrap_up")
    underground.press(labels.WRAP_UP_NOW)
    underground.page.get_by_role("button", name=labels.CHANGE).click()
    underground.is_on("moment")
    rows = underground.page.locator("main .choices button")
    assert [text.removesuffix(labels.THIS_ONE).strip(", \n") for text in rows.all_inner_texts()] == MOMENTS
    assert underground.scroll_room() == (0, 0)
    rows.nth(1).click()
    underground.is_on("card")
    underground.sees(MOMENTS[1])
    underground.goes_back()
    underground.end("wrapped_up")
    underground.open_history()
    underground.open_log()
    assert any(MOMENTS[1] in line for line in underground.log())


def test_m26_reason_is_shared_or_not(underground: Underground) -> None:
    underground.gets("wrap_up")
    unfolds_in_full(underground)
    full = underground.page.locator("details", has_text=labels.IN_FULL).first
    expect(full.locator("p").first).not_to_contain_text("because")
    underground.press(scripts.REASONS["pay"].noun)
    expect(full.locator("p").first).to_contain_text(f"mainly because {scripts.REASONS['pay'].clause}")
    underground.press(labels.NO_REASON)
    expect(full.locator("p").first).not_to_contain_text("because")


def test_names_go_into_the_words_and_into_the_history(underground: Underground) -> None:
    underground.gets("wrap_up")
    unfolds_in_full(underground)
    underground.page.get_by_text(labels.NAMES).click()
    underground.page.get_by_label(labels.NAME).fill("Dana")
    underground.page.get_by_label(labels.COMPANY).fill("Northwind")
    underground.page.get_by_label(labels.ROLE).fill("designer")
    underground.page.get_by_label(labels.ROLE).blur()
    underground.sees("learning about Northwind")
    underground.sees("the designer role")
    underground.press(labels.BACK)
    expect(underground.say()).to_contain_text("Thank you, Dana.")
    underground.press(labels.WRAP_UP_NOW)
    underground.press(labels.I_WRAPPED_UP)
    underground.moves_on()
    underground.open_history()
    expect(underground.interviews().first).to_contain_text("Northwind")


@pytest.mark.parametrize("flag", ["rude", "combative", "advert", "terms", "pay", "travel", "not_work", "direction"])
def test_m49_words_are_one_tap_from_the_flag_wherever_it_stands(underground: Underground, flag: str) -> None:
    if flag not in GRID:
        underground.opens_more()
    underground.page.evaluate(COUNT_TAPS)
    underground.tap(flag)
    expect(underground.say()).to_have_class(re.compile("spoken"))
    assert underground.page.evaluate("() => taps") == 1


def test_m18_m49_from_the_restroom_to_phone_away_in_three_taps(underground: Underground) -> None:
    underground.page.evaluate(COUNT_TAPS)
    underground.tap("would_decline")
    underground.press(labels.WRAP_UP_NOW)
    underground.press(labels.PHONE_AWAY)
    underground.is_on("cover")
    assert underground.page.evaluate("() => taps") == 3


def test_m12_m23_without_an_alarm_nothing_says_leave_and_what_is_said_is_tactful(underground: Underground) -> None:
    calm = [flag.id for flag in FLAGS.values() if flag.kind != "alarm"]
    for flag in (flag for flag in GRID if flag in calm):
        underground.tap(flag)
        tactful(underground)
    for flag in (flag for flag in calm if flag not in GRID):
        underground.finds(flag)
        tactful(underground)
    while underground.page.locator(".answers").count():
        underground.answer("skipped")
        tactful(underground)
    underground.is_told("wrap_up")
    unfolds_in_full(underground)
    tactful(underground, "main")


def tactful(candidate: Underground, where: str = "main .say") -> None:
    """Expect no exit at once, and words without blame, excuse, lie or guilt."""
    shown = candidate.page.locator(where).first.inner_text().lower()
    assert shown
    assert not [word for words in TABOO.values() for word in words if re.search(rf"\b{word}", shown)], shown
    assert candidate.page.locator("[data-verdict=leave_now]").count() == 0


@pytest.mark.parametrize("verdict", VERDICTS)
def test_m33_m37_why_names_the_flags_and_one_level_down_the_idea(underground: Underground, verdict: VerdictId) -> None:
    underground.gets(verdict)
    underground.opens_details()
    words = phrases.WORDS[verdict]
    expect(underground.say()).to_have_text(words.idea)
    if verdict != "stay":
        underground.sees(FLAGS[LEADS_TO[verdict][0]].label)
    for line in words.details:
        expect(underground.page.get_by_text(line)).not_to_be_visible()
    underground.page.locator("summary", has_text=labels.RESTS_ON).click()
    for line in words.details:
        underground.sees(line)


def test_m02_each_exit_is_allowed_in_so_many_words(underground: Underground) -> None:
    for verdict in ("leave_now", "wrap_up"):
        underground.gets(verdict)
        underground.sees("Ending early is allowed.")
        underground.end("left")


def test_staying_is_one_tap_from_the_words(underground: Underground) -> None:
    underground.gets("leave_now")
    underground.choose("stay")
    underground.is_on("live")
    underground.is_told("stay")
    underground.pressed("rude")
