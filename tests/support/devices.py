"""A phone and a laptop with the site at hand, and what a person does to them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsers import DESKTOP, PHONE, watched

AXE = Path(__file__).parents[2] / "tools" / "node_modules" / "axe-core" / "axe.min.js"
CONFORMANCE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What may differ between two colour schemes of one page.
COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
RUN_AXE = """async (options) => (await axe.run(document, options)).violations.flatMap(
    ({id, help, nodes}) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`))"""

Axe = Callable[..., list[str]]


@contextmanager
def device(browser: Browser, options: dict[str, Any], site: str) -> Iterator[Page]:
    """Open a page with storage of its own; an error left uncaught in it fails the test."""
    context = browser.new_context(**options, base_url=site)
    page, errors = watched(context)
    yield page
    context.close()
    assert not errors, f"uncaught in the page: {errors}"


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    """A small phone: 360x640, touch. Nothing is loaded yet: `phone.goto("/")`."""
    with device(chromium, PHONE, site) as page:
        yield page


@pytest.fixture
def desktop(chromium: Browser, site: str) -> Iterator[Page]:
    """A laptop with mouse and keyboard. Nothing is loaded yet."""
    with device(chromium, DESKTOP, site) as page:
        yield page


@contextmanager
def offline(page: Page) -> Iterator[None]:
    """Airplane mode: no page and no worker of this context reaches anything."""
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


def slow_down(page: Page, times: int = 4) -> None:
    """Make the processor this many times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def kept_offline(page: Page) -> None:
    """Wait until the service worker has the whole app."""
    page.evaluate("async () => { await navigator.serviceWorker.ready }")


def kept_on_disk(page: Page) -> None:
    """Wait until all that was done is on the disk: what is shown may be written a moment later (transactions.js)."""
    page.evaluate(
        """async () => {
            // After everything was erased a tap may be shown before there is a database again.
            let kept;
            while (!([kept] = await indexedDB.databases())[0]) await new Promise((next) => setTimeout(next, 20));
            const opening = indexedDB.open(kept.name);
            const db = await new Promise((open) => opening.onsuccess = () => open(opening.result));
            const transaction = db.transaction("records");
            await new Promise((done) => transaction.objectStore("records").count().onsuccess = done);
            db.close();
        }"""
    )


@pytest.fixture
def axe() -> Axe:
    """Look for accessibility faults, by further rules too if they are named.

    A test writes `assert axe(page) == []`. With `colours_alone` it looks at nothing that the page has in every colour
    scheme.
    """

    def violations(page: Page, *rules: str, colours_alone: bool = False) -> list[str]:
        # Not as a script tag: the site's policy would refuse it, and rightly.
        if not page.evaluate("'axe' in globalThis"):
            page.evaluate(AXE.read_text(encoding="utf-8"))
        options: dict[str, Any] = {"runOnly": CONFORMANCE, "rules": {rule: {"enabled": True} for rule in rules}}
        if colours_alone:
            options = {"runOnly": [rule for rule in COLOUR_RULES if rule in rules or rule != "color-contrast-enhanced"]}
        return page.evaluate(RUN_AXE, options)

    return violations
