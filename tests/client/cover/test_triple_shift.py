"""Shift three times: the cover by keyboard, which nobody types by accident."""

import pytest
from playwright.sync_api import Page, expect

from tests.client.cover_stage import PAD, advance, is_covered


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_shift_three_times_covers_and_takes_one_to_the_text(cover_page: Page) -> None:
    shift(cover_page, 2)
    assert not is_covered(cover_page)
    shift(cover_page, 1)
    assert is_covered(cover_page)
    expect(cover_page.locator(PAD)).to_be_focused()


def test_presses_may_be_almost_five_seconds_apart(cover_page: Page) -> None:
    for _ in range(3):
        shift(cover_page, 1)
        advance(cover_page, 4000)
    assert is_covered(cover_page)


def test_presses_further_apart_do_not_count_together(cover_page: Page) -> None:
    shift(cover_page, 2)
    advance(cover_page, 5100)
    shift(cover_page, 1)
    assert not is_covered(cover_page)


@pytest.mark.parametrize("place", ["#field", PAD])
def test_typing_capitals_never_toggles(cover_page: Page, place: str) -> None:
    if place == PAD:
        cover_page.evaluate("cover.cover()")
    was = is_covered(cover_page)
    cover_page.focus(place)
    for letter in "ABCD":
        cover_page.keyboard.press(f"Shift+{letter}")
    assert cover_page.input_value(place) == "ABCD"
    assert is_covered(cover_page) is was


@pytest.mark.parametrize("between", ["x", "Control+Shift", "Alt+Shift", "Shift+Tab"])
def test_another_key_in_between_spoils_it(cover_page: Page, between: str) -> None:
    shift(cover_page, 2)
    cover_page.keyboard.press(between)
    shift(cover_page, 1)
    assert not is_covered(cover_page)


def test_selecting_with_shift_and_mouse_spoils_it(cover_page: Page) -> None:
    shift(cover_page, 2)
    cover_page.keyboard.down("Shift")
    cover_page.mouse.click(300, 300)
    cover_page.keyboard.up("Shift")
    assert not is_covered(cover_page)


def test_both_shifts_at_once_are_not_two_presses(cover_page: Page) -> None:
    shift(cover_page, 1)
    for side in ("ShiftLeft", "ShiftRight"):
        cover_page.keyboard.down(side)
    for side in ("ShiftLeft", "ShiftRight"):
        cover_page.keyboard.up(side)
    assert not is_covered(cover_page)


def test_a_shift_held_down_repeats_and_is_still_one(cover_page: Page) -> None:
    for _ in range(5):
        cover_page.keyboard.down("Shift")
    cover_page.keyboard.up("Shift")
    assert not is_covered(cover_page)


def test_it_obeys_the_setting_for_shortcuts(cover_page: Page) -> None:
    cover_page.evaluate("cover.setShortcuts(false)")
    shift(cover_page, 3)
    assert not is_covered(cover_page)


def test_it_does_not_uncover(covered_page: Page) -> None:
    shift(covered_page, 3)
    assert is_covered(covered_page)
