"""The settings have a page of their own, one tap from the flags; what the app is stands on another (N09, N10)."""

import re

from playwright.sync_api import Page, expect

from interview_exit import routes
from interview_exit.bridge.live import Settings
from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.words.texts import about, labels
from interview_exit.words.texts import settings as texts
from tests.support.underground import Underground

CONTROLS = "main :is(input, select)"


def opens_settings(underground: Underground) -> Page:
    """Go there as one does, from the flags."""
    underground.page.get_by_role("link", name=labels.SETTINGS, exact=True).click()
    underground.is_on("settings")
    return underground.page


def test_n10_settings_stand_on_one_page_named_so_and_each_says_what_it_does(underground: Underground) -> None:
    page = opens_settings(underground)
    expect(page.get_by_role("heading", level=1)).to_have_text(labels.SETTINGS)
    controls = page.locator(CONTROLS)
    assert {control.get_attribute("name") for control in controls.all()} == set(Settings.__annotations__)
    for control in controls.all():
        expect(control).to_have_accessible_description(re.compile(r"\w+.*\."))


def test_n10_what_is_set_is_kept_and_holds_from_the_next_tap_on(underground: Underground) -> None:
    page = opens_settings(underground)
    page.get_by_label(texts.DISCREET).check()
    page.get_by_label(texts.COVER_SECONDS).select_option("180")
    page.get_by_label(texts.PAUSE_SECONDS).select_option("7")
    page.get_by_label(texts.SHORTCUTS).uncheck()
    page.get_by_label(texts.TICKS).check()
    underground.reloads()
    expect(page.get_by_label(texts.DISCREET)).to_be_checked()
    expect(page.get_by_label(texts.COVER_SECONDS)).to_have_value("180")
    expect(page.get_by_label(texts.SHORTCUTS)).not_to_be_checked()
    expect(page.get_by_label(texts.TICKS)).to_be_checked()
    page.get_by_role("link", name=labels.BACK).click()
    expect(underground.flag(GRID[0])).to_have_text(FLAGS[GRID[0]].discreet)
    underground.press(labels.PAUSE)
    expect(page.locator(".digits")).to_have_text("7")


def test_n10_everything_that_is_kept_apart_is_one_tap_from_there(underground: Underground) -> None:
    for name, screen in ((texts.DATA, "data"), (texts.ABOUT, "about")):
        underground.open_app(routes.SETTINGS)
        underground.page.get_by_role("link", name=name).click()
        underground.is_on(screen)


def test_n09_about_says_what_it_is_its_limits_and_its_licence(underground: Underground) -> None:
    opens_settings(underground).get_by_role("link", name=texts.ABOUT).click()
    underground.is_on("about")
    for line in (*about.WHAT, *about.LIMITS, about.LICENCE):
        underground.sees(line)
    limits = " ".join(underground.page.locator("main li").all_inner_texts())
    for consequence in ("benefits", "referral", "agency", "share your screen"):
        assert consequence in limits
    expect(underground.page.locator(CONTROLS)).to_have_count(0)
