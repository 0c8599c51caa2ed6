"""A shaky hand taps twice: that is one tap. Who taps again later is asked what they mean."""

from itertools import cycle

import pytest
from playwright.sync_api import Locator, expect

from interview_exit.rules.flags import GRID
from interview_exit.rules.limits import SHAKY_SECONDS
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

GAPS_MS = (40, 120, 300, 500, 700)
HASTILY = """async ([first, then, screen]) => {
    const buttons = () => [...document.querySelectorAll("main button")];
    const named = (name) => buttons().find((each) => each.textContent.startsWith(name));
    const tap = (each) => {
        const { x: clientX, y: clientY } = each.getBoundingClientRect();
        const event = { bubbles: true, cancelable: true, detail: 1, clientX, clientY };
        each.dispatchEvent(new MouseEvent("click", event));
    };
    tap(first ? named(first) : document.querySelector("[data-flag=rude]"));
    const isThere = () => document.querySelector(`[data-screen=${screen}]`) && named(then)?.checkVisibility();
    while (!isThere()) await new Promise(requestAnimationFrame);
    tap(named(then));
}"""


def choice(candidate: Candidate) -> Locator:
    return candidate.page.locator("[data-again]")


def taps_shakily(candidate: Candidate, target: Locator, gap_ms: int) -> None:
    """Tap twice, so far apart."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    candidate.page.mouse.click(*place)
    candidate.page.wait_for_timeout(gap_ms)
    candidate.page.mouse.click(place[0] + 5, place[1] - 3)


def test_shaky_taps_count_once_and_press_nothing_that_they_put_there(candidate: Candidate) -> None:
    candidate.open_app()
    for flag, gap in zip(GRID, cycle(GAPS_MS), strict=False):
        taps_shakily(candidate, candidate.flag(flag), gap)
        candidate.pressed(flag)
        candidate.is_on("live")
        expect(choice(candidate)).to_have_count(0)
        candidate.lets_pass(SHAKY_SECONDS)
        # Always from the flags: under each lies another part of what follows.
        candidate.button(labels.MORE_FLAGS).click()
        candidate.is_on("flags")
        candidate.lets_pass(SHAKY_SECONDS)
    candidate.goes_back()
    candidate.is_told("leave_now")
    candidate.open_live_log()
    assert len(candidate.log()) == len(GRID)
    assert not [line for line in candidate.log() if phrases.STATES["withdrawn"] in line]


def test_shaky_taps_count_once_under_more_and_by_the_keyboard(candidate: Candidate) -> None:
    candidate.open_app()
    taps_shakily(candidate, candidate.button(labels.MORE), 60)
    candidate.is_on("more")
    candidate.lets_pass(SHAKY_SECONDS)
    candidate.flag("remote").scroll_into_view_if_needed()
    taps_shakily(candidate, candidate.flag("remote"), 200)
    candidate.is_told("give_chance")
    # A key that is held down, and one that is pressed twice.
    candidate.flag("commute").focus()
    candidate.page.keyboard.down("Enter")
    for _ in range(4):
        candidate.page.keyboard.down("Enter")
    candidate.page.keyboard.up("Enter")
    candidate.page.keyboard.press("Enter")
    candidate.pressed("commute")
    candidate.open_live_log()
    assert len(candidate.log()) == 2


def test_shaky_tap_on_an_answer_or_a_switch_is_one(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.tap("unclear")
    candidate.lets_pass(SHAKY_SECONDS)
    cleared = phrases.OUTCOMES["unclear"][0]
    taps_shakily(candidate, candidate.page.locator(".answers").get_by_text(cleared.label, exact=True), 250)
    candidate.is_told("clear_air")
    candidate.pressed("advert")
    candidate.pressed("unclear", False)
    candidate.opens_details()
    candidate.lets_pass(SHAKY_SECONDS)
    taps_shakily(candidate, candidate.button(labels.DISCREET_LONG), 250)
    expect(candidate.button(labels.DISCREET_LONG)).to_have_attribute("aria-pressed", "true")


def test_hasty_tap_elsewhere_ends_nothing_and_takes_nothing_back(candidate: Candidate) -> None:
    """The next tap of a hurried thumb comes down where by then another control stands, unread."""
    candidate.open_app()
    candidate.tap("uneasy")
    hasty = ((labels.UNSAFE, labels.I_HAVE_LEFT, "unsafe"), ("", f"{labels.UNDO} Rude", "live"))
    for press, fateful, screen in hasty:
        candidate.lets_pass(SHAKY_SECONDS)
        # Both within one moment of the page, however slow the machine is.
        candidate.page.evaluate(HASTILY, [press, fateful, screen])
        candidate.is_on(screen)
        candidate.goes_back() if press else candidate.pressed("rude")
    candidate.undoes()
    candidate.pressed("rude", False)
    candidate.press(labels.UNSAFE)
    candidate.press(labels.I_HAVE_LEFT)
    candidate.is_on("over")


def test_second_tap_later_asks_and_both_times_are_kept(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.tap("poke_holes")
    candidate.tap_again("poke_holes")
    expect(choice(candidate)).to_be_visible()
    candidate.pressed("poke_holes")
    candidate.is_told("leave_now")
    candidate.press(labels.AGAIN)
    expect(choice(candidate)).to_have_count(0)
    candidate.pressed("poke_holes")
    # Asked first, they meant nothing: that goes for both times.
    candidate.press(labels.ASK_FIRST)
    candidate.is_told("clear_air")
    candidate.tap_again("advert")
    candidate.press(labels.AGAIN)
    candidate.answer("cleared")
    candidate.pressed("advert", False)
    candidate.lets_pass(SHAKY_SECONDS)
    candidate.answer("cleared")
    candidate.is_told("stay")
    candidate.open_live_log()
    told = [line.split("\n")[1] for line in candidate.log()]
    assert [told.count(flag) for flag in ("Picks me apart", "Not as posted")] == [2 + 2, 2 + 2]


@pytest.mark.parametrize("way", ["take back", "cancel", "escape", "another"])
def test_choice_is_left_in_every_way(candidate: Candidate, way: str) -> None:
    candidate.open_app()
    candidate.tap("rude")
    candidate.reloads()
    # By the keyboard, as well: it leads there, and back to the flag.
    candidate.lets_pass(SHAKY_SECONDS)
    candidate.page.keyboard.press("Tab")
    candidate.flag("rude").focus()
    candidate.page.keyboard.press("Enter")
    expect(candidate.button(labels.AGAIN)).to_be_focused()
    if way == "take back":
        candidate.press(labels.TAKE_BACK)
    elif way == "cancel":
        candidate.press(labels.CANCEL)
    elif way == "escape":
        candidate.page.keyboard.press("Escape")
    else:
        candidate.tap("pay")
        candidate.pressed("pay")
    expect(choice(candidate)).to_have_count(0)
    candidate.pressed("rude", way != "take back")
    if way == "take back":
        expect(candidate.page.locator("main h1")).to_be_focused()
    elif way != "another":
        expect(candidate.flag("rude")).to_be_focused()
