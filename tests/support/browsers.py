"""Real Chromium: one without a window for everybody, or a whole one of one's own, to be killed and started again."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright, sync_playwright

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
    """One Chromium without its window, which no page ever sees: a context costs a third of the time.

    Each test takes its own context of it. What is about the browser around the page starts a whole one (`cold_start`).
    """
    path = shutil.which("chromium-headless-shell")
    assert path, "Chromium's shell is missing: apt-get install chromium-headless-shell"
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """Open a page, and the growing list of errors that nobody caught in it and of what its policy refused."""
    page, errors = context.new_page(), []

    def note_refusal(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            errors.append(message.text)

    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", note_refusal)
    return page, errors


class ColdStart:
    """A profile on disk. Each call opens it in a new browser process, as a phone does that had dropped the app."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self._playwright, self._profile = playwright, profile
        self._context: BrowserContext | None = None

    def __call__(self, **options: Any) -> Page:  # noqa: ANN401, whatever Playwright takes
        """Start anew and return the one page; Playwright's own options change the phone."""
        self.close()
        options = PHONE | options | {"args": [*CHROMIUM_FLAGS, *options.get("args", [])]}
        self._context = self._playwright.chromium.launch_persistent_context(
            self._profile, executable_path=chromium_path(), **options
        )
        return self._context.pages[0]

    def kill(self) -> None:
        """End every process of the browser at once, with no chance to save anything."""
        for process in self._processes():
            os.kill(process, signal.SIGKILL)
        with suppress(Error):
            self.close()
        self._context = None

    def close(self) -> None:
        """Close it as a person does."""
        if self._context:
            self._context.close()
            self._context = None

    def _processes(self) -> list[int]:
        """Only the main process names the profile; the others end with it."""
        mark = f"--user-data-dir={self._profile}\0".encode()
        return [int(entry.parent.name) for entry in Path("/proc").glob("[0-9]*/cmdline") if mark in _read(entry)]


def _read(entry: Path) -> bytes:
    # A process may end while its entry is read.
    try:
        return entry.read_bytes()
    except OSError:
        return b""


@pytest.fixture
def cold_start(playwright: Playwright, tmp_path: Path) -> Iterator[ColdStart]:
    """Open one profile again and again, each time in a new browser process.

    A test writes `page = cold_start()`, and later perhaps `cold_start.kill()`.
    """
    profile = ColdStart(playwright, tmp_path / "profile")
    yield profile
    profile.close()
