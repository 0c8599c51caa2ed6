"""After one visit everything works without a network, from a new browser process, wherever it is opened."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from interview_exit.words.texts import labels, titles
from tests.pwa.built import ROUTES, title_of
from tests.support.browsers import ColdStart
from tests.support.devices import kept_offline
from tests.support.proxy import Wire

SPELLINGS = ["/", "/?source=elsewhere", "/#words", "/history/", "/history?x=1"]
SPELLINGS += ["/entry#0123456789abcdefghijkl", "/entry/?a=b#c", "/about/#limits"]
HYDRATED = """() => [...document.querySelectorAll("main, main *")].some(
    (element) => Object.keys(element).some((key) => key.startsWith("__reactProps")))"""
VIOLATIONS = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
    globalThis.violations.push(`${violatedDirective} ${sample}`));"""


@pytest.fixture
def visited(cold_start: ColdStart, counting_proxy: Wire) -> Wire:
    """A site that was visited once, on its front page, and is out of reach since."""
    page = cold_start()
    page.goto(counting_proxy.url)
    kept_offline(page)
    cold_start.close()
    counting_proxy.cut()
    return counting_proxy


def opened(page: Page, url: str) -> Page:
    """Open a page and wait until it is alive."""
    page.add_init_script(VIOLATIONS)
    page.goto(url)
    page.wait_for_function(HYDRATED, timeout=10_000)
    return page


@pytest.mark.parametrize("route", ROUTES)
def test_opens_from_a_cold_start(visited: Wire, cold_start: ColdStart, built: Path, route: str) -> None:
    page = opened(cold_start(), visited.url + route)
    assert page.title() == title_of(built, route)
    assert page.evaluate("globalThis.violations") == []


def test_opens_however_the_address_is_spelt(visited: Wire, cold_start: ColdStart) -> None:
    page = cold_start()
    for spelling in SPELLINGS:
        assert opened(page, visited.url + spelling).locator("[data-screen]").count(), spelling


@pytest.mark.parametrize("path", ["/nothing", "/nothing/so/deep/", "/history/nothing.html"])
def test_an_unknown_address_leads_back_to_the_flags_with_and_without_a_network(
    counting_proxy: Wire, cold_start: ColdStart, path: str
) -> None:
    url = counting_proxy.url
    page = cold_start()
    answer = page.goto(f"{url}{path}")
    assert answer
    assert answer.status == 404
    leads_back(page)
    kept_offline(page)
    cold_start.close()
    counting_proxy.cut()
    page = cold_start()
    page.goto(f"{url}{path}")
    leads_back(page)


def leads_back(page: Page) -> None:
    """Expect a neutral page of our own, and follow its link."""
    expect(page.get_by_role("heading", level=1)).to_have_text(labels.MISSING)
    assert page.title() == titles.MISSING
    page.get_by_role("link", name=labels.MISHAP_AGAIN).click()
    expect(page.locator("[data-screen]")).to_have_attribute("data-screen", "live")
    assert urlsplit(page.url).path == "/"


@pytest.mark.parametrize("route", ROUTES)
def test_policy_refuses_nothing_that_a_page_needs(phone: Page, site: str, route: str) -> None:
    opened(phone, site + route)
    phone.wait_for_timeout(500)
    assert phone.evaluate("globalThis.violations") == []


def test_says_what_is_needed_without_javascript(cold_start: ColdStart, site: str) -> None:
    page = cold_start(java_script_enabled=False)
    page.goto(site)
    assert page.locator("body > :visible").count() == 1
    assert "JavaScript" in page.locator("body").inner_text()
