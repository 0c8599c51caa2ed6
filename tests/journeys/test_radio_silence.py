"""While an interview is live not one byte leaves, whatever is done: counted in front of the server."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from interview_exit.words.texts import labels
from tests.support.browsers import ColdStart
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline
from tests.support.proxy import Wire


@contextmanager
def silent(wire: Wire) -> Iterator[None]:
    """Expect that not one byte goes either way.

    Connections are not counted: at a cold start Chromium opens one or two for the address, in case it should need
    them, and sends nothing over them. No page can prevent it.
    """
    before = wire.sent, wire.received
    yield
    assert (wire.sent, wire.received) == before


@pytest.fixture
def live(cold_start: ColdStart, counting_proxy: Wire) -> Candidate:
    """A candidate in an interview, on their second visit."""
    candidate = Candidate(cold_start(base_url=counting_proxy.url))
    candidate.open_app()
    kept_offline(candidate.page)
    candidate.tap("advert")
    candidate.pressed("advert")
    return candidate


def test_whatever_is_done_in_an_interview_sends_nothing(live: Candidate, counting_proxy: Wire) -> None:
    with silent(counting_proxy):
        live.answer("skipped")
        live.opens_details()
        live.page.get_by_text(labels.NAMES).click()
        live.writes(labels.COMPANY, "Northwind")
        live.goes_back()
        live.opens_details()
        live.press(labels.PAUSE)
        live.press(labels.STOP)
        live.press(labels.BACK)
        live.opens_more()
        live.tap("uneasy")
        live.switches_wording()
        live.open_live_log()
        live.writes(labels.NOTE, "Never again")
        live.page.get_by_role("button", name=labels.TAKE_BACK).first.click()
        live.page.get_by_role("link", name=labels.BACK).click()
        live.press(labels.COVER)
        live.page.get_by_role("textbox").fill("Milk")
        live.reloads()


def test_cold_start_and_every_page_in_an_interview_send_nothing(
    live: Candidate, cold_start: ColdStart, counting_proxy: Wire
) -> None:
    cold_start.close()
    with silent(counting_proxy):
        candidate = Candidate(cold_start(base_url=counting_proxy.url))
        candidate.page.clock.install()
        for route in ("/history", "/settings", "/about", "/entry", "/"):
            candidate.open_app(route)
            # Hours in which the app might look for a newer version.
            candidate.page.clock.fast_forward("02:00:00")
        candidate.pressed("advert")


def test_ending_sends_nothing_and_the_wire_was_listening(live: Candidate, counting_proxy: Wire) -> None:
    with silent(counting_proxy):
        live.end("stayed")
        live.open_history()
        live.open_log()
        expect(live.field(labels.NOTE)).to_be_visible()
    before = counting_proxy.sent
    live.page.evaluate("fetch('/?heard', {cache: 'no-store'}).then((answer) => answer.status)")
    assert counting_proxy.sent > before
