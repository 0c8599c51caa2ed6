"""The cover that puts itself up: when the page is hidden or left alone during an interview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.client.background import Tab, background_tab
from tests.client.cover_stage import STAGE, is_covered


@pytest.fixture
def tab(tmp_path: Path, modules_origin: str) -> Iterator[Tab]:
    with background_tab(tmp_path) as tab:
        tab.goto(modules_origin)
        yield tab


def test_it_is_up_at_the_moment_of_hiding_and_on_return(tab: Tab) -> None:
    tab.evaluate(f"({STAGE})(true)")
    tab.hide()
    assert tab.evaluate("document.documentElement.hasAttribute('data-covered')")
    tab.show()
    assert tab.evaluate("[cover.state.get('covered'), document.querySelector('main').inert]") == [True, True]


def test_without_an_interview_the_background_changes_nothing(tab: Tab) -> None:
    tab.evaluate(f"({STAGE})(false)")
    tab.hide()
    tab.show()
    assert not tab.evaluate("cover.state.get('covered')")


def test_an_interview_that_began_elsewhere_meanwhile_is_covered_on_return(tab: Tab) -> None:
    tab.evaluate(f"({STAGE})(false)")
    tab.hide()
    tab.evaluate("void (stage.live = true)")
    tab.show()
    assert tab.evaluate("cover.state.get('covered')")


def test_hiding_ends_a_hold(tab: Tab) -> None:
    tab.evaluate(f"({STAGE})(true)")
    tab.evaluate("cover.cover()")
    tab.send("Input.dispatchMouseEvent", type="mousePressed", x=60, y=50, button="left", buttons=1, clickCount=1)
    assert tab.evaluate("cover.state.get('holding')")
    tab.hide()
    tab.show()
    tab.evaluate("new Promise((then) => setTimeout(then, 1100))")
    assert tab.evaluate("cover.state.get('covered')")


@pytest.mark.parametrize(("live", "idle", "expected"), [(True, 1, True), (True, 0, False), (False, 1, False)])
def test_idleness_covers_only_an_interview(cover_page: Page, live: bool, idle: int, expected: bool) -> None:
    cover_page.evaluate("(now) => { Object.assign(stage, now); }", {"live": live, "idle": idle})
    cover_page.mouse.move(10, 10)
    cover_page.wait_for_timeout(1300)
    assert is_covered(cover_page) is expected


@pytest.mark.parametrize(
    "known",
    ["stage.idle = 1; stage.told(); stage.live = true", "stage.live = true; stage.told(); stage.idle = 1"],
    ids=["the interview", "the setting"],
)
def test_what_is_known_late_counts_without_another_touch(cover_page: Page, known: str) -> None:
    cover_page.mouse.move(10, 10)
    cover_page.evaluate(f"() => {{ {known}; stage.told(); }}")
    cover_page.wait_for_timeout(1300)
    assert is_covered(cover_page)


def test_whoever_is_busy_is_not_covered(cover_page: Page) -> None:
    cover_page.evaluate("() => { stage.live = true; stage.idle = 2; }")
    for x in range(6):
        cover_page.mouse.move(10 + x, 10)
        cover_page.wait_for_timeout(400)
    assert not is_covered(cover_page)
    cover_page.wait_for_timeout(2200)
    assert is_covered(cover_page)
