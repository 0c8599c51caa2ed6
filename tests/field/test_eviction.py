"""A browser short of space drops what is kept, and leaves the worker: all is put back while there is a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from selenium.webdriver import WebKitGTK

from tests.field.captive_portal import CaptivePortal
from tests.field.front import Front
from tests.field.keeping import EVICT, KEPT, SPOIL, missing, parts, wait_until, wait_until_complete
from tests.pwa.built import ROUTES, build_facts
from tests.pwa.conftest import wait_for, watching
from tests.pwa.replica import Replica
from tests.pwa.test_webkit import START, until
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline, kept_on_disk

# Longer than the page waits after a start, or after an interview, before it has anything looked after.
SETTLED_MS = 6_000
AGAIN = "() => globalThis.update.watch({ isLive: () => globalThis.live })"
MEND = """async () => (await navigator.serviceWorker.getRegistration()).active.postMessage({ pwa: "mend" })"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(**PHONE)
    context.clock.install()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, replica: Replica) -> Page:
    """A page of a site that is completely on the device."""
    page = watching(context, replica.url)
    wait_for(page, "offlineReady", True)
    return page


def opens_offline(page: Page, replica: Replica) -> None:
    with replica.away():
        for route in ROUTES:
            page.goto(replica.url + route)
            page.locator("[data-screen]").wait_for()


def test_everything_comes_back_at_the_next_start_with_a_network(page: Page, replica: Replica) -> None:
    page.evaluate(EVICT, None)
    page.goto(replica.url)
    wait_until_complete(page, replica)
    opens_offline(page, replica)


@pytest.mark.parametrize("harm", [EVICT, SPOIL], ids=["evicted", "spoilt"])
def test_only_what_is_missing_or_spoilt_is_asked_for(page: Page, replica: Replica, harm: str) -> None:
    gone = [*parts(replica, 3), "/icons/notes/any-192.png", "/manifests/exit.webmanifest"]
    page.evaluate(harm, [*gone, "/history"])
    replica.requests.clear()
    page.evaluate(MEND)
    wait_until_complete(page, replica)
    assert {path for path in gone if "assets" not in path} <= {*replica.requests} <= {*gone}


def test_nothing_is_asked_for_during_an_interview_and_everything_afterwards(page: Page, replica: Replica) -> None:
    page.evaluate("globalThis.live = true")
    page.evaluate(AGAIN)
    page.evaluate(EVICT, None)
    replica.requests.clear()
    for ask in (MEND, "dispatchEvent(new Event('online'))", MEND):
        page.evaluate(ask)
        page.clock.run_for(SETTLED_MS)
        page.wait_for_timeout(300)
    assert replica.requests == []
    page.evaluate("globalThis.live = false")
    page.evaluate(AGAIN)
    wait_until_complete(page, replica)
    assert "/sw.js" not in replica.requests, "which would tell when it ended"


def test_an_interview_in_which_it_happens_sends_nothing_and_its_end_heals(
    context: BrowserContext, site: str, built: Path
) -> None:
    with Front(site) as front:
        page = context.new_page()
        page.goto(front.url)
        kept_offline(page)
        candidate = Candidate(page)
        candidate.waits_until_alive()
        candidate.tap("rude")
        kept_on_disk(page)
        page.evaluate(EVICT, None)
        front.asked.clear()
        page.evaluate(MEND)
        page.clock.run_for(SETTLED_MS)
        page.wait_for_timeout(300)
        assert front.paths == []
        candidate.end("left")
        whole = len(build_facts(built)["files"]) + len(ROUTES)
        wait_until(page, lambda: len(page.evaluate(KEPT)) == whole, each_ms=1_000)
    page.goto(f"{front.url}/history")
    page.locator("[data-screen]").wait_for()


@pytest.mark.parametrize("download", [MEND, "() => globalThis.update.checkForUpdate()"], ids=["mending", "update"])
def test_an_interview_that_begins_meanwhile_stops_it(page: Page, replica: Replica, download: str) -> None:
    replica.release("v2")
    page.evaluate(EVICT, None)
    page.evaluate("globalThis.asked = 0")
    page.evaluate("globalThis.update.watch({ isLive: () => (globalThis.asked += 1) > 8 })")
    replica.requests.clear()
    page.evaluate(download)
    page.wait_for_function("globalThis.asked > 8")
    page.wait_for_timeout(500)
    assert 0 < len({*replica.requests} - {"/sw.js"}) < 8
    assert page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.waiting === null)")


def test_a_version_that_waits_is_looked_after_too(page: Page, replica: Replica) -> None:
    replica.release("v2")
    page.evaluate("() => globalThis.update.checkForUpdate()")
    wait_for(page, "waiting", True)
    page.evaluate(EVICT, None)
    again = watching(page.context, replica.url)
    wait_until_complete(again, replica)


def test_a_part_that_is_asked_for_is_put_back_if_it_is_right(context: BrowserContext, replica: Replica) -> None:
    part, other = parts(replica, 2)
    with CaptivePortal(replica.url) as portal:
        page = watching(context, portal.url)
        wait_for(page, "offlineReady", True)
        page.evaluate(EVICT, [part, other])
        portal.come_up(when=lambda path: path == other)
        for path in (part, other):
            page.evaluate("(path) => fetch(path).then((answer) => answer.text())", path)
        page.wait_for_function("(path) => caches.match(path)", arg=part)
        assert missing(page, replica) == {other}


def test_webkit_puts_everything_back(minibrowser: WebKitGTK, replica: Replica) -> None:
    minibrowser.set_script_timeout(20)
    minibrowser.get(f"{replica.url}/raw/page.htm")
    minibrowser.execute_script(START)
    until(minibrowser, "globalThis.update?.state.get('offlineReady')")
    minibrowser.execute_async_script(f"({EVICT})(null).then(arguments[0])")
    minibrowser.execute_script(f"({MEND})()")
    whole = len(replica.build()["files"]) + len(ROUTES)
    until(
        minibrowser,
        f"caches.open('pwa-{replica.build()['version']}').then((c) => c.keys()).then((k) => k.length === {whole})",
    )
    with replica.away():
        minibrowser.get(f"{replica.url}/history")
        until(minibrowser, "document.querySelector('[data-screen]') !== null")
