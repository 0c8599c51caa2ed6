"""Switching sync on, leaving and joining again in WebKitGTK: keys, locks and the database of every iPhone."""

from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By

from interview_exit.texts import labels
from interview_exit.texts import vault as texts
from tests.journeys.test_webkit import Visitor

FORGET = """const done = arguments[0];
const open = indexedDB.open("notes");
open.onsuccess = () => {
  const tx = open.result.transaction(["records", "outbox"], "readwrite");
  tx.objectStore("records").clear();
  tx.objectStore("outbox").clear();
  tx.oncomplete = () => (open.result.close(), done(true));
};"""


def test_a_phone_that_lost_everything_gets_it_back(minibrowser: WebKitGTK, site: str) -> None:
    visitor = Visitor(minibrowser)
    minibrowser.set_script_timeout(20)
    visitor.open(site)
    visitor.tap("rude")
    visitor.is_told("leave_now")
    visitor.press(labels.END)
    visitor.press("I left")
    visitor.open(f"{site}/devices")
    visitor.press(texts.SWITCH_ON)
    visitor.find(".twelve li:nth-child(12)")
    words = [each.text for each in minibrowser.find_elements(By.CSS_SELECTOR, ".twelve li")]
    visitor.press(texts.WRITTEN)
    visitor.find("input[name=word]")
    for label in minibrowser.find_elements(By.CSS_SELECTOR, "label:has(input[name=word])"):
        label.find_element(By.TAG_NAME, "input").send_keys(words[int(label.text.split()[-1]) - 1])
    visitor.press(texts.PROVE)
    visitor.find("[data-status=synced]")
    visitor.find(".part:last-child > summary").click()
    visitor.press(texts.STOP_KEEP)
    visitor.find("main .inked")
    minibrowser.execute_async_script(FORGET)
    visitor.open(f"{site}/devices")
    visitor.press(texts.HAVE_WORDS)
    visitor.find("textarea[name=words]").send_keys(" ".join(words))
    visitor.press(texts.JOIN)
    visitor.find("[data-status=synced]")
    visitor.open(f"{site}/history")
    visitor.find("a.interview")
