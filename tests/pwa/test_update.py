"""A newer version waits, says so, and takes over only when it is asked to, never during an interview."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.pwa.conftest import wait_for, watching
from tests.pwa.replica import Replica
from tests.support.browsers import DESKTOP

CHECK = "() => globalThis.update.checkForUpdate()"
APPLY = "() => globalThis.update.applyUpdate()"
# What a browser does by itself on a navigation, once it has not asked for a day.
BROWSER_LOOKS = """async () => {
    const { installing } = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    return new Promise((done) => installing.addEventListener("statechange", () => done(installing.state)));
}"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(**DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, replica: Replica) -> Page:
    """A page of a site that is completely on the device."""
    page = watching(context, replica.url)
    wait_for(page, "offlineReady", True)
    page.evaluate("globalThis.untouched = true")
    replica.requests.clear()
    return page


def caches_of(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


def controlled_by(page: Page) -> str:
    """Return the release whose home page the worker answers with."""
    return page.evaluate("fetch('/index.html').then((r) => r.text())").partition('"release" content="')[2][:2]


def announced(page: Page, replica: Replica, name: str = "v2") -> None:
    replica.release(name)
    page.evaluate(CHECK)
    wait_for(page, "waiting", True)


def test_new_version_waits_and_is_announced(page: Page, replica: Replica) -> None:
    announced(page, replica)
    assert page.evaluate("globalThis.untouched")
    assert controlled_by(page) != "v2"


def test_only_what_changed_is_downloaded(page: Page, replica: Replica) -> None:
    announced(page, replica)
    assert sorted(set(replica.requests)) == ["/index.html", "/sw.js"]


def test_new_version_takes_over_when_asked_to(page: Page, replica: Replica) -> None:
    announced(page, replica)
    with page.expect_navigation():
        page.evaluate(APPLY)
    assert page.evaluate("globalThis.untouched") is None
    assert controlled_by(page) == "v2"


def test_new_version_never_takes_over_during_an_interview(page: Page, replica: Replica) -> None:
    announced(page, replica)
    page.evaluate("globalThis.live = true")
    page.evaluate(APPLY)
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.untouched")
    assert page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.waiting !== null)")


def test_nobody_looks_for_a_new_version_during_an_interview(page: Page, replica: Replica) -> None:
    replica.release("v2")
    page.evaluate("globalThis.live = true")
    page.evaluate(CHECK)
    assert replica.requests == []


def test_version_that_the_browser_finds_during_an_interview_is_not_downloaded(page: Page, replica: Replica) -> None:
    replica.release("v2")
    page.evaluate("globalThis.live = true")
    assert page.evaluate(BROWSER_LOOKS) == "redundant"
    assert replica.requests == ["/sw.js"]
    page.evaluate("globalThis.live = false")
    page.evaluate(CHECK)
    wait_for(page, "waiting", True)


def test_version_replaces_a_page_that_no_longer_answers(context: BrowserContext, replica: Replica) -> None:
    replica.worker.write_text(replica.worker.read_text().replace("ASK_TIMES = 20", "ASK_TIMES = 1"))
    page = watching(context, replica.url)
    wait_for(page, "offlineReady", True)
    page.goto(f"{replica.url}/raw/page.htm")
    replica.worker.write_text(replica.worker.read_text() + "\n// fixed\n")
    assert page.evaluate(BROWSER_LOOKS) == "installed"


def test_second_tab_stays_as_it_is_and_complete(context: BrowserContext, page: Page, replica: Replica) -> None:
    part = next(path for path in replica.build()["files"] if path.startswith("/assets/"))
    other = watching(context, replica.url)
    other.evaluate("globalThis.untouched = true")
    replica.release("v2", without=part)
    page.evaluate(CHECK)
    wait_for(page, "waiting", True)
    with page.expect_navigation():
        page.evaluate(APPLY)
    wait_for(other, "waiting", False)
    assert other.evaluate("globalThis.untouched")
    assert other.evaluate("(part) => fetch(part).then((answer) => answer.status)", part) == 200


def test_old_version_is_dropped_at_the_next_start(page: Page, replica: Replica) -> None:
    announced(page, replica)
    with page.expect_navigation():
        page.evaluate(APPLY)
    assert len(caches_of(page)) == 2
    page.evaluate("async () => (await import('/raw/app/update.js')).watch({ isLive: () => false })")
    page.wait_for_function("caches.keys().then((names) => names.length === 1)")
    assert caches_of(page) == ["pwa-v2"]


def test_checking_without_a_network_changes_nothing(page: Page, replica: Replica) -> None:
    with replica.away():
        page.evaluate(CHECK)
    assert page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.updateViaCache)") == "all"
    assert page.evaluate("globalThis.update.state.get('offlineReady')")


def test_first_visit_that_was_cut_off_is_completed(context: BrowserContext, replica: Replica) -> None:
    page_file = replica.folder / "about" / "index.html"
    content = page_file.read_bytes()
    page_file.unlink()
    page = watching(context, replica.url)
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((r) => r === undefined)")
    while "/about/index.html" not in replica.requests:
        page.wait_for_timeout(50)
    page_file.write_bytes(content)
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_for(page, "offlineReady", True)


@pytest.mark.parametrize(("hours", "asks"), [(1, False), (9, True), (-1, True)])
def test_an_overdue_look_comes_before_the_first_tap_can(page: Page, replica: Replica, hours: int, asks: bool) -> None:
    """Else the browser would ask by itself, a few seconds later, whatever had been tapped by then."""
    page.evaluate("(hours) => localStorage.setItem('checked', Date.now() - hours * 3_600_000)", hours)
    again = watching(page.context, replica.url)
    wait_for(again, "offlineReady", True)
    again.wait_for_timeout(1_500)
    assert ("/sw.js" in replica.requests) == asks
