"""Behind a proxy that wants a login everything is installed and kept, and its own pages stay within reach."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.field.authenticating_proxy import LOGIN, AuthenticatingProxy
from tests.field.keeping import missing
from tests.pwa.built import ROUTES
from tests.pwa.conftest import LIVE_FLAG, WATCH, wait_for, watching
from tests.pwa.replica import Replica
from tests.support.browsers import PHONE

IDENTITIES = ("notes", "exit", "timer")
NEWER = "() => globalThis.update.checkForUpdate()"


@pytest.fixture(params=["basic", "cookie"])
def proxy(request: pytest.FixtureRequest, replica: Replica) -> Iterator[AuthenticatingProxy]:
    with AuthenticatingProxy(replica.url, request.param) as proxy:
        yield proxy


@pytest.fixture
def context(chromium: Browser, proxy: AuthenticatingProxy) -> Iterator[BrowserContext]:
    context = chromium.new_context(**PHONE, **proxy.login)
    proxy.log_in(context)
    yield context
    context.close()


def manifest(page: Page) -> dict[str, Any]:
    """Fetch it as the browser does before it offers to install."""
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    session.detach()
    return found


def test_every_manifest_and_icon_comes_with_the_login(
    context: BrowserContext, proxy: AuthenticatingProxy, replica: Replica
) -> None:
    page = watching(context, proxy.url)
    for identity in IDENTITIES:
        page.evaluate("(identity) => globalThis.update.chooseIdentity(identity)", identity)
        found = manifest(page)
        assert found["url"].endswith(f"/{identity}.webmanifest")
        assert found.get("data") == (replica.folder / "manifests" / f"{identity}.webmanifest").read_text()


def test_everything_is_kept_and_a_newer_version_found(
    context: BrowserContext, proxy: AuthenticatingProxy, replica: Replica
) -> None:
    page = context.new_page()
    page.add_init_script(LIVE_FLAG)
    page.goto(f"{proxy.url}/raw/page.htm")
    proxy.refused.clear()
    page.evaluate(WATCH)
    wait_for(page, "offlineReady", True)
    assert missing(page, replica) == set()
    replica.release("v2")
    page.evaluate(NEWER)
    wait_for(page, "waiting", True)
    # A browser sends a password unasked only below where it was asked for it (RFC 7617): the driver lives in a folder.
    assert proxy.refused == (["/sw.js"] if proxy.way == "basic" else [])


def test_the_app_opens_without_a_login_and_leads_back_to_it(chromium: Browser, replica: Replica) -> None:
    with AuthenticatingProxy(replica.url, "cookie") as proxy:
        context = chromium.new_context(**PHONE)
        proxy.log_in(context)
        page = watching(context, proxy.url)
        wait_for(page, "offlineReady", True)
        proxy.log_out()
        for route in ROUTES:
            page.goto(proxy.url + route)
            page.locator("[data-screen]").wait_for()
        page.goto(proxy.url + "/nothing/here")
        assert page.url.endswith(LOGIN), "the proxy's own redirect leads to its page"
        page.goto(proxy.url + LOGIN)
        assert page.title() == "Log in"
        page.get_by_role("button").click()
        page.wait_for_url("**/healthz")
        context.close()
