"""Take the README's pictures and the install dialog's screenshots from the production build: `make pictures`.

They show Roboto, as most phones do, where Debian's `fonts-roboto` is installed.
"""

import os
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from interview_exit import routes
from interview_exit.words.texts import debrief as after
from interview_exit.words.texts import labels
from interview_exit.words.texts import prepare as before
from tests.support.browsers import CHROMIUM_FLAGS, DESKTOP, PHONE, chromium_path
from tests.support.candidate import Candidate
from tests.support.histories import fill
from tests.support.preparing import Preparing
from tests.support.site import free_port, make_run
from tests.support.underground import Underground

PICTURES = Path("docs/pictures")
LISTING = Path("assets/screenshots")
TYPEFACE = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
NOTES = "Week 47\nReturn library books\nOat milk, lemons, rice\nTrain 17:42"
PLAN = {"company": "Northwind", "role": "product designer", "name": "Dana"}
QUALITY = 90
IN_VIEW = """() => ({
    x: scrollX, y: scrollY, width: innerWidth, height: innerHeight, scale: devicePixelRatio})"""
FELT_MS = (3900, 5700, 4500, 5200)
SMALL, SHARP = PHONE | {"device_scale_factor": 1.5}, PHONE | {"device_scale_factor": 2}
DARK = SMALL | {"color_scheme": "dark"}


def prepare(candidate: Candidate) -> Preparing:
    """Show the plan, with what is remembered of the company."""
    preparing = Preparing(candidate.page)
    preparing.met(PLAN["company"], "pay", "wrapped_up")
    preparing.opens_page().fills(**PLAN)
    candidate.page.locator(".last-card").wait_for()
    candidate.page.evaluate("document.activeElement.blur()")
    return preparing


def hard_nos(candidate: Candidate) -> None:
    """Show the choice of hard nos."""
    preparing = Preparing(candidate.page).opens_page()
    part = preparing.unfolds(before.HARD_NOS)
    for name in ("Terms changed", "Pay too low", "Travel"):
        part.get_by_role("button", name=name).click()
    part.evaluate("(part) => scrollTo(0, part.offsetTop)")


def rehearse(candidate: Candidate) -> None:
    """Show a script to be said from memory, with its names."""
    prepare(candidate).press(before.REHEARSE)
    candidate.press(before.NEXT)


def drill(candidate: Candidate) -> None:
    """Show how far off the last tries were."""
    candidate.page.clock.install()
    Preparing(candidate.page).opens_page().press(before.DRILL)
    start = before.START
    for felt in FELT_MS:
        candidate.press(start)
        candidate.page.clock.fast_forward(felt)
        candidate.press(before.NOW)
        start = before.AGAIN
    candidate.page.locator("summary").click()


def flags(candidate: Candidate) -> None:
    """Show the resting screen."""


def clear_air(candidate: Candidate) -> None:
    """Show a question to ask."""
    candidate.gets("clear_air")


def planned(candidate: Candidate) -> None:
    """Have an interview that was prepared."""
    Underground(candidate.page).prepared(plan=PLAN | {"minutes": 45}, settings={"coverSeconds": 0})


def give_chance(candidate: Candidate) -> None:
    """Show what is missing, said once."""
    planned(candidate)
    candidate.gets("give_chance")


def leave_now_words(candidate: Candidate) -> None:
    """Show the words for leaving at once."""
    candidate.gets("leave_now")


def wrap_up(candidate: Candidate) -> None:
    """Show the words for ending politely."""
    planned(candidate)
    candidate.gets("wrap_up")


def return_card(candidate: Candidate) -> None:
    """Show what to keep in mind on the way back."""
    wrap_up(candidate)
    candidate.press(labels.WRAP_UP_NOW)
    candidate.page.get_by_role("button", name=labels.CHANGE).click()
    candidate.page.locator("main .choices button").nth(1).click()
    candidate.is_on("card")


def pause(candidate: Candidate) -> None:
    """Show the pause as it runs."""
    candidate.press(labels.PAUSE)
    candidate.is_on("pause")


