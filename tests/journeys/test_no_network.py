"""In airplane mode, on a slow phone, after a cold start and after a kill: the same app."""

import pytest
from playwright.sync_api import Page, expect

from interview_exit.words.texts import labels
from tests.support.browsers import ColdStart
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline, slow_down
from tests.support.proxy import Wire

KILLS = 5
# The disk may have answered the browser and not yet us: one of twenty was lost where this was measured.
SURVIVE_AT_LEAST = 4


@pytest.fixture
def visited(cold_start: ColdStart, counting_proxy: Wire) -> str:
    """The address of a site that was visited once and cannot be reached any more."""
    page = cold_start()
    page.goto(counting_proxy.url)
    kept_offline(page)
    counting_proxy.cut()
    return counting_proxy.url


def whole_journey(candidate: Candidate) -> None:
    """Tap, ask, read, pause, hide, end, and look it up."""
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.press(labels.PAUSE_FIRST)
    candidate.is_on("pause")
    candidate.press(labels.STOP)
    candidate.tap("uneasy")
    expect(candidate.say()).to_contain_text("I need to go now. Thank you.")
    candidate.finds("direction")
    candidate.end("left")
    candidate.open_history()
    candidate.open_log()
    log = "\n".join(candidate.log())
    assert all(label in log for label in ("Not as posted", "Not at ease", "Wrong direction", "left at once"))


def test_whole_journey_works_from_a_cold_start_on_a_slow_phone_without_a_network(
    cold_start: ColdStart, visited: str
) -> None:
    page = cold_start(base_url=visited)
    slow_down(page, 4)
    candidate = Candidate(page)
    candidate.open_app()
    whole_journey(candidate)
    page = cold_start(base_url=visited)
    candidate = Candidate(page)
    candidate.open_app("/history")
    expect(candidate.interviews()).to_have_count(1)
    candidate.open_log()
    candidate.sees("Not at ease")
    candidate.open_app("/about")
    candidate.sees(labels.LIMITS_TITLE)


def test_network_that_comes_and_goes_changes_nothing(phone: Page, counting_proxy: Wire) -> None:
    phone.goto(counting_proxy.url)
    kept_offline(phone)
    candidate = Candidate(phone)
    candidate.waits_until_alive()
    candidate.tap("pay")
    counting_proxy.cut()
    candidate.answer("refused")
    candidate.reloads()
    candidate.is_told("wrap_up")
    counting_proxy.restore()
    candidate.tap("rude")
    candidate.is_told("leave_now")


def test_tap_that_was_shown_survives_the_browser_being_killed(
    cold_start: ColdStart, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["rude", "unclear", "values", "advert", "pay", "commute", "hours"][:KILLS]
    survived = 0
    for flag in flags:
        candidate = Candidate(cold_start(base_url=site))
        candidate.open_app()
        candidate.tap(flag)
        candidate.pressed(flag)
        cold_start.kill()
        candidate = Candidate(cold_start(base_url=site))
        candidate.open_app()
        survived += candidate.flag(flag).get_attribute("aria-pressed") == "true"
    with capsys.disabled():
        print(f" {survived} of {KILLS} taps survived a kill", end="")  # noqa: T201
    assert survived >= SURVIVE_AT_LEAST
