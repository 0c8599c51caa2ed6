"""Leaving at once, without a signal: one tap, the words, three steps, and nothing asked (M03, M08, M31-M38)."""

import re

import pytest
from playwright.sync_api import Locator, expect

from interview_exit.rules.flags import FLAGS
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.texts import labels
from interview_exit.words.texts import settings as texts
from tests.support.devices import Axe
from tests.support.underground import Underground

LEAVE_NOW = phrases.WORDS["leave_now"]
TREATED_BADLY = ["rude", "combative", "disrespect", "poke_holes", "integrity"]


def test_m03_m32_m34_one_alarm_is_enough(underground: Underground) -> None:
    for flag in [*TREATED_BADLY, "uneasy"]:
        underground.finds(flag)
        underground.is_told("leave_now")
        expect(underground.say()).to_have_text(SCRIPTS[FLAGS[flag].line].text)
        expect(underground.page.locator(".causes")).to_contain_text(FLAGS[flag].label)
        assert underground.scroll_room() == (0, 0)
    expect(underground.page.locator("main :is(input, textarea, select, dialog)")).to_have_count(0)


def test_m08_a_surprise_group_may_be_counted_and_need_not_be(underground: Underground) -> None:
    underground.finds("surprise")
    underground.is_told("leave_now")
    expect(underground.button(labels.I_HAVE_LEFT)).to_be_enabled()
    underground.opens_details()
    underground.page.get_by_text(labels.HEADS).click()
    underground.page.get_by_label(labels.HEADS).fill("45")
    underground.page.get_by_label(labels.HEADS).blur()
    underground.press(labels.BACK)
    underground.press(labels.I_HAVE_LEFT)
    underground.moves_on()
    underground.open_history()
    underground.open_log()
    assert f"45 {labels.PEOPLE}" in " ".join(underground.log())


def test_m33_m37_m38_why_it_is_right_to_go_hedged_and_with_its_source(underground: Underground) -> None:
    underground.tap("uneasy")
    underground.sees("You haven’t promised anything")
    underground.opens_details()
    underground.sees(FLAGS["uneasy"].label)
    underground.page.get_by_text(labels.RESTS_ON).click()
    underground.sees("seldom turn back. Yours might")
    underground.sees("Personnel Services Unlimited")


def test_m18_m36_unsafe_needs_no_word_and_calls_the_number_that_was_set(underground: Underground) -> None:
    underground.prepared(settings={"tel": "0170 123 4567"})
    underground.tap("uneasy")
    underground.press(labels.UNSAFE)
    assert underground.steps() == list(LEAVE_NOW.unsafe_steps)
    call = underground.page.get_by_role("link", name="0170 123 4567")
    expect(call).to_have_attribute("href", "tel:01701234567")
    assert underground.scroll_room() == (0, 0)
    underground.press(labels.I_HAVE_LEFT)
    underground.is_on("over")


@pytest.fixture
def number(underground: Underground) -> Locator:
    """The field for the number to call."""
    underground.page.goto("/settings")
    underground.waits_until_alive()
    return underground.page.locator("input[name=tel]")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+49 170 1", "+49 170 1"),
        ("\u202a+49\u00a0170\u20111234\u202c", "+49 170-1234"),
        (" 0170 – 1234\t", "0170 - 1234"),
        ("٠١٧٠ ۱۲۳۴", "0170 1234"),
        ("＋４９　１７０", "+49 170"),
    ],
    ids=["plain", "marks", "dash", "arabic", "wide"],
)
def test_a_number_is_kept_however_it_was_copied(
    underground: Underground, number: Locator, typed: str, kept: str
) -> None:
    number.fill(typed)
    number.blur()
    expect(number).to_have_value(kept)
    expect(number).to_have_attribute("aria-invalid", "false")
    underground.reloads()
    expect(number).to_have_value(kept)


@pytest.mark.parametrize("nonsense", ["ring my friend", "12", "0170 CALL"])
def test_what_is_no_number_is_refused_in_so_many_words(
    underground: Underground, number: Locator, axe: Axe, nonsense: str
) -> None:
    number.fill("112")
    number.blur()
    number.fill(nonsense)
    number.blur()
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(number).to_have_accessible_description(re.compile(re.escape(texts.TEL_REFUSED)))
    underground.sees(texts.TEL_REFUSED)
    assert axe(underground.page) == []
    number.fill("0170 1")
    number.blur()
    expect(number).to_have_attribute("aria-invalid", "false")
    expect(underground.page.get_by_text(texts.TEL_REFUSED)).to_have_count(0)
    number.fill(nonsense)
    number.blur()
    underground.reloads()
    expect(number).to_have_value("0170 1")


@pytest.mark.parametrize("kind", ["video", "phone"])
def test_m31_on_a_call_the_steps_end_the_call(underground: Underground, kind: str) -> None:
    underground.prepared(plan={"kind": kind})
    underground.tap("rude")
    expect(underground.say()).to_have_text(SCRIPTS["flag.rude"].text)
    assert underground.steps() == list(LEAVE_NOW.call_steps)


@pytest.mark.parametrize("flag", ["rude", "money"])
def test_m31_the_words_are_in_view_on_the_smallest_phone_with_the_largest_text(
    underground: Underground, flag: str
) -> None:
    underground.page.set_viewport_size({"width": 320, "height": 568})
    underground.finds(flag)
    underground.page.evaluate("document.documentElement.style.fontSize = '200%'")
    [words] = underground.boxes("main .say")
    assert words["y"] >= 0
    assert words["y"] + words["height"] <= 568
    assert underground.page.evaluate("scrollY") == 0
    underground.press(labels.UNSAFE)
    underground.is_on("unsafe")
    assert underground.page.evaluate("scrollY") == 0
