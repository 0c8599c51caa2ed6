"""A WebKitGTK that keeps a profile on the disk, which one that WebDriver drives does not: its session is a private one.

It is driven by its own inspector, with scripts in place of fingers.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from simple_websocket import Client, ConnectionClosed

from tests.support.site import free_port
from tests.support.webkit import browser_path

PATIENCE_SECONDS = 30
PRESS = """((name) => {
  const is = (each) => each.innerText.trim() === name && !each.disabled;
  const button = [...document.querySelectorAll("button")].find(is);
  button?.click();
  return Boolean(button);
})"""
FILL = """((selector, text) => {
  const field = document.querySelector(selector);
  if (!field) return false;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
  field.dispatchEvent(new Event("input", {bubbles: true}));
  return true;
})"""
UNFOLD = """((title) => {
  const summary = [...document.querySelectorAll("summary")].find((each) => each.innerText.includes(title));
  summary?.click();
  return Boolean(summary);
})"""
ALIVE = "globalThis.earlyTaps && globalThis.earlyTaps.push !== Array.prototype.push"


class Inspected:
    """The browser's one page."""

    def __init__(self, inspector: Client) -> None:
        self._inspector, self._asked = inspector, 0
        # It says which page there is once it is asked for anything.
        self._send("Target.setPauseOnStart", pauseOnStart=False)
        self._page = self._hears("Target.targetCreated")["targetInfo"]["targetId"]

    def run(self, script: str) -> Any:  # noqa: ANN401, whatever it comes to
        """Return what a script comes to; nothing when the page was left meanwhile."""
        self._asked += 1
        ask = {"id": self._asked, "method": "Runtime.evaluate"}
        message = json.dumps(ask | {"params": {"expression": script, "returnByValue": True}})
        self._send("Target.sendMessageToTarget", targetId=self._page, message=message)
        while True:
            said = json.loads(self._hears("Target.dispatchMessageFromTarget")["message"])
            if said.get("id") == self._asked:
                return said.get("result", {}).get("result", {}).get("value")

    def until(self, script: str) -> Any:  # noqa: ANN401, whatever it comes to
        return _until(lambda: self.run(script), lambda: f"never {script} in {self.run('document.body.innerText')}")

    def opens(self, url: str) -> None:
        self.run(f"location.href = {json.dumps(url)}")
        self.until(f"{ALIVE} && location.href.startsWith({json.dumps(url.partition('#')[0])})")

    def presses(self, name: str) -> None:
        self.until(f"{PRESS}({json.dumps(name)})")

    def fills(self, selector: str, text: str) -> None:
        self.until(f"{FILL}({json.dumps(selector)}, {json.dumps(text)})")

    def unfolds(self, title: str) -> None:
        self.until(f"{UNFOLD}({json.dumps(title)})")

    def sees(self, text: str) -> None:
        self.until(f"document.body.innerText.includes({json.dumps(text)})")

    def finds(self, selector: str) -> None:
        self.until(f"Boolean(document.querySelector({json.dumps(selector)}))")

    def _send(self, method: str, **params: object) -> None:
        self._inspector.send(json.dumps({"id": 0, "method": method, "params": params}))

    def _hears(self, method: str) -> dict[str, Any]:
        while said := self._inspector.receive(timeout=PATIENCE_SECONDS):
            message = json.loads(said)
            if message.get("method") == method:
                return message["params"]
        raise AssertionError(f"no {method}")


@contextmanager
def inspected(screen: str, profile: Path, url: str) -> Iterator[Inspected]:
    """Open a page in a browser with a profile; it is ended at the end, and the profile stays."""
    port = free_port()
    places = {f"XDG_{kind.upper()}_HOME": f"{profile}/{kind}" for kind in ("data", "cache", "config")}
    given = os.environ | places | {"DISPLAY": screen, "HOME": str(profile)}
    given |= {"WEBKIT_INSPECTOR_HTTP_SERVER": f"127.0.0.1:{port}"}
    command = [browser_path(), "--enable-developer-extras=true", url]
    browser = subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"127.0.0.1:{port}"
        _until(lambda: url.partition("#")[0] in _targets(address), lambda: "no page")
        inspector = Client(f"ws://{address}/socket/1/1/WebPage")
        page = Inspected(inspector)
        page.until(ALIVE)
        yield page
        with suppress(ConnectionClosed):
            inspector.close()
    finally:
        browser.terminate()
        browser.wait()


def _targets(address: str) -> str:
    with suppress(OSError), urlopen(f"http://{address}/", timeout=PATIENCE_SECONDS) as answer:
        return answer.read().decode()
    return ""


def _until(true: Callable[[], Any], failing: Callable[[], str]) -> Any:  # noqa: ANN401, whatever it comes to
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (value := true()):
        assert time.monotonic() < deadline, failing()
        time.sleep(0.1)
    return value
