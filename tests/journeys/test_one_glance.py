"""The live screen at 360x640: nothing scrolls, everything is large enough, staying is as large as going."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.rules.verdict import VERDICTS
from interview_exit.words.texts import labels
from tests.journeys.test_storage_faults import DENY
from tests.support.candidate import TARGETS, Candidate
from tests.support.underground import Underground

WIDTH, HEIGHT = 360, 640
FLAG_PX, APART_PX, TARGET_PX = 56, 8, 44
# Layouts are in fractions of a pixel.
TOLERANCE = 0.1

Box = dict[str, Any]


def fits(candidate: Candidate) -> None:
    """Expect that the whole live screen is in view, and each target large enough and by itself."""
    assert candidate.scroll_room() == (0, 0)
    targets = candidate.targets()
    for target in targets:
        assert is_inside(target), target
        assert target["width"] >= TARGET_PX - TOLERANCE, target
        assert target["height"] >= TARGET_PX - TOLERANCE, target
    flags = candidate.boxes(".notice-mode [data-flag]")
    assert len(flags) in {0, len(GRID)}
    assert all(flag["height"] >= FLAG_PX for flag in flags)
    assert all(apart(*pair) >= APART_PX - TOLERANCE for pair in combinations(flags, 2))
    assert not [pair for pair in combinations(targets, 2) if apart(*pair) < -TOLERANCE]


def is_inside(box: Box) -> bool:
    return box["x"] >= 0 and box["y"] >= 0 and right(box) <= WIDTH + TOLERANCE and bottom(box) <= HEIGHT + TOLERANCE


def apart(one: Box, other: Box) -> float:
    """Return the distance of two boxes along the axis on which they are further apart; negative if they overlap."""
    across = max(one["x"], other["x"]) - min(right(one), right(other))
    down = max(one["y"], other["y"]) - min(bottom(one), bottom(other))
    return max(across, down)


def right(box: Box) -> float:
    return box["x"] + box["width"]


def bottom(box: Box) -> float:
    return box["y"] + box["height"]


def after_every_flag_of_the_grid(candidate: Candidate) -> None:
    for flag in GRID:
        candidate.tap(flag)
    candidate.is_told("leave_now")


def with_a_pause_due(candidate: Candidate) -> None:
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.sees(labels.PAUSE_FIRST)


def in_discreet_words(candidate: Candidate) -> None:
    candidate.gets("give_chance")
    candidate.switches_wording()


def at_first(candidate: Candidate) -> None:
    candidate.is_told("stay")


def staying_by_choice(candidate: Candidate) -> None:
    candidate.gets("leave_now")
    candidate.choose("stay")
    candidate.sees("You chose to stay")


def after_each(candidate: Candidate) -> None:
    """The line of each flag in turn."""
    for flag in GRID:
        candidate.tap(flag)
        fits(candidate)
        candidate.undoes()


def after_each_of_the_others(candidate: Candidate) -> None:
    for flag in FLAGS.keys() - set(GRID):
        candidate.finds(flag)
        fits(candidate)
        candidate.undoes()


SITUATIONS = [
    at_first,
    after_each,
    after_each_of_the_others,
    after_every_flag_of_the_grid,
    with_a_pause_due,
    in_discreet_words,
    staying_by_choice,
]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_m09_nothing_scrolls_and_staying_is_as_large_as_going(underground: Underground, verdict: str) -> None:
    underground.gets(verdict)
    fits(underground)
    ways = underground.boxes(".ways button")
    assert (labels.CHOICES["stay"] in [way["text"] for way in ways]) is (verdict != "stay")
    assert len({(round(way["width"], 1), round(way["height"], 1)) for way in ways}) <= 1


# What can be tapped, in each state; on Answer beside the strip. Another control needs a good reason.
AT_MOST = {
    "at first": ([], 18),
    "good sign": (["g_answer"], 18),
    "clear the air": (["advert"], 8),
    "give a chance": (["pay"], 9),
    "leave now": (["rude"], 6),
    "wrap up": (["not_work"], 6),
}


@pytest.mark.parametrize(("taps", "at_most"), AT_MOST.values(), ids=AT_MOST)
def test_few_things_can_be_tapped(underground: Underground, taps: list[str], at_most: int) -> None:
    for flag in taps:
        underground.tap(flag)
        expect(underground.undo()).to_be_visible()
    underground.page.clock.fast_forward("00:10")
    expect(underground.undo()).to_have_count(0)
    beside_the_strip = underground.boxes(f"main :is({TARGETS}):not(.strip *)")
    assert len(beside_the_strip) <= at_most, [each["text"] for each in beside_the_strip]


@pytest.mark.parametrize("happens", SITUATIONS)
def test_nothing_scrolls_whatever_happened(candidate: Candidate, happens: Callable[[Candidate], None]) -> None:
    candidate.open_app()
    happens(candidate)
    fits(candidate)


def test_m11_nothing_is_preselected(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.gets("wrap_up")
    assert len({way.evaluate("(each) => getComputedStyle(each).cssText") for way in candidate.ways().all()}) == 1
    expect(candidate.page.locator(".next [aria-pressed=true]")).to_have_count(0)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_nothing_scrolls_when_a_fault_is_told(candidate: Candidate, verdict: str) -> None:
    candidate.page.add_init_script(DENY)
    candidate.open_app()
    candidate.gets(verdict)
    expect(candidate.page.locator(".notice.fault")).to_be_visible()
    fits(candidate)
