"""Every screen is left to the same place: by its own Back, by the phone's, and by Escape."""

from collections.abc import Callable

from interview_exit.words.texts import labels
from tests.support.candidate import Candidate
from tests.support.underground import Underground


def change(candidate: Candidate) -> None:
    candidate.press(labels.WRAP_UP_NOW)
    candidate.page.get_by_role("button", name=labels.CHANGE).click()


# Under each verdict, the screens that can be reached from it.
SCREENS: dict[str, dict[str, Callable[[Candidate], None]]] = {
    "leave_now": {
        "unsafe": lambda candidate: candidate.press(labels.UNSAFE),
        "details": lambda candidate: candidate.press(labels.DETAILS),
        "away": lambda candidate: candidate.press(labels.TWO_MINUTES),
        "flags": lambda candidate: candidate.press(labels.MORE_FLAGS),
        "more": lambda candidate: candidate.opens_more(),
        "end": lambda candidate: candidate.asks_how_it_ended(),
    },
    "wrap_up": {"card": lambda candidate: candidate.press(labels.WRAP_UP_NOW), "moment": change},
    "practice": {"skill": lambda candidate: candidate.press(labels.CHOOSE_SKILL)},
}


def presses_back(candidate: Candidate) -> None:
    candidate.lets_pass(1)
    candidate.page.locator("main .head button", has_text=labels.BACK).or_(
        candidate.button(labels.NOT_YET)
    ).first.click()


LEAVES: tuple[Callable[[Candidate], None], ...] = (
    presses_back,
    lambda candidate: candidate.goes_back(),
    lambda candidate: candidate.page.keyboard.press("Escape"),
)


def test_every_screen_is_left_to_what_to_say_in_every_way(underground: Underground) -> None:
    for verdict, screens in SCREENS.items():
        underground.gets(verdict)
        for screen, opens in screens.items():
            for leaves in LEAVES:
                opens(underground)
                underground.is_on(screen)
                leaves(underground)
                underground.is_on("live")
                underground.is_told(verdict)
        underground.end("stayed")
