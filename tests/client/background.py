"""A page that really goes to the background: hidden, throttled and frozen as on a phone.

Playwright keeps every page in the foreground, so this speaks to a Chromium of its own over the DevTools protocol.
"""

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websocket import WebSocket, create_connection

from tests.support.browsers import CHROMIUM_FLAGS, chromium_path

PATIENCE_SECONDS = 30


class Tab:
    """One tab, with another beside it that can be brought to the front."""

    def __init__(self, port: int) -> None:
        self._ids = count(1)
        self._port = port
        self._target = next(tab for tab in self._list() if tab["type"] == "page")
        self._socket = self._connect(self._target["webSocketDebuggerUrl"])
        self._other = self.send("Target.createTarget", url="about:blank", background=True)["targetId"]

    def goto(self, url: str) -> None:
        """Load a page and wait until it is there."""
        self.send("Page.navigate", url=url)
        until(lambda: self.evaluate(f"location.href.startsWith({url!r}) && document.readyState === 'complete'"))

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401, as Playwright's own
        """Return what an expression is, or what its promise resolves to."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def hide(self) -> None:
        """Bring another tab to the front."""
        self.send("Target.activateTarget", targetId=self._other)
        until(lambda: self.evaluate("document.hidden"))

    def show(self) -> None:
        """Bring this tab back to the front."""
        self.send("Target.activateTarget", targetId=self._target["id"])
        until(lambda: not self.evaluate("document.hidden"))

    def freeze(self) -> None:
        """Stop every timer of the hidden page, as systems do to save the battery."""
        self.send("Page.setWebLifecycleState", state="frozen")

    def thaw(self) -> None:
        """Let the frozen page run again."""
        self.send("Page.setWebLifecycleState", state="active")

    def send(self, method: str, **params: str | int) -> dict[str, Any]:
        """Send one command and return its result."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def close(self) -> None:
        """Let go of the tab."""
        self._socket.close()

    def _list(self) -> list[dict[str, Any]]:
        with urlopen(f"http://127.0.0.1:{self._port}/json") as answer:
            return json.load(answer)

    def _connect(self, url: str) -> WebSocket:
        return create_connection(url, suppress_origin=True, timeout=PATIENCE_SECONDS)


@contextmanager
def background_tab(folder: Path) -> Iterator[Tab]:
    """Run a Chromium of its own, with its profile in the folder.

    Yields:
        Its one tab.
    """
    flags = [*CHROMIUM_FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={folder}"]
    browser = subprocess.Popen([chromium_path(), *flags, "about:blank"], stderr=subprocess.DEVNULL)
    try:
        tab = Tab(_port(folder / "DevToolsActivePort"))
        yield tab
        tab.close()
    finally:
        browser.terminate()
        browser.wait()


def until(holds: Callable[[], object]) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def _port(file: Path) -> int:
    until(lambda: file.exists() and "\n" in file.read_text())
    return int(file.read_text().splitlines()[0])
