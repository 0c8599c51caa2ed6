"""A phone that has visited the app once and has had no signal since: every journey of the method works there.

The app is fetched once for the whole session; each test begins with nothing noted.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from interview_exit.words.texts import labels
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline

FORGET = """() => new Promise((done) => {
    localStorage.clear();
    const request = indexedDB.deleteDatabase("notes");
    request.onsuccess = request.onerror = request.onblocked = done;
})"""
# What was set up before the interview, as the page for preparing leaves it in the database.
REMEMBER = """(about) => new Promise((done, fail) => {
    const request = indexedDB.open("notes");
    request.onerror = fail;
    request.onsuccess = () => {
        const [db, at] = [request.result, Date.now()];
        const tx = db.transaction("records", "readwrite", { durability: "strict" });
        for (const [number, [e, body]] of Object.entries(about).entries()) {
            const hlc = [String(at).padStart(15, "0"), String(number).padStart(5, "0"), "before"].join("|");
            const about = { k: "set", iv: "", e, prev: [], body };
            tx.objectStore("records").put({ id: `before-${e}`, ...about, at, hlc, dev: "before", v: 1 });
        }
        tx.oncomplete = () => (db.close(), done());
    };
})"""


class Underground(Candidate):
    """A candidate without a signal, and with the app open."""

    def prepared(self, *, plan: dict[str, Any] | None = None, settings: dict[str, Any] | None = None) -> None:
        """Have set things up beforehand."""
        self.page.evaluate(REMEMBER, {"plan": plan or {}, "settings": settings or {}})
        self.reloads()

    def pauses(self, back_on: str = "live") -> None:
        """Sit out a whole pause, on a clock that the test turns."""
        self.press(labels.PAUSE_FIRST)
        self.is_on("pause")
        self.page.clock.fast_forward("00:07")
        self.page.locator("[data-phase=done]").wait_for()
        self.press(labels.BACK)
        self.is_on(back_on)


@pytest.fixture(scope="session")
def visited_phone(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A phone that has the app, and no signal any more."""
    context = chromium.new_context(**PHONE, base_url=site)
    page = context.new_page()
    page.goto("/")
    kept_offline(page)
    page.close()
    context.set_offline(True)
    yield context
    context.close()


@pytest.fixture
def underground(visited_phone: BrowserContext) -> Iterator[Underground]:
    """A candidate without a signal, before the first tap."""
    page, errors = watched(visited_phone)
    page.clock.install()
    page.goto("/about")
    page.evaluate(FORGET)
    candidate = Underground(page)
    candidate.open_app()
    yield candidate
    page.close()
    assert not errors, f"uncaught in the page: {errors}"
