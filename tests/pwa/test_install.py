"""Choosing a name before installing, and the browser's own install dialog."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from interview_exit.words.texts import labels
from tests.pwa.conftest import wait_for, watching
from tests.pwa.replica import Replica
from tests.support.browsers import PHONE
from tests.support.devices import device

HEAD = """() => Object.fromEntries([
    ["manifest", "link[rel=manifest]"], ["icon", "link[rel=icon]"], ["apple", "link[rel=apple-touch-icon]"],
].map(([name, selector]) => [name, document.querySelector(selector).getAttribute("href")]))"""
OFFER = """(outcome) => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = async () => { globalThis.prompted = true; if (outcome === "refused") throw new Error("no press"); };
    return dispatchEvent(event);
}"""


@pytest.fixture
def page(chromium: Browser, replica: Replica) -> Iterator[Page]:
    context = chromium.new_context(**PHONE)
    yield watching(context, replica.url)
    context.close()


def test_the_default_identity_is_linked(page: Page) -> None:
    assert page.evaluate(HEAD)["manifest"] == "/manifests/notes.webmanifest"
    wait_for(page, "identity", "notes")


def test_another_identity_changes_manifest_icons_and_title(page: Page) -> None:
    page.evaluate("globalThis.update.chooseIdentity('timer')")
    assert page.evaluate(HEAD) == {
        "manifest": "/manifests/timer.webmanifest",
        "icon": "/icons/timer/favicon.svg",
        "apple": "/icons/timer/apple-touch-180.png",
    }
    title = page.locator("meta[name=apple-mobile-web-app-title]")
    assert title.get_attribute("content") == "Timer"
    assert page.title() == "Timer"
    wait_for(page, "identity", "timer")


def test_the_choice_is_remembered(page: Page, replica: Replica) -> None:
    page.evaluate("globalThis.update.chooseIdentity('exit')")
    again = watching(page.context, replica.url)
    wait_for(again, "identity", "exit")
    assert again.evaluate(HEAD)["manifest"] == "/manifests/exit.webmanifest"


def test_an_unknown_choice_falls_back_to_the_default(page: Page, replica: Replica) -> None:
    page.evaluate("localStorage.setItem('identity', 'nonsense')")
    again = watching(page.context, replica.url)
    wait_for(again, "identity", "notes")


def test_the_browsers_offer_is_kept_until_asked_for(page: Page) -> None:
    assert not page.evaluate(OFFER, "accepted"), "else the browser advertises installing by itself"
    wait_for(page, "installable", True)
    assert page.evaluate("globalThis.prompted") is None
    page.evaluate("globalThis.update.install()")
    assert page.evaluate("globalThis.prompted")
    wait_for(page, "installable", False)


def test_a_refused_dialog_is_no_error(page: Page) -> None:
    page.evaluate(OFFER, "refused")
    page.evaluate("globalThis.update.install()")
    wait_for(page, "installable", False)


def test_an_offer_for_the_identity_before_is_dropped(page: Page) -> None:
    page.evaluate(OFFER, "accepted")
    page.evaluate("globalThis.update.chooseIdentity('exit')")
    wait_for(page, "installable", False)


def test_an_identity_keeps_its_name_in_the_title_of_every_page(chromium: Browser, site: str) -> None:
    with device(chromium, PHONE, site) as page:
        page.goto("/settings")
        page.get_by_role("button", name="Exit", exact=True).click()
        expect(page).to_have_title("Exit – settings")
        page.get_by_role("link", name=labels.BACK).click()
        expect(page).to_have_title("Exit")
        page.get_by_role("link", name=labels.HISTORY).click()
        expect(page).to_have_title("Exit – list")
        page.goto("/no/such/page")
        expect(page).to_have_title("Exit – nothing here")
        page.goto("/settings")
        page.get_by_role("button", name="Notes", exact=True).click()
        expect(page).to_have_title("Notes – settings")
