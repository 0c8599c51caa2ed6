"""Chromium runs the worker's modules from what it has compiled before; and every browser reads them as UTF-8."""

from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from re import findall
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from selenium.webdriver import WebKitGTK

from interview_exit.pwa.headers import COMPILED_ONCE
from tests.support.browsers import ColdStart
from tests.support.devices import kept_offline
from tests.support.prompt import PromptHandler

STARTS = 3
"""Chromium compiles at the first, keeps what it has compiled from then on, and takes it from there."""
LEAST_BYTES = 1024
"""What is shorter it compiles anew."""
SAID = "“…”"
IMPORT = "import('/said.js').then(({ said }) => said)"


@pytest.fixture
def labelled() -> Iterator[str]:
    """The address of a page, and of a module that names another charset than it has."""

    class Handler(PromptHandler):
        def respond(self, path: str) -> None:
            if path == "/said.js":
                self.answer(f'export const said = "{SAID}";'.encode(), content_type=COMPILED_ONCE)
            else:
                self.answer(b"<!doctype html><title>Notes</title>", content_type="text/html; charset=utf-8")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_chromium_reads_utf_8(chromium: Browser, labelled: str) -> None:
    page = chromium.new_page()
    page.goto(labelled)
    assert page.evaluate(IMPORT) == SAID
    page.close()


def test_webkit_reads_utf_8(minibrowser: WebKitGTK, labelled: str) -> None:
    minibrowser.get(labelled)
    assert minibrowser.execute_async_script(f"{IMPORT}.then(arguments[0])") == SAID


def compiled(page: Page, url: str) -> dict[str, int]:
    """Open a page; return, by the name of each of its modules, how many bytes of it had been compiled before."""
    events: list[Any] = []
    ended: list[Any] = []
    session = page.context.new_cdp_session(page)
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))
    session.send("Tracing.start", {"traceConfig": {"includedCategories": ["devtools.timeline", "v8"]}})
    page.goto(url)
    page.wait_for_function("() => globalThis.earlyTaps?.push !== Array.prototype.push")
    # What was compiled is kept a moment later.
    page.wait_for_timeout(1000)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    modules = [event["args"]["data"] for event in events if event["name"] == "v8.compileModule"]
    return {each["url"].rpartition("/")[2]: each.get("consumedCacheSize", 0) for each in modules}


def test_a_start_compiles_nothing_that_was_compiled_before(cold_start: ColdStart, site: str, built: Path) -> None:
    page = cold_start()
    page.goto(site)
    kept_offline(page)
    taken = [compiled(cold_start(), site) for _ in range(STARTS)][-1]
    named = {*findall(r"/assets/([^\"]+\.js)", (built / "index.html").read_text())}
    long = {name for name in named if (built / "assets" / name).stat().st_size > LEAST_BYTES}
    assert len(long) > 3
    assert {name for name in long if not taken.get(name)} == set()
