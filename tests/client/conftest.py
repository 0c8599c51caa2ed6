"""Fixtures for driving the ledger's modules."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.client.ledger_tab import LedgerTab
from tests.client.line import line, sealed_database
from tests.support.browsers import CHROMIUM_FLAGS, chromium_path

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
