"""How soon another device's interview is on an open page, against the production server.

A laptop has the page about the server open, and beside it its history; a phone ends interviews and syncs, each time
because it is told to: by itself it would wait for minutes (assets/client/sync/quiet-time.js). All is counted from that
press, and from the moment when the phone knows that the server has it.
"""

import random
import time
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from benchmarks.join import INTERVIEWS, device, empty_server, joins, switches_on
from benchmarks.report import Row, percentile
from interview_exit import routes
from interview_exit.words.texts import history
from interview_exit.words.texts import server as texts
from tests.support.browsers import DESKTOP, PHONE
from tests.support.histories import fill
from tests.support.vaults import Owner

ROUNDS = 20
LOOK_SECONDS = 0.5
"""How often the page asks (assets/client/sync/server-contents.js)."""
BUDGET_SECONDS = 2

# Milliseconds of the machine's clock, which all pages share.
WATCH = """(element) => {
  const before = element.textContent;
  globalThis.noticed = new Promise((done) => {
    const look = () => element.textContent === before ? requestAnimationFrame(look)
      : done(performance.timeOrigin + performance.now());
    look();
  });
}"""
PUSHED = """() => {
  const pushes = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/batch"));
  return performance.timeOrigin + Math.max(...pushes.map(({ responseEnd }) => responseEnd));
}"""


@dataclass(frozen=True)
class Ended:
    """When something was seen of one interview; milliseconds of the machine's clock."""

    pressed: float
    pushed: float
    on_page: float
    in_history: float


def run() -> list[Row]:
    """Measure twenty interviews."""
    with empty_server() as (browser, site):
        phone, laptop = device(browser, site, PHONE), device(browser, site, DESKTOP)
        fill(phone.page, INTERVIEWS)
        words, _ = switches_on(phone)
        joins(laptop, words)
        watched = [shows_changes(laptop.page), counts_interviews(laptop.page.context.new_page())]
        ended = [ends_one(phone, watched, pause) for pause in pauses()]
    return [
        *rows("“Sync now” to the page about the server", [each.on_page - each.pressed for each in ended]),
        *rows("   from when the server has it", [each.on_page - each.pushed for each in ended]),
        *rows("“Sync now” to the history in another tab", [each.in_history - each.pressed for each in ended]),
        *rows("   from when the server has it", [each.in_history - each.pushed for each in ended]),
    ]


def shows_changes(page: Page) -> Locator:
    """Open the page about the server, and return where it shows how many changes there were."""
    page.goto(routes.SERVER)
    shown = page.locator(".fact").filter(has_text=texts.CHANGES).locator("dd").first
    shown.wait_for()
    return shown


def counts_interviews(page: Page) -> Locator:
    """Open the history, and return where it says how many interviews there are, once it has read all of them."""
    page.goto(routes.HISTORY)
    page.locator(".how-many").filter(has_not_text=history.READING).wait_for()
    return page.locator(".how-many")


def pauses() -> list[float]:
    """Return milliseconds to wait before each round, or all of them would meet the server's looks at the same point."""
    chance = random.Random(1)
    return [1000 * LOOK_SECONDS * chance.random() for _ in range(ROUNDS)]


def ends_one(phone: Owner, watched: list[Locator], pause: float) -> Ended:
    """End an interview, sync, and wait until both watched places show it."""
    phone.open_app()
    phone.tap("rude")
    phone.end("left")
    phone.opens_devices()
    phone.status("waiting")
    for place in watched:
        place.evaluate(WATCH)
    phone.page.wait_for_timeout(pause)
    pressed = 1000 * time.time()
    phone.syncs()
    on_page, in_history = (place.page.evaluate("noticed") for place in watched)
    return Ended(pressed, phone.page.evaluate(PUSHED), on_page, in_history)


def rows(what: str, milliseconds: list[float]) -> list[Row]:
    """Return the middle and the slowest of these."""
    seconds = [each / 1000 for each in milliseconds]
    return [
        Row(f"{what}, p50", percentile(seconds, 0.5), "s", BUDGET_SECONDS),
        Row(f"{what}, slowest of {len(seconds)}", max(seconds), "s", BUDGET_SECONDS),
    ]
