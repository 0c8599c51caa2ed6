"""A captive portal comes up at any moment: what it answers is never kept, and the app is complete once it has gone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.field.captive_portal import WAYS, CaptivePortal
from tests.field.front import Answer, Asked, Front
from tests.field.keeping import SPOIL, missing, parts, wait_until, wrong
from tests.pwa.built import ROUTES
from tests.pwa.conftest import WATCH, wait_for, watching
from tests.pwa.replica import Replica
from tests.support.browsers import PHONE
from tests.support.devices import kept_offline

NO_WORKER = "navigator.serviceWorker.getRegistration().then((r) => r === undefined)"
ONLINE_AGAIN = "dispatchEvent(new Event('online'))"
CHECK = "() => globalThis.update.checkForUpdate()"
APPLY = "() => globalThis.update.applyUpdate()"
BROWSER_LOOKS = """async () => {
    const { installing } = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    return new Promise((done) => installing.addEventListener("statechange", () => done(installing.state)));
}"""
RETRY_MS = 31_000


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(**PHONE)
    yield context
    context.close()


@pytest.fixture
def portal(replica: Replica) -> Iterator[CaptivePortal]:
    with CaptivePortal(replica.url) as portal:
        yield portal


@pytest.fixture
def complete(context: BrowserContext, portal: CaptivePortal) -> Page:
    """A page of a site that is completely on the device."""
    page = watching(context, portal.url)
    wait_for(page, "offlineReady", True)
    return page


def is_of_the_site(path: str) -> bool:
    """Leave what drives the test alone."""
    return not path.startswith(("/raw/", "/sw.js"))


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_is_kept_while_the_site_is_downloaded(
    context: BrowserContext, portal: CaptivePortal, replica: Replica, way: str
) -> None:
    page = context.new_page()
    page.goto(f"{portal.url}/raw/page.htm")
    portal.come_up(way, when=is_of_the_site, after=30)
    page.evaluate(f"() => {{ globalThis.live = false; return ({WATCH})(); }}")
    wait_until(page, lambda: portal.shown > 0 and page.evaluate(NO_WORKER))
    assert wrong(page, replica) == []
    assert missing(page, replica)
    portal.go()
    page.evaluate(ONLINE_AGAIN)
    wait_for(page, "offlineReady", True)
    assert missing(page, replica) == set()


def test_it_is_tried_again_although_nothing_tells_that_the_portal_has_gone(
    context: BrowserContext, portal: CaptivePortal, replica: Replica
) -> None:
    """Not even the worker's own script came; and the browser was allowed to keep what came in its place."""
    portal.come_up("cached", when=lambda path: path == "/sw.js")
    page = context.new_page()
    page.clock.install()
    page.goto(f"{portal.url}/raw/page.htm")
    page.evaluate(f"() => {{ globalThis.live = false; return ({WATCH})(); }}")
    wait_until(page, lambda: portal.shown > 0, each_ms=1_000)
    portal.go()
    wait_until(page, lambda: page.evaluate("globalThis.update.state.get('offlineReady')"), each_ms=RETRY_MS)
    assert missing(page, replica) == set()


def test_right_bytes_of_a_wrong_type_are_refused(context: BrowserContext, replica: Replica) -> None:
    script = parts(replica, 1)[0]

    def mislabelled(asked: Asked) -> Answer | None:
        content = replica.content(script) or b""
        return Answer(200, content, {"Content-Type": "text/plain"}) if asked.path == script else None

    with Front(replica.url, mislabelled) as front:
        page = watching(context, front.url)
        wait_until(page, lambda: script in front.paths and page.evaluate(NO_WORKER))
        assert script in missing(page, replica)


@pytest.mark.parametrize("way", ["page", "redirect", "disguised"])
def test_an_update_that_it_interrupts_is_not_installed(
    complete: Page, portal: CaptivePortal, replica: Replica, way: str
) -> None:
    before = replica.build()["version"]
    replica.release("v2")
    portal.come_up(way, when=is_of_the_site)
    complete.evaluate(CHECK)
    wait_until(complete, lambda: portal.shown > 0)
    complete.wait_for_function("navigator.serviceWorker.getRegistration().then((r) => !r.installing && !r.waiting)")
    assert set(complete.evaluate("caches.keys()")) <= {f"pwa-{before}", "pwa-v2"}
    assert "/index.html" in missing(complete, replica)
    portal.go()
    complete.evaluate(CHECK)
    wait_for(complete, "waiting", True)
    assert missing(complete, replica) == set()


def test_a_look_for_an_update_that_it_answers_changes_nothing(complete: Page, portal: CaptivePortal) -> None:
    for way in WAYS:
        portal.come_up(way)
        complete.evaluate(CHECK)
    portal.go()
    assert complete.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.active !== null)")


def test_what_an_earlier_version_kept_of_it_is_not_taken_over(
    complete: Page, portal: CaptivePortal, replica: Replica
) -> None:
    bad = parts(replica, 8)
    complete.evaluate(SPOIL, bad)
    replica.release("v2")
    portal.asked.clear()
    complete.evaluate(CHECK)
    wait_for(complete, "waiting", True)
    assert {"/index.html"} <= {*portal.paths} <= {"/sw.js", "/index.html", *bad}, "only what was bad or new"
    with complete.expect_navigation():
        complete.evaluate(APPLY)
    assert missing(complete, replica) == set()
    assert "Guest" not in complete.evaluate("(part) => fetch(part).then((answer) => answer.text())", bad[0])


def test_a_device_that_has_nothing_but_the_portals_page_is_healed_by_the_next_version(
    complete: Page, portal: CaptivePortal, replica: Replica
) -> None:
    """No page of it can answer, or ask for the new version: that takes over by itself."""
    complete.evaluate(SPOIL, None)
    complete.goto(portal.url)
    assert complete.title() == "Guest Wi-Fi"
    replica.worker.write_text(replica.worker.read_text().replace("ASK_TIMES = 20", "ASK_TIMES = 1"))
    replica.release("v2")
    complete.evaluate(BROWSER_LOOKS)
    complete.wait_for_function("navigator.serviceWorker.getRegistration().then((r) => r.active && !r.waiting)")
    for route in ROUTES:
        complete.goto(portal.url + route)
        assert complete.title().startswith("Notes"), route
    assert missing(complete, replica) == set()


@pytest.mark.parametrize("way", ["page", "redirect", "required", "hangup"])
def test_the_app_opens_and_works_behind_it(context: BrowserContext, site: str, way: str) -> None:
    with CaptivePortal(site) as portal:
        page = context.new_page()
        page.goto(portal.url)
        kept_offline(page)
        portal.come_up(way)
        for route in (*ROUTES, "/history/", "/?from=home"):
            page.goto(portal.url + route)
            assert page.title().startswith("Notes"), route
        page.goto(portal.url)
        page.locator("[data-flag=rude]").first.click()
        page.locator("[data-verdict=leave_now]").wait_for()
