"""Take the README's pictures and the install dialog's screenshots from the production build: `make pictures`.

The pictures show the typeface of the machine that takes them; Roboto, as on most phones, is Debian's `fonts-roboto`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from interview_exit.texts import labels
from tests.support.browsers import CHROMIUM_FLAGS, DESKTOP, PHONE, chromium_path
from tests.support.candidate import Candidate
from tests.support.histories import fill
from tests.support.site import free_port, make_run

PICTURES = Path("docs/pictures")
LISTING = Path("assets/screenshots")
NOTES = "Week 47\nReturn library books\nOat milk, lemons, rice\nTrain 17:42"
SHARP = PHONE | {"device_scale_factor": 2}


def flags(candidate: Candidate) -> None:
    """Show the resting screen."""


def clear_air(candidate: Candidate) -> None:
    """Show a question to ask."""
    candidate.gets("clear_air")


def leave_now(candidate: Candidate) -> None:
    """Show the words after one alarm."""
    candidate.gets("leave_now")


def leave_now_words(candidate: Candidate) -> None:
    """Show the words for leaving at once."""
    candidate.gets("leave_now")
    candidate.open_words()


def wrap_up(candidate: Candidate) -> None:
    """Show the words for ending politely."""
    candidate.gets("wrap_up")
    candidate.open_words()


def pause(candidate: Candidate) -> None:
    """Show the pause as it runs."""
    candidate.press(labels.PAUSE)
    candidate.is_on("pause")


def cover(candidate: Candidate) -> None:
    """Show the notepad with something on it."""
    candidate.press(labels.COVER)
    candidate.page.locator("[data-cover] textarea").fill(NOTES)


def history(candidate: Candidate) -> None:
    """Show past interviews."""
    fill(candidate.page, interviews=9)
    candidate.reloads()
    candidate.open_history()


def entry(candidate: Candidate) -> None:
    """Show what happened in one of them."""
    candidate.gets("clear_air")
    candidate.answer("cleared")
    candidate.tap("g_answer")
    candidate.gets("give_chance")
    candidate.answer("will_check")
    candidate.end("stayed")
    candidate.open_history()
    candidate.open_log()


Scene = Callable[[Candidate], None]
SCENES: dict[Path, tuple[Scene, dict[str, Any]]] = {
    PICTURES / "flags.png": (flags, SHARP),
    PICTURES / "clear-air.png": (clear_air, SHARP),
    PICTURES / "leave-now.png": (leave_now, SHARP),
    PICTURES / "leave-now-words.png": (leave_now_words, SHARP),
    PICTURES / "wrap-up.png": (wrap_up, SHARP),
    PICTURES / "pause.png": (pause, SHARP),
    PICTURES / "cover.png": (cover, SHARP),
    PICTURES / "clear-air-dark.png": (clear_air, SHARP | {"color_scheme": "dark"}),
    PICTURES / "history-dark.png": (history, SHARP | {"color_scheme": "dark"}),
    PICTURES / "entry.png": (entry, SHARP),
    PICTURES / "desktop.png": (clear_air, DESKTOP),
    LISTING / "narrow-flags.png": (flags, SHARP),
    LISTING / "narrow-words.png": (clear_air, SHARP),
    LISTING / "wide-flags.png": (clear_air, DESKTOP),
}


def main() -> None:
    """Take every picture."""
    with make_run(PORT=str(free_port())) as (_, lines), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
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
    candidate.page.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    main()
