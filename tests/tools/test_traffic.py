"""The simulated traffic is what docs/scale.md says it is."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from benchmarks.traffic import Assumptions, Kind, network_returns, ordinary

SECONDS = 60.0
DOCUMENT = (Path(__file__).parents[2] / "docs/scale.md").read_text(encoding="utf-8")


def test_rates_are_those_of_the_document() -> None:
    assumed = Assumptions()
    assert f"**{assumed.pulls_per_busy_second:.0f} times a second**" in DOCUMENT
    assert f"= {assumed.interviews_at_once:,.0f}." in DOCUMENT
    least, most = assumed.quiet_seconds
    assert f"{assumed.interviews_at_once / (most - least):.1f} pushes a second" in DOCUMENT


def test_what_is_drawn_has_these_rates_and_is_the_same_each_time() -> None:
    assumed = Assumptions()
    drawn = ordinary(assumed, SECONDS, Random(1))
    kinds = Counter(request.kind for request in drawn)
    assert kinds[Kind.NOTHING_NEW] / SECONDS == pytest.approx(512.6, rel=0.03)
    assert kinds[Kind.PUSH] / SECONDS == pytest.approx(12.6, rel=0.15)
    assert drawn == sorted(drawn, key=lambda request: request.at) == ordinary(assumed, SECONDS, Random(1))


def test_a_network_that_returns_brings_a_push_and_a_pull_of_each_phone() -> None:
    assumed = Assumptions(vaults=10_000, returning_phones=500)
    more = Counter(request.kind for request in network_returns(assumed, SECONDS, Random(1)))
    more.subtract(request.kind for request in ordinary(assumed, SECONDS, Random(1)))
    assert more == {Kind.PUSH: 500, Kind.PAGE: 500, Kind.NOTHING_NEW: 0}
