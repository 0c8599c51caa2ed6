"""Radio silence: while an interview is live, not one byte leaves the phone, whatever the browser does by itself."""

from playwright.sync_api import Page

from tests.support.browsers import ColdStart
from tests.support.devices import kept_offline
from tests.support.proxy import Wire

# Longer than the app and the browser wait after a start before they look for a newer version.
SETTLE_MS = 8_000


def arrive(page: Page, wire: Wire) -> None:
    """Visit the site once and let it become complete."""
    page.goto(wire.url)
    kept_offline(page)


def tap(page: Page, flag: str) -> None:
    page.locator(f"[data-flag={flag}]").first.click()


def test_taps_send_nothing(cold_start: ColdStart, counting_proxy: Wire) -> None:
    page = cold_start()
    arrive(page, counting_proxy)
    tap(page, "rude")
    before = counting_proxy.sent
    for flag in ("pay", "unclear", "pay"):
        tap(page, flag)
    page.wait_for_timeout(SETTLE_MS)
    assert counting_proxy.sent == before


def test_a_cold_start_during_an_interview_sends_nothing(cold_start: ColdStart, counting_proxy: Wire) -> None:
    page = cold_start()
    arrive(page, counting_proxy)
    tap(page, "rude")
    page.wait_for_timeout(1_000)
    cold_start.close()
    before = counting_proxy.sent
    page = cold_start()
    for route in ("/", "/history", "/about", "/"):
        page.goto(counting_proxy.url + route)
        page.wait_for_timeout(SETTLE_MS / 8)
    page.wait_for_timeout(SETTLE_MS)
    assert counting_proxy.sent == before
    assert page.locator("[data-flag=rude]").first.get_attribute("aria-pressed") == "true"
