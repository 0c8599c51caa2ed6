"""The exercises before an interview: how long five seconds feel, and the words by heart."""

import re

from playwright.sync_api import expect

from interview_exit.rules.limits import DRILL_SECONDS, SHAKY_SECONDS
from interview_exit.words.texts import prepare as texts
from tests.support.preparing import Preparing, said


def test_drill_shows_how_far_off_five_seconds_were(preparing: Preparing) -> None:
    preparing.opens_page().press(texts.DRILL)
    results = preparing.page.locator("summary", has=preparing.page.locator(".sparkline"))
    expect(results).to_have_count(0)
    preparing.press(texts.START)
    preparing.press(texts.NOW)
    expect(preparing.say()).to_have_text(re.compile(rf"^\d\.\d {texts.EARLY}$"))
    preparing.press(texts.AGAIN)
    preparing.page.clock.fast_forward(2 * DRILL_SECONDS * 1000)
    preparing.press(texts.NOW)
    expect(preparing.say()).to_have_text(re.compile(rf"^\d\.\d {texts.LATE}$"))
    results.click()
    told = preparing.page.locator("details[open] li")
    expect(told).to_have_text([re.compile(texts.LATE), re.compile(texts.EARLY)])
    preparing.goes_back()
    expect(preparing.field("company")).to_be_visible()


def test_every_script_can_be_rehearsed_with_the_plan_s_names(preparing: Preparing) -> None:
    preparing.opens_page().fills(name="Dana", company="Northwind").press(texts.REHEARSE)
    short, full = said("wrap_up.short", name="Dana"), said("wrap_up.long", name="Dana", company="Northwind")
    expect(preparing.say()).to_have_text(short)
    preparing.press(texts.NEXT)
    expect(preparing.say()).to_have_text(full)
    preparing.page.keyboard.press("ArrowLeft")
    expect(preparing.say()).to_have_text(short)
    preparing.press(texts.HIDE)
    expect(preparing.say()).to_contain_text("T···· y··, D···.")
    # Sooner, it would be the same tap of a shaky hand.
    preparing.page.wait_for_timeout(1000 * SHAKY_SECONDS)
    preparing.press(texts.HIDE)
    expect(preparing.say()).to_have_text(short)
    preparing.press(texts.PREVIOUS)
    preparing.page.keyboard.press("ArrowRight")
    expect(preparing.say()).to_have_text(short)
