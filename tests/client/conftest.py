"""Fixtures for driving the ledger's modules."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from tests.client.cover_stage import STAGE
from tests.client.ledger_tab import LedgerTab
from tests.client.line import Line, line, sealed_database
from tests.client.synced_tab import NewDevice, SyncedTab, interview
from tests.support.browsers import CHROMIUM_FLAGS, PHONE, chromium_path, watched

__all__ = ["line", "sealed_database"]
OpenProfile = Callable[[], LedgerTab]


@pytest.fixture
def tab(modules_page: Page) -> LedgerTab:
    """A tab in which nothing has happened yet."""
    return LedgerTab(modules_page).start()


@pytest.fixture
def blank(modules_page: Page) -> LedgerTab:
    """A tab whose ledger is not alive yet."""
    return LedgerTab(modules_page)


@pytest.fixture
def clocked(blank: LedgerTab) -> LedgerTab:
    """A tab whose time the test moves."""
    blank.page.clock.install()
    return blank.start()


@pytest.fixture
def profile(tmp_path: Path, playwright: Playwright, modules_origin: str) -> Iterator[OpenProfile]:
    """Open a browser on one profile on the disk, time and again: what a person's own browser is."""
    opened: list[BrowserContext] = []

    def open_profile() -> LedgerTab:
        browser = playwright.chromium.launch_persistent_context(
            tmp_path, executable_path=chromium_path(), args=CHROMIUM_FLAGS, base_url=modules_origin
        )
        opened.append(browser)
        page = browser.new_page()
        page.goto("/")
        return LedgerTab(page)

    yield open_profile
    for browser in opened:
        browser.close()


@pytest.fixture
def device(chromium: Browser, modules_origin: str, line: Line) -> Iterator[NewDevice]:
    """Open a device with a browser of its own; given another, it has that one's words but has not joined."""
    contexts, faults = [], []

    def new(other: SyncedTab | None = None) -> SyncedTab:
        context = chromium.new_context(**PHONE, base_url=modules_origin)
        contexts.append(context)
        page, errors = watched(context)
        faults.append(errors)
        page.goto("/")
        return SyncedTab(page, other.entropy if other else b"").start()

    yield new
    for context in contexts:
        context.close()
    assert [fault for errors in faults for fault in errors] == []


@pytest.fixture
def first(device: NewDevice) -> SyncedTab:
    """A device whose history is synced."""
    first = device()
    first.write(*interview())
    return first.switch_on()


@pytest.fixture
def pair(first: SyncedTab, device: NewDevice) -> tuple[SyncedTab, SyncedTab]:
    """Two devices in step."""
    return first, device(first).join()


@pytest.fixture
def cover_page(modules_page: Page) -> Page:
    modules_page.evaluate(STAGE, False)
    return modules_page


@pytest.fixture
def covered_page(cover_page: Page) -> Page:
    cover_page.focus("#flag")
    cover_page.evaluate("cover.cover()")
    return cover_page