def cover(candidate: Candidate) -> None:
    """Show the notepad with something on it."""
    candidate.press(labels.COVER)
    candidate.page.locator("[data-cover] textarea").fill(NOTES)


def debrief(candidate: Candidate) -> None:
    """Show three quick taps afterwards."""
    planned(candidate)
    candidate.gets("wrap_up")
    candidate.end("wrapped_up")
    candidate.page.get_by_role("link", name=after.DEBRIEF, exact=True).click()
    for name in (after.RATINGS["again"], after.REGRETS["no"], after.CHIPS["calm"], after.CHIPS["candid"]):
        candidate.button(name).first.click()


def letter(candidate: Candidate) -> None:
    """Show the note to them."""
    debrief(candidate)
    part = candidate.page.locator("details", has=candidate.page.locator("summary", has_text=after.LETTER)).last
    part.locator("summary").first.click()
    part.evaluate("(part) => scrollTo(0, part.offsetTop)")


def history(candidate: Candidate) -> None:
    """Show past interviews."""
    fill(candidate.page, interviews=9)
    candidate.reloads()
    candidate.open_history()


def insights(candidate: Candidate) -> None:
    """Show what comes up over many interviews."""
    fill(candidate.page, interviews=60)
    candidate.open_app(routes.INSIGHTS)
    candidate.page.locator("main h2").first.wait_for()


Scene = Callable[[Candidate], object]
SCENES: dict[Path, tuple[Scene, dict[str, Any]]] = {
    PICTURES / "prepare.webp": (prepare, SMALL),
    PICTURES / "hard-nos.webp": (hard_nos, SMALL),
    PICTURES / "rehearse.webp": (rehearse, SMALL),
    PICTURES / "drill.webp": (drill, SMALL),
    PICTURES / "flags.webp": (flags, SMALL),
    PICTURES / "clear-air.webp": (clear_air, SMALL),
    PICTURES / "pause.webp": (pause, SMALL),
    PICTURES / "give-chance.webp": (give_chance, DARK),
    PICTURES / "leave-now-words.webp": (leave_now_words, SMALL),
    PICTURES / "wrap-up.webp": (wrap_up, SMALL),
    PICTURES / "return-card.webp": (return_card, SMALL),
    PICTURES / "cover.webp": (cover, SMALL),
    PICTURES / "debrief.webp": (debrief, SMALL),
    PICTURES / "letter.webp": (letter, SMALL),
    PICTURES / "history.webp": (history, SMALL),
    PICTURES / "insights.webp": (insights, DARK),
    LISTING / "narrow-flags.png": (flags, SHARP),
    LISTING / "narrow-words.png": (clear_air, SHARP),
    LISTING / "wide-flags.png": (clear_air, DESKTOP),
}


def main() -> None:
    """Take every picture."""
    with make_run(PORT=str(free_port())) as (_, lines), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=CHROMIUM_FLAGS, env={**os.environ, **TYPEFACE}
        )
        for file, (scene, device) in SCENES.items():
            take(browser, lines[-1].removeprefix("Ready: "), file, scene, device)


def take(browser: Browser, site: str, file: Path, scene: Scene, device: dict[str, Any]) -> None:
    """Take one picture on a device of its own."""
    file.parent.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(**device, base_url=site, reduced_motion="reduce")
    candidate = Candidate(context.new_page())
    candidate.open_app()
    scene(candidate)
    candidate.page.wait_for_timeout(300)
    photograph(candidate.page, file)
    context.close()


def photograph(page: Page, file: Path) -> None:
    """Keep a picture of a page; WebP, which Playwright has no word for, is a third of PNG's size."""
    if file.suffix == ".png":
        page.screenshot(path=file)
        return
    options = {"format": "webp", "quality": QUALITY, "clip": page.evaluate(IN_VIEW)}
    session: Any = page.context.new_cdp_session(page)
    file.write_bytes(b64decode(session.send("Page.captureScreenshot", options)["data"]))


if __name__ == "__main__":
    main()
