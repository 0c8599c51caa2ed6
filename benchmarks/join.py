"""A new device joins: twelve words are typed, and everything is on its screen, against the production server."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from benchmarks.report import Row
from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import labels
from tests.support.browsers import CHROMIUM_FLAGS, DESKTOP, PHONE, chromium_path
from tests.support.histories import fill
from tests.support.site import free_port, make_run
from tests.support.vaults import Owner

INTERVIEWS = 950
PATIENCE_MS = 120_000
JOINS = 3


def run() -> list[Row]:
    """Measure the first device's way to the server, and the next ones' way back."""
    with empty_server() as (browser, site):
        first = device(browser, site, PHONE)
        records = len(fill(first.page, INTERVIEWS))
        words, sent = switches_on(first)
        joined = sorted(joins(device(browser, site, DESKTOP), words) for _ in range(JOINS))
    return [
        Row(f"switching on with {records:,} records: all sealed and sent", sent, "s"),
        Row(f"a new device joins, {records:,} sealed records: all on screen", joined[len(joined) // 2], "s", 5),
    ]


@contextmanager
def empty_server() -> Iterator[tuple[Browser, str]]:
    """Serve the site with nothing in its database; yields a browser, and the site's URL."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "sealed.db"
        with make_run(PORT=str(free_port()), DATABASE_URL=f"sqlite:///{database}") as (_, lines):
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
            yield browser, lines[-1].removeprefix("Ready: ")
            browser.close()


def device(browser: Browser, site: str, options: dict[str, Any]) -> Owner:
    """Return a browser of its own on the page about other devices."""
    return Owner(browser.new_context(**options, base_url=site).new_page()).opens_devices()


def switches_on(first: Owner) -> tuple[list[str], float]:
    """Return the words, and the seconds from the last press until everything is on the server."""
    first.press(texts.SWITCH_ON)
    words = first.reads_words()
    first.press(texts.WRITTEN)
    start = time.perf_counter()
    first.gives_back(words)
    is_in_step(first)
    return words, time.perf_counter() - start


def joins(next_one: Owner, words: list[str]) -> float:
    """Return the seconds from the press until the whole history is in step and its newest page shown."""
    next_one.press(texts.HAVE_WORDS)
    next_one.field(texts.JOIN_FIELD).fill(" ".join(words))
    start = time.perf_counter()
    next_one.press(texts.JOIN)
    is_in_step(next_one)
    next_one.page.get_by_role("link", name=labels.BACK).click()
    expect(next_one.interviews().nth(19)).to_be_visible(timeout=PATIENCE_MS)
    return time.perf_counter() - start


def is_in_step(owner: Owner) -> None:
    """Wait however long it takes."""
    status = owner.page.locator("[data-status]")
    expect(status).to_have_attribute("data-status", "synced", timeout=PATIENCE_MS)
