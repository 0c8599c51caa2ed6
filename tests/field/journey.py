"""The main journey, from a tap to finding the interview again, and what can be read at each of its steps."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from interview_exit import routes
from interview_exit.words.texts import devices as vault
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

READ = """() => [...document.querySelectorAll("main, .pause")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => each.innerText).join("\\n")"""
GO = "(path) => globalThis.__reactRouterDataRouter.navigate(path)"
STEADY_MS = 50
PAGES = (
    routes.PREPARE,
    routes.HISTORY,
    routes.ABOUT,
    routes.INSIGHTS,
    routes.DATA,
    routes.DEVICES,
    routes.PRINT,
    routes.ENTRY,
    routes.DEBRIEF,
    routes.CARD,
    routes.SERVER,
)

Look = Callable[[str], None]


def read(page: Page) -> str:
    """Return what stands on the screen, without the times, which differ from run to run."""
    lines = re.sub(r"\d{1,2}:\d{2}", "00:00", page.evaluate(READ)).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def steady(page: Page) -> str:
    """Return it once nothing more comes: some of it is read from the disk, and translators take their time."""
    before, now = "", read(page)
    while now != before:
        page.wait_for_timeout(STEADY_MS)
        before, now = now, read(page)
    return now


def go_through(candidate: Candidate, look: Look) -> None:
    """Tap, read, answer, pause, end, look back, find again.

    Args:
        candidate: Somebody with the app open, and nothing in it.
        look: Is called with each step's name.
    """
    _tap(candidate, look)
    _leave(candidate, look)
    _pause(candidate, look)
    _end(candidate, look)
    _find(candidate, look)


def _tap(candidate: Candidate, look: Look) -> None:
    look("opened")
    candidate.tap("advert")
    candidate.is_told("clear_air")
    look("clear the air")
    candidate.answer("cleared")
    candidate.is_told("stay")
    look("cleared")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    look("leave now")
    candidate.switches_wording()
    look("discreet")
    candidate.switches_wording()
    candidate.undoes()
    look("undone")
    candidate.tap("rude")


def _leave(candidate: Candidate, look: Look) -> None:
    candidate.opens_details()
    look("details")
    candidate.goes_back()
    candidate.is_on("live")
    candidate.opens_more()
    look("more")
    candidate.goes_back()
    candidate.is_on("live")


def _pause(candidate: Candidate, look: Look) -> None:
    candidate.opens_details()
    candidate.press(labels.PAUSE)
    candidate.is_on("pause")
    digits = candidate.page.locator(".digits")
    expect(digits).to_have_text("3", timeout=8000)
    candidate.page.keyboard.press("Escape")


def _end(candidate: Candidate, look: Look) -> None:
    candidate.press(labels.END_IT)
    look("end")
    candidate.press("I left")
    candidate.is_on("over")
    look("ended")
    candidate.page.get_by_role("link", name=labels.LOOK_BACK).click()
    candidate.is_on("debrief")
    look("debrief")
    candidate.page.evaluate(GO, routes.LIVE)


def _find(candidate: Candidate, look: Look) -> None:
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    expect(candidate.page.get_by_role("link", name=vault.LINK)).to_contain_text(vault.OFF)
    look("history")
    candidate.page.get_by_role("searchbox").fill("nothing of the kind")
    expect(candidate.interviews()).to_have_count(0)
    look("nothing found")
    candidate.page.get_by_role("searchbox").fill("rude")
    expect(candidate.interviews()).to_have_count(1)
    look("found")
    candidate.open_log()
    look("log")
