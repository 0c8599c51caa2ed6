"""The phone closes the app in the middle of the loop: whoever comes back stands where they stood (M39-M46)."""

from collections.abc import Callable, Sequence

from playwright.sync_api import Locator, expect

from interview_exit.words.texts import labels
from tests.support.browsers import ColdStart
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline, kept_on_disk

OTHER_WAYS = ("withdraw_later", "practice", "stay")
PAUSE = [labels.PAUSE_FIRST, labels.SKIP_PAUSE, labels.CHOICES["stay"]]
REPLY = [*labels.REPLIES.values(), labels.CHOICES["stay"]]


def starts_to_pause(candidate: Candidate) -> None:
    candidate.press(labels.PAUSE_FIRST)
    candidate.is_on("pause")


def pauses(candidate: Candidate) -> None:
    starts_to_pause(candidate)
    candidate.page.locator("[data-phase=done]").wait_for()


def skips(candidate: Candidate) -> None:
    candidate.answer("still_vague")
    candidate.press(labels.SKIP_PAUSE)


def offered(candidate: Candidate) -> Locator:
    """Return the pause and what follows it, and the ways forward."""
    return candidate.page.locator(":is(.pair, .ways) button")


def test_m39_m46_the_app_is_killed_at_every_stage_and_the_loop_goes_on(cold_start: ColdStart, site: str) -> None:
    stages: list[tuple[Callable[[Candidate], None], str, Sequence[str]]] = [
        (lambda candidate: candidate.tap("advert"), "clear_air", [labels.CHOICES["wrap_up"], labels.CHOICES["stay"]]),
        (lambda candidate: candidate.answer("confirmed"), "wrap_up", PAUSE),
        (starts_to_pause, "wrap_up", PAUSE),
        (pauses, "wrap_up", REPLY),
        (
            lambda candidate: candidate.press(labels.REPLIES[True]),
            "clear_air",
            [labels.CHOICES["wrap_up"], labels.CHOICES["stay"]],
        ),
        (
            skips,
            "wrap_up",
            [labels.WRAP_UP_NOW, *(labels.CHOICES[way] for way in ("withdraw_later", "practice", "stay"))],
        ),
    ]
    page = cold_start(base_url=site)
    page.goto("/")
    kept_offline(page)
    for happens, verdict, ways in stages:
        candidate = Candidate(page)
        candidate.waits_until_alive()
        happens(candidate)
        if page.locator("[data-screen]").get_attribute("data-screen") == "live":
            expect(offered(candidate)).to_have_text(ways)
        kept_on_disk(page)
        cold_start.kill()
        page = cold_start(base_url=site, offline=True)
        page.goto("/")
        candidate = Candidate(page)
        candidate.is_told(verdict)
        expect(offered(candidate)).to_have_text(ways)
