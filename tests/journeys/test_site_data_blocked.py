"""A browser that keeps nothing for the site, however it says so: all works until the page closes, and it is told."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interview_exit.words.texts import labels
from tests.field.journey import PAGES
from tests.support.browsers import PHONE, ColdStart, watched
from tests.support.candidate import Candidate

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
INTERFACES = (
    *("indexedDB", "localStorage", "sessionStorage", "caches", "BroadcastChannel"),
    *("navigator.serviceWorker", "navigator.storage", "navigator.locks"),
)
THROWING = """(interfaces) => {
    const deny = () => { throw new DOMException("denied", "SecurityError"); };
    for (const name of interfaces) {
        const owner = name.startsWith("navigator.") ? navigator : globalThis;
        const denied = name === "BroadcastChannel" ? {value: class { constructor() { deny(); } }} : {get: deny};
        Object.defineProperty(owner, name.split(".").pop(), {...denied, configurable: true});
    }
}"""
MISSING = THROWING.replace("{...denied,", "{value: undefined,")


def deny(page: Page, how: str, *interfaces: str) -> None:
    page.add_init_script(f"({how})({json.dumps(interfaces)})")


def whole_journey(candidate: Candidate) -> None:
    """Go from a tap to the history, with all that is on the way."""
    told = candidate.page.locator(".notice.fault")
    expect(told).to_have_text(labels.FAULTS["storage-denied"])
    candidate.tap("advert")
    candidate.is_told("clear_air")
    candidate.answer("confirmed")
    candidate.press(labels.SKIP_PAUSE)
    candidate.is_told("wrap_up")
    candidate.press(labels.COVER)
    candidate.lifts_the_cover()
    candidate.opens_details()
    candidate.press(labels.PAUSE)
    candidate.is_on("pause")
    candidate.press(labels.STOP)
    candidate.press(labels.BACK)
    candidate.end("wrapped_up")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    expect(told).to_have_text(labels.FAULTS["storage-denied"])


def test_chromium_that_blocks_all_of_it(cold_start: ColdStart, site: str, tmp_path: Path) -> None:
    settings = tmp_path / "profile" / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(BLOCKED), encoding="utf-8")
    candidate = Candidate(cold_start(base_url=site))
    candidate.open_app()
    assert candidate.page.evaluate("() => { try { return !localStorage } catch { return true } }"), "nothing is blocked"
    whole_journey(candidate)


@pytest.mark.parametrize("how", [THROWING, MISSING], ids=["throwing", "missing"])
def test_whatever_way_it_denies_all_of_it(candidate: Candidate, how: str) -> None:
    deny(candidate.page, how, *INTERFACES)
    candidate.open_app()
    whole_journey(candidate)


def test_any_one_of_them_may_throw_alone(chromium: Browser, site: str) -> None:
    for interface in INTERFACES:
        context = chromium.new_context(**PHONE, base_url=site)
        page, errors = watched(context)
        deny(page, THROWING, interface)
        candidate = Candidate(page)
        candidate.open_app()
        candidate.tap("rude")
        candidate.is_told("leave_now")
        assert errors == [], interface
        context.close()


def test_every_page_says_so(candidate: Candidate) -> None:
    deny(candidate.page, THROWING, *INTERFACES)
    for path in PAGES:
        candidate.page.goto(path)
        expect(candidate.page.locator(".notice.fault")).to_have_text(labels.FAULTS["storage-denied"])
