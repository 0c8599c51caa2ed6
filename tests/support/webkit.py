"""WebKitGTK's MiniBrowser, the closest that Debian has to the engine of every iPhone, on a screen of its own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service

LIBRARIES = Path("/usr/lib")


def browser_path() -> str:
    """Return where Debian keeps the browser: a different folder on each architecture."""
    return str(next(LIBRARIES.glob("*/webkit2gtk-4.1/MiniBrowser")))


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A display that nobody sees, by its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    process.terminate()
    process.wait()


@contextmanager
def minibrowser_on(screen: str) -> Iterator[WebKitGTK]:
    """Open a new browser at phone size with an empty profile."""
    options = WebKitGTKOptions()
    options.binary_location = browser_path()
    options.add_argument("--automation")
    service = Service(executable_path="/usr/bin/WebKitWebDriver", env=os.environ | {"DISPLAY": screen})
    browser = WebKitGTK(options=options, service=service)
    browser.set_window_size(360, 640)
    try:
        yield browser
    finally:
        browser.quit()


@pytest.fixture
def minibrowser(screen: str) -> Iterator[WebKitGTK]:
    """A new browser with an empty profile, driven by Selenium; browse a `localhost` URL."""
    with minibrowser_on(screen) as browser:
        yield browser


@pytest.fixture
def second_minibrowser(screen: str) -> Iterator[WebKitGTK]:
    """Another one beside it, with a profile of its own."""
    with minibrowser_on(screen) as browser:
        yield browser
