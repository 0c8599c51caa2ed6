"""Five minutes with a monkey whose thumb shakes (tests/field/monkey.py): whatever it does, nothing may be lost.

`MONKEY_SEEDS=3,8` lets it do again what it did; a fault prints the seed and the last things done, and ends the run.
"""

import os
from collections.abc import Iterable
from time import monotonic, time

from playwright.sync_api import Browser, sync_playwright

from benchmarks.report import Row
from tests.field.monkey import Monkey
from tests.support.browsers import CHROMIUM_FLAGS, PHONE, chromium_path
from tests.support.devices import device
from tests.support.site import free_port, make_run

SECONDS = 300
SEEDS = 3
AT_ONCE = 20


def run() -> list[Row]:
    """Let it play, each seed for its share of the time."""
    asked = os.environ.get("MONKEY_SEEDS", "")
    first = int(time())
    seeds = [int(seed) for seed in asked.split(",")] if asked else [first + place for place in range(SEEDS)]
    with sync_playwright() as playwright, make_run(PORT=str(free_port())) as (_, lines):
        site = lines[-1].removeprefix("Ready: ")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        return [row for seed in seeds for row in rows_of(browser, site, seed, SECONDS / len(seeds))]


def rows_of(browser: Browser, site: str, seed: int, seconds: float) -> Iterable[Row]:
    """Return what one monkey did; that it comes back says that nothing was lost."""
    with device(browser, PHONE, site) as page:
        monkey, until, steps = Monkey(page, seed), monotonic() + seconds, 0
        while monotonic() < until:
            monkey.plays(AT_ONCE)
            steps += AT_ONCE
        taps = sum(counted.least for counted in monkey.watch.flags.values())
        yield Row(f"seed {seed}: things done", steps, "")
        yield Row(f"seed {seed}: taps that count, all kept", taps, "", budget=steps / 50, least=True)
        yield Row(f"seed {seed}: presses that end or take back, all meant", monkey.watch.allowed, "")
        yield Row(f"seed {seed}: screens seen", len(monkey.watch.screens), "", budget=6, least=True)
