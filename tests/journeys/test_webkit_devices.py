"""Switching sync on, adding a device, leaving and joining again in WebKitGTK: the engine of every iPhone."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect
from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys as Key

from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import labels, pairing
from tests.journeys.test_webkit import Visitor
from tests.support.inspected import inspected
from tests.support.pairing import scanned
from tests.support.profiles import found, in_files, spellings
from tests.support.sealing import Keys, text
from tests.support.vaults import Owner

DRAWN = """const code = document.querySelector("svg.code");
return [code.getAttribute("viewBox"), code.querySelector("path").getAttribute("d")];"""
FORGET = """const done = arguments[0];
const open = indexedDB.open("notes");
open.onsuccess = () => {
  const tx = open.result.transaction(["records", "outbox"], "readwrite");
  tx.objectStore("records").clear();
  tx.objectStore("outbox").clear();
  tx.oncomplete = () => (open.result.close(), done(true));
};"""


class Device(Visitor):
    """A person's device."""

    def lives(self, site: str) -> None:
        """Have an interview."""
        self.open(site)
        self.tap("rude")
        self.is_told("leave_now")
        self.press(labels.I_HAVE_LEFT)

    def switches_on(self) -> list[str]:
        """Switch sync on, and return the words."""
        self.press(texts.SWITCH_ON)
        self.find(".twelve li:nth-child(12)")
        words = [each.text for each in self.browser.find_elements(By.CSS_SELECTOR, ".twelve li")]
        self.press(texts.WRITTEN)
        self.find("input[name=word]")
        for label in self.browser.find_elements(By.CSS_SELECTOR, "label:has(input[name=word])"):
            label.find_element(By.TAG_NAME, "input").send_keys(words[int(label.text.split()[-1]) - 1])
        self.press(texts.PROVE)
        self.is_in_step()
        return words

    def joins(self, words: list[str]) -> None:
        self.press(texts.HAVE_WORDS)
        self.find("textarea[name=words]").send_keys(" ".join(words))
        self.press(texts.JOIN)
        self.is_in_step()

    def is_in_step(self) -> None:
        self.find("[data-status=synced]")

    def has_interviews(self, site: str, number: int) -> None:
        self.open(f"{site}/history")
        self.until(lambda browser: len(browser.find_elements(By.CSS_SELECTOR, "a.interview")) == number)

    def holds(self, name: str) -> None:
        """Hold a button by its key, until it has answered."""
        button = self.find(f"[data-hold={name}]")
        self.browser.execute_script("arguments[0].focus()", button)
        ActionChains(self.browser).key_down(Key.ENTER).pause(1.3).key_up(Key.ENTER).perform()

    def shows_code(self) -> str:
        """Show a code, and return the path that a camera reads in it."""
        self.find(".part > summary").click()
        self.holds("code")
        self.find("svg.code path")
        # As properties these are objects, to Selenium nothing.
        box, path = self.browser.execute_script(DRAWN)
        address = urlsplit(scanned(box, path))
        return f"{address.path}#{address.fragment}"

    def types_number(self, number: str) -> None:
        self.find("input[name=number]").send_keys(number)
        self.press(pairing.JOIN)


def test_two_engines_let_each_other_in(minibrowser: WebKitGTK, phone: Page, desktop: Page, site: str) -> None:
    iphone, android, laptop = Device(minibrowser), Owner(phone), Owner(desktop)
    minibrowser.set_script_timeout(20)
    android.open_app()
    android.tap("pay")
    android.end("stayed")
    android.opens_devices()
    android.switches_on()

    iphone.lives(site)
    iphone.open(site + android.shows_code())
    number = android.number()
    iphone.types_number(number)
    assert iphone.text(".number") == number
    android.lets_in(number)
    iphone.is_in_step()
    assert "#" not in minibrowser.current_url
    iphone.has_interviews(site, 2)

    iphone.open(f"{site}/devices")
    iphone.is_in_step()
    laptop.open_app(iphone.shows_code())
    number = iphone.text(".number")
    laptop.types_number(number)
    assert laptop.number() == number
    iphone.holds("allow")
    laptop.is_in_step()
    laptop.open_app("/history")
    expect(laptop.interviews()).to_have_count(2)


def test_app_beside_its_browser_gets_the_history_by_the_words(
    minibrowser: WebKitGTK, second_minibrowser: WebKitGTK, site: str
) -> None:
    """On an iPhone they have a store each. The browser's goes on by itself afterwards, and nothing is there twice."""
    browser, app = Device(minibrowser), Device(second_minibrowser)
    browser.lives(site)
    browser.open(f"{site}/devices")
    words = browser.switches_on()
    app.lives(site)
    app.open(f"{site}/devices")
    app.joins(words)
    app.has_interviews(site, 2)


def test_a_phone_that_lost_everything_gets_it_back(minibrowser: WebKitGTK, site: str) -> None:
    device = Device(minibrowser)
    minibrowser.set_script_timeout(20)
    device.lives(site)
    device.open(f"{site}/devices")
    words = device.switches_on()
    device.find(".part:last-child > summary").click()
    device.press(texts.STOP_KEEP)
    device.find("main .inked")
    minibrowser.execute_async_script(FORGET)
    device.open(f"{site}/devices")
    device.joins(words)
    device.has_interviews(site, 1)


def test_browser_keeps_nothing_of_the_secret(phone: Page, screen: str, site: str, tmp_path: Path) -> None:
    """The control: what a careless page would do with another vault's secret is found in the same search."""
    android, canary = Owner(phone), b"a canary's words"
    android.open_app()
    android.tap("pay")
    android.end("stayed")
    android.opens_devices()
    words = android.switches_on()
    with inspected(screen, tmp_path, f"{site}/devices/#{text(canary)}") as iphone:
        iphone.sees(texts.FAULTS["code-old"])
        iphone.run(f"localStorage.canary = '{text(canary)}'")
        iphone.opens(f"{site}/about/?{text(canary)}")
        iphone.opens(site + android.shows_code())
        iphone.fills("input[name=number]", android.number())
        iphone.presses(pairing.JOIN)
        android.lets_in(iphone.until("document.querySelector('.number')?.innerText"))
        iphone.until("!document.querySelector('.number')")
        iphone.opens(f"{site}/devices/")
        iphone.finds("[data-status=synced]")
        # And by the words.
        iphone.unfolds(texts.STOP)
        iphone.presses(texts.STOP_KEEP)
        iphone.presses(texts.HAVE_WORDS)
        iphone.fills("textarea[name=words]", " ".join(words))
        iphone.presses(texts.JOIN)
        iphone.until("!document.querySelector('textarea[name=words]')")
        iphone.opens(f"{site}/history/")
        iphone.finds("a.interview")
    control = " ".join(found(tmp_path, spellings(canary)))
    assert all(place in control for place in ("icondatabase", "WebKitCache", "localstorage"))
    keys = Keys(android.entropy())
    looked_for = spellings(keys.entropy) | in_files(keys.auth, *(" ".join(words[at : at + 2]) for at in range(11)))
    assert found(tmp_path, looked_for) == []
