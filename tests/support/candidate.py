"""A candidate with the app in their hand: what they do and what they see, in the words of the product.

Playwright waits by itself for what is looked for, so nothing here sleeps. Labels come from the catalogues, so that a
test names what a control means and not how it is worded today.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from interview_exit.rules.limits import REPEAT_SECONDS, SHAKY_SECONDS
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded
from tests.support.devices import kept_on_disk

# Taps go to the ledger once it has taken over the array of early ones; until then other controls would do nothing.
ALIVE = """() => new Promise((alive) => {
    const look = () => globalThis.earlyTaps?.push !== Array.prototype.push ? alive() : setTimeout(look, 20);
    look();
})"""
# One short way to each verdict: flags to tap, then maybe a choice.
LEADS_TO: dict[str, tuple[str, ...]] = {
    "stay": ("g_answer",),
    "clear_air": ("advert",),
    "give_chance": ("pay",),
    "wrap_up": ("not_work",),
    "withdraw_later": ("not_work", "withdraw_later"),
    "practice": ("not_work", "practice"),
    "leave_now": ("rude",),
}
LATER = "(ms) => { const steady = performance.now.bind(performance); performance.now = () => steady() + ms; }"
TARGETS = "button, a, input, select, textarea, summary"


class Candidate:
    """One person, one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    # What they do

    def open_app(self, path: str = "/") -> None:
        """Open the app and wait until every control answers."""
        self.page.goto(path)
        self.waits_until_alive()

    def waits_until_alive(self) -> None:
        self.page.evaluate(ALIVE)

    def tap(self, flag: str) -> None:
        """Tap a flag, when no shaky finger would."""
        self.lets_pass(SHAKY_SECONDS)
        self.flag(flag).click()

    def tap_again(self, flag: str) -> None:
        """Tap a flag once more, after so long that it is meant."""
        self.lets_pass(REPEAT_SECONDS)
        self.tap(flag)

    def takes_back(self, flag: str) -> None:
        """Tap a pressed flag, and say that it is to count no more."""
        self.tap_again(flag)
        self.press(labels.TAKE_BACK)

    def lets_pass(self, seconds: float) -> None:
        """Move the page's steady clock on; the wall clock stays as it is."""
        self.page.evaluate(LATER, seconds * 1000)

    def press(self, name: str) -> None:
        """Press a button, when no shaky finger would."""
        self.lets_pass(SHAKY_SECONDS)
        self.button(name).click()

    def gets(self, verdict: str) -> None:
        """Bring a verdict about, from an interview in which nothing happened yet."""
        for each in LEADS_TO[verdict]:
            self.choose(each) if each in labels.CHOICES else self.tap(each)
            expect(self.undo()).to_be_visible()
        self.is_told(verdict)

    def answer(self, state: str) -> None:
        """Tap what asking has brought; not to have asked stands behind *Details*."""
        offered = [each for outcomes in phrases.OUTCOMES.values() for each in outcomes if each.state == state]
        if state == "skipped":
            self.opens_details()
        self.lets_pass(SHAKY_SECONDS)
        where = self.page.locator("main .choices" if state == "skipped" else ".answers")
        where.get_by_text(re.compile(f"^({'|'.join(each.label for each in offered)})$")).click()

    def choose(self, choice: str) -> None:
        """Choose a way forward over the rules; what is not on the screen stands behind *Details*."""
        if not self.button(labels.CHOICES[choice]).is_visible():
            self.opens_details()
        self.press(labels.CHOICES[choice])

    def opens_details(self) -> None:
        self.press(labels.DETAILS)
        self.is_on("details")

    def opens_more(self) -> None:
        """Show every flag there is, from either mode."""
        if self.button(labels.MORE_FLAGS).is_visible():
            self.press(labels.MORE_FLAGS)
            self.is_on("flags")
        self.press(labels.MORE)
        self.is_on("more")

    def finds(self, flag: str) -> None:
        """Tap a flag, wherever it is."""
        if not self.flag(flag).count():
            self.opens_more()
        self.tap(flag)
        self.is_on("live")

    def switches_wording(self) -> None:
        """Switch the neutral words on or off, and come back."""
        self.opens_details()
        self.press(labels.DISCREET_LONG)
        self.press(labels.BACK)

    def undoes(self) -> None:
        """Take back what was done last, when no hasty finger would."""
        self.lets_pass(SHAKY_SECONDS)
        self.undo().click()

    def goes_back(self) -> None:
        self.page.go_back()

    def lifts_the_cover(self) -> None:
        """Hold its title until it is gone."""
        self.is_on("cover")
        self.page.locator("[data-uncover]").hover()
        self.page.mouse.down()
        expect(self.page.locator("[data-cover]")).to_be_hidden()
        self.page.mouse.up()

    def end(self, how: phrases.EndingId) -> None:
        """Record how it ended, and go to the flags of the next one."""
        self.ends(how)
        self.moves_on()

    def ends(self, how: phrases.EndingId) -> None:
        """Record how it ended."""
        self.asks_how_it_ended()
        ending = phrases.ENDINGS[how]
        self.press(Worded(ending.label, ending.discreet))
        self.is_on("over")

    def moves_on(self) -> None:
        """Go from the interview that is over to the flags of the next one."""
        self.is_on("over")
        self.press(labels.NEW_INTERVIEW)
        self.is_on("live")

    def asks_how_it_ended(self) -> None:
        if self.button(labels.END).is_visible():
            return self.press(labels.END)
        self.opens_details()
        return self.press(labels.END_IT)

    def open_history(self) -> None:
        self.page.get_by_role("link", name=labels.HISTORY, exact=True).click()
        self.is_on("history")

    def open_log(self, number: int = 0) -> None:
        """Open an interview of the history; the newest is number 0."""
        self.interviews().nth(number).click()
        # On a laptop it opens beside the list.
        expect(self.page.locator(".log").first).to_be_visible()

    def open_live_log(self) -> None:
        """Open what has been tapped so far."""
        self.opens_details()
        self.page.get_by_role("link", name=labels.ENTRY_TITLE).click()
        self.is_on("interview")

    def reloads(self) -> None:
        """Load the page anew, a moment after the last thing they did."""
        kept_on_disk(self.page)
        self.page.reload()
        self.waits_until_alive()

    def unfolds(self, title: str) -> Locator:
        """Open a part of the page, and return it."""
        summary = self.page.locator("summary", has_text=title).first
        summary.click()
        return summary.locator("xpath=..")

    # What they see

    def is_on(self, screen: str) -> None:
        expect(self.page.locator("[data-screen]")).to_have_attribute("data-screen", screen)

    def is_told(self, verdict: str) -> None:
        """Expect the card of a verdict."""
        expect(self.page.locator("[data-verdict]")).to_have_attribute("data-verdict", verdict)

    def verdict(self) -> str:
        return self.page.locator("[data-verdict]").get_attribute("data-verdict") or ""

    def say(self) -> Locator:
        """Return the words to say that are largest on the screen."""
        return self.page.locator("main :is(.say, .prompt)").first

    def flag(self, flag: str) -> Locator:
        return self.page.locator(f"[data-flag={flag}]")

    def pressed(self, flag: str, pressed: bool = True) -> None:
        expect(self.flag(flag)).to_have_attribute("aria-pressed", str(pressed).lower())

    def button(self, name: str) -> Locator:
        """Return the button of this name, in whichever wording it is shown."""
        either = re.compile(f"^({re.escape(name)}|{re.escape(getattr(name, 'discreet', name))})$")
        return self.page.get_by_role("button", name=either)

    def field(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("textbox", name=name, exact=True)

    def writes(self, name: str, text: str) -> None:
        """Fill a field and leave it, which is when it is kept."""
        self.field(name).fill(text)
        self.field(name).blur()

    def undo(self) -> Locator:
        return self.page.get_by_role("button", name=labels.UNDO)

    def ways(self) -> Locator:
        """Return the ways forward."""
        return self.page.locator(".ways button")

    def next(self) -> Locator:
        """Return what is asked below the words, and the ways forward."""
        return self.page.locator(".next button")

    def steps(self) -> list[str]:
        return self.page.locator("main .steps").first.locator("li").all_inner_texts()

    def interviews(self) -> Locator:
        return self.page.locator("a.interview")

    def log(self) -> list[str]:
        return self.page.locator(".log li").all_inner_texts()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    # What stands where

    def boxes(self, selector: str) -> list[dict[str, Any]]:
        """Return place and size of each visible match, with its text."""
        return [box for box in self.page.locator(selector).evaluate_all(BOXES) if box["width"] and box["height"]]

    def targets(self) -> list[dict[str, Any]]:
        """Return what can be tapped, as large as it can be tapped; but for the row of flags, which scrolls."""
        return self.boxes(f"[data-behind-cover] :is({TARGETS}):not(.strip .flag)")

    def scroll_room(self) -> tuple[int, int]:
        """Return how far the page can be scrolled across and down."""
        across, down = self.page.evaluate(
            "[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]"
        )
        return across, down


BOXES = """(found) => found.filter((each) => each.checkVisibility({visibilityProperty: true})).map((each) => {
    const {x, y, width, height} = (each.closest("label") ?? each).getBoundingClientRect();
    return {text: each.innerText || each.getAttribute("aria-label") || each.name, x, y, width, height};
})"""


@pytest.fixture
def candidate(phone: Page) -> Candidate:
    """A candidate with a small phone and the app not yet open: `candidate.open_app()`."""
    return Candidate(phone)
