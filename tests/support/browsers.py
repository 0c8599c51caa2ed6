"""Real Chromium, and the devices that people hold."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

# Chromium's sandbox refuses to run as root, and the rest keeps the browser from talking to anyone on its own,
# so that counted bytes are ours.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
    "service_workers": "allow",
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "service_workers": "allow"}


def chromium_path() -> str:
    """Return the Debian browser's path; `make test` installs it."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: apt-get install chromium"
    return path


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, once for the session."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One headless Chromium; each test takes its own context of it."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """Open a page, and the growing list of errors that nobody caught in it."""
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page, errors
