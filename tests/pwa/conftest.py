"""The built site as files, and a copy of it to play with."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.pwa.replica import Replica
from tests.support.site import ROOT

LIVE_FLAG = "globalThis.live = false"
WATCH = """async () => {
    globalThis.update = await import("/raw/app/update.js");
    globalThis.update.watch({ isLive: () => globalThis.live });
}"""


@pytest.fixture(scope="session")
def built() -> Path:
    """The built site's folder; built first if what it is built from has changed."""
    subprocess.run(["make", "build"], cwd=ROOT, check=True, capture_output=True)
    return ROOT / ".web" / "build" / "client"


@pytest.fixture
def replica(built: Path, tmp_path: Path) -> Iterator[Replica]:
    """A copy of the built site on a port of its own."""
    copy = Replica(built, tmp_path / "site")
    yield copy
    copy.stop()


def watching(context: BrowserContext, url: str) -> Page:
    """Open a blank page of the site with the update module at work and no interview live."""
    page = context.new_page()
    page.add_init_script(LIVE_FLAG)
    page.goto(f"{url}/raw/page.htm")
    page.evaluate(WATCH)
    return page


def wait_for(page: Page, key: str, value: object) -> None:
    """Wait until the update module's state has this value."""
    page.wait_for_function(
        "([key, value]) => globalThis.update.state.get(key) === value", arg=[key, value], timeout=10_000
    )
