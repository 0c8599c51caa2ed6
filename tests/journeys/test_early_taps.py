"""Taps on the prerendered page, made before its scripts have come, are kept, in order."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

Scripts = Callable[[], None]


@pytest.fixture
def let_scripts_through(phone: Page) -> Scripts:
    """Hold back every script of the page until told otherwise; images and styles come at once."""
    held: list[Route] = []
    phone.route("**/assets/*.js", lambda route: held.append(route))

    def release() -> None:
        for route in held:
            route.continue_()
        phone.unroute("**/assets/*.js")

    return release


@pytest.fixture
def early(candidate: Candidate, let_scripts_through: Scripts) -> Candidate:
    """A candidate whose page is painted and not yet alive."""
    candidate.page.goto("/", wait_until="commit")
    expect(candidate.flag("rude")).to_be_visible()
    return candidate


def arrived(early: Candidate, let_scripts_through: Scripts) -> None:
    let_scripts_through()
    early.waits_until_alive()
    expect(early.page.locator("[data-noted]")).to_have_count(0)


def test_taps_before_the_page_is_alive_are_kept_in_order(early: Candidate, let_scripts_through: Scripts) -> None:
    early.tap("advert")
    early.tap("rude")
    expect(early.flag("rude")).to_have_attribute("data-noted", "")
    early.pressed("rude", False)
    arrived(early, let_scripts_through)
    early.is_told("leave_now")
    early.pressed("advert")
    early.open_live_log()
    assert [line.split("\n")[1] for line in early.log()] == ["Not as posted", "Rude"]


def test_early_taps_go_on_into_later_ones(early: Candidate, let_scripts_through: Scripts) -> None:
    early.tap("pay")
    let_scripts_through()
    early.tap("commute")
    early.pressed("pay")
    early.pressed("commute")


def test_flag_tapped_twice_early_counts_once(early: Candidate, let_scripts_through: Scripts) -> None:
    for flag in ("uneasy", "pay", "uneasy"):
        early.flag(flag).click()
    expect(early.page.locator("[data-noted]")).to_have_count(2)
    arrived(early, let_scripts_through)
    early.pressed("uneasy")
    early.is_told("leave_now")
    early.open_live_log()
    assert [line.split("\n")[1] for line in early.log()] == ["Not at ease", "Pay too low"]


def test_flag_tapped_again_later_before_the_page_is_alive_is_asked_about(
    early: Candidate, let_scripts_through: Scripts
) -> None:
    early.tap("uneasy")
    early.tap_again("uneasy")
    arrived(early, let_scripts_through)
    early.pressed("uneasy")
    early.press(labels.AGAIN)
    early.open_live_log()
    assert [line.split("\n")[1] for line in early.log()] == ["Not at ease"] * 2


def test_early_taps_are_answered_before_react_is_there(candidate: Candidate) -> None:
    page = candidate.page
    held: list[Route] = []
    page.route("**/assets/entry.client*.js", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    candidate.tap("advert")
    candidate.tap("pay")
    candidate.pressed("advert")
    candidate.tap("pay")
    candidate.pressed("pay")
    expect(page.locator("[data-noted]")).to_have_count(0)
    candidate.is_told("stay")
    held[0].continue_()
    candidate.is_told("clear_air")
    candidate.pressed("advert")
    candidate.pressed("pay")
    candidate.takes_back("pay")
    candidate.pressed("pay", False)
