"""The same promises in the engine of every iPhone."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.support.ui import WebDriverWait

from tests.pwa.built import ROUTES
from tests.pwa.replica import Replica
from tests.support.webkit import browser_path

PATIENCE_SECONDS = 20
START = """
import("/raw/app/update.js").then((update) => {
    globalThis.live = false;
    globalThis.update = update;
    update.watch({ isLive: () => globalThis.live });
});"""


def until(browser: WebKitGTK, condition: str) -> None:
    """Wait until an expression, or the promise that it makes, is true."""
    asked = f"const done = arguments[0]; Promise.resolve({condition}).then(done, () => done(false));"
    WebDriverWait(browser, PATIENCE_SECONDS, 0.1).until(lambda _: browser.execute_async_script(asked))


@pytest.fixture
def visited(minibrowser: WebKitGTK, replica: Replica) -> WebKitGTK:
    """A browser that has the whole site."""
    minibrowser.set_script_timeout(PATIENCE_SECONDS)
    minibrowser.get(f"{replica.url}/raw/page.htm")
    minibrowser.execute_script(START)
    until(minibrowser, "globalThis.update?.state.get('offlineReady')")
    replica.requests.clear()
    return minibrowser


def test_every_route_opens_without_a_network(visited: WebKitGTK, replica: Replica) -> None:
    with replica.away():
        for route in ROUTES:
            visited.get(replica.url + route)
            until(visited, "document.querySelector('[data-screen]') !== null")
            assert visited.title.startswith("Notes")


def test_a_look_for_a_new_version_costs_one_request_and_finds_it(visited: WebKitGTK, replica: Replica) -> None:
    replica.release("v2")
    visited.execute_script("globalThis.update.checkForUpdate()")
    until(visited, "globalThis.update.state.get('waiting')")
    assert sorted(replica.requests) == ["/index.html", "/sw.js"]


@contextmanager
def started(screen: str, home: Path, url: str) -> Iterator[None]:
    """Start the browser as a person does; driven by Selenium it would keep no HTTP cache."""
    places = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "XDG_DATA_HOME": home / "data"}
    process = subprocess.Popen(
        [browser_path(), url],
        env=os.environ | {"DISPLAY": screen} | {name: str(place) for name, place in places.items()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield
    process.terminate()
    process.wait()


def until_seen(replica: Replica, *paths: str) -> None:
    """Wait until all these were asked for, and a little longer."""
    deadline = time.monotonic() + 2 * PATIENCE_SECONDS
    while not set(paths) <= set(replica.requests):
        assert time.monotonic() < deadline, set(paths) - set(replica.requests)
        time.sleep(0.1)
    time.sleep(3)


def test_a_cold_start_does_not_ask_for_a_newer_worker(screen: str, replica: Replica, tmp_path: Path) -> None:
    """It still asks for the page itself while the worker starts, and drops the answer: we found no way to stop it."""
    with started(screen, tmp_path, f"{replica.url}/raw/auto.htm"):
        until_seen(replica, *replica.build()["files"])
    replica.requests.clear()
    with started(screen, tmp_path, f"{replica.url}/raw/auto.htm?live"):
        until_seen(replica, "/raw/app/update.js")
    assert "/sw.js" not in replica.requests
