"""The main journey and the offline start in WebKitGTK, the engine of every iPhone."""

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from interview_exit.rules.limits import SHAKY_SECONDS
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from tests.support.candidate import LATER
from tests.support.proxy import Wire

PATIENCE_SECONDS = 20
KEPT = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));"
ALIVE = "return globalThis.earlyTaps && globalThis.earlyTaps.push !== Array.prototype.push"


class Visitor:
    """What a person does in this browser."""

    def __init__(self, browser: WebKitGTK) -> None:
        self.browser = browser

    def until(self, holds: Callable[[WebKitGTK], Any]) -> Any:  # noqa: ANN401, whatever it finds
        return WebDriverWait(self.browser, PATIENCE_SECONDS).until(holds)

    def open(self, url: str) -> None:
        self.browser.get(url)
        self.is_alive()

    def is_alive(self) -> None:
        self.until(lambda browser: browser.execute_script(ALIVE))

    def find(self, selector: str) -> WebElement:
        return self.until(lambda browser: browser.find_element(By.CSS_SELECTOR, selector))

    def lets_pass(self, seconds: float) -> None:
        """Move the page's steady clock on: what comes now is no hasty tap."""
        self.browser.execute_script(f"({LATER})(arguments[0])", seconds * 1000)

    def tap(self, flag: str) -> None:
        self.lets_pass(SHAKY_SECONDS)
        self.find(f"[data-flag={flag}]").click()

    def press(self, name: str) -> None:
        self.lets_pass(SHAKY_SECONDS)
        # One that still waits takes no click, and Selenium does not say so.
        button = f"//button[normalize-space()='{name}' and not(@disabled)]"
        self.until(lambda browser: browser.find_element(By.XPATH, button)).click()

    def is_told(self, verdict: str) -> None:
        self.find(f"[data-verdict={verdict}]")

    def is_on(self, screen: str) -> None:
        self.find(f"[data-screen={screen}]")

    def text(self, selector: str) -> str:
        return self.find(selector).text


def main_journey(visitor: Visitor) -> None:
    visitor.tap("advert")
    visitor.is_told("clear_air")
    visitor.press("Confirmed")
    visitor.is_told("wrap_up")
    visitor.press(labels.PAUSE_FIRST)
    visitor.is_on("pause")
    visitor.press(labels.STOP)
    visitor.tap("rude")
    visitor.is_told("leave_now")
    assert "I’ll stop here." in visitor.text(".card .say")
    visitor.press(labels.I_HAVE_LEFT)
    visitor.is_on("over")
    visitor.press(labels.NEW_INTERVIEW)
    visitor.is_on("live")


def history(visitor: Visitor) -> None:
    visitor.until(lambda browser: browser.find_element(By.LINK_TEXT, labels.HISTORY)).click()
    visitor.is_on("history")
    assert phrases.ENDINGS["left"].title in visitor.text("a.interview")
    visitor.find("a.interview").click()
    visitor.is_on("interview")
    assert "Rude" in visitor.text(".log")


def test_main_journey(minibrowser: WebKitGTK, site: str) -> None:
    visitor = Visitor(minibrowser)
    visitor.open(site)
    main_journey(visitor)
    history(visitor)


def test_offline_start(minibrowser: WebKitGTK, counting_proxy: Wire) -> None:
    visitor = Visitor(minibrowser)
    visitor.open(counting_proxy.url)
    minibrowser.execute_async_script(KEPT)
    visitor.tap("not_work")
    visitor.is_told("wrap_up")
    counting_proxy.cut()
    minibrowser.get("about:blank")
    visitor.open(counting_proxy.url)
    visitor.is_told("wrap_up")
    main_journey(visitor)
    for route in ("/history", "/about", "/entry"):
        visitor.open(counting_proxy.url + route)
    visitor.open(counting_proxy.url)
    history(visitor)


def test_n12_cover_is_up_again_after_a_reload(minibrowser: WebKitGTK, site: str) -> None:
    visitor = Visitor(minibrowser)
    visitor.open(site)
    visitor.tap("rude")
    visitor.press(labels.COVER)
    visitor.find("[data-cover] textarea").send_keys("Milk")
    minibrowser.refresh()
    visitor.is_on("cover")
    visitor.until(lambda _: visitor.find("[data-cover] textarea").get_property("value") == "Milk")
    ActionChains(minibrowser).click_and_hold(visitor.find("[data-uncover]")).pause(1.2).release().perform()
    visitor.is_told("leave_now")
    minibrowser.refresh()
    visitor.is_on("live")


@pytest.fixture(autouse=True)
def patient(minibrowser: WebKitGTK) -> None:
    minibrowser.set_script_timeout(PATIENCE_SECONDS)
