"""A monkey with a shaking thumb loses nothing, ends nothing and takes nothing back that it did not mean to."""

from playwright.sync_api import Page

from tests.field.monkey import Monkey

SEED = 14
STEPS = 45


def test_a_monkey_with_a_shaking_thumb_loses_nothing_and_takes_nothing_back(phone: Page) -> None:
    monkey = Monkey(phone, SEED)
    monkey.plays(STEPS)
    assert sum(counted.least for counted in monkey.watch.flags.values()) > STEPS / 10, (
        "a monkey that sleeps proves nothing"
    )
