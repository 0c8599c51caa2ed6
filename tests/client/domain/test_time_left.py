"""Minutes until the planned end: rough, calm, never below nothing (M25)."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.node import NodePage

LEFT = """async ([from, about, now]) => {
  const { minutesLeft } = await import('/client/domain/time-left.js');
  const at = (clock) => new Date(`2026-11-21T${clock}:00`).getTime();
  return minutesLeft(at(from), about, at(now));
}"""


def left(page: NodePage, began: str, now: str, until: str = "", minutes: int = 0) -> int:
    return page.evaluate(LEFT, [began, {"until": until, "minutes": minutes}, now])


@pytest.mark.parametrize(
    ("began", "now", "until", "minutes", "expected"),
    [
        ("10:00", "10:10", "10:30", 0, 20),
        ("10:00", "10:10", "", 45, 35),
        ("10:00", "10:10", "10:30", 90, 20),
        ("10:00", "11:00", "10:30", 0, 0),
        ("10:05", "10:06", "10:00", 0, 0),
        ("23:50", "23:55", "00:20", 0, 25),
        ("10:00", "10:10", "", 0, -1),
        ("10:00", "10:10", "25:99", 0, -1),
    ],
)
def test_m25_minutes_left(node_page: NodePage, began: str, now: str, until: str, minutes: int, expected: int) -> None:
    assert left(node_page, began, now, until, minutes) == expected


clocks = st.times().map(lambda time: time.strftime("%H:%M"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(clocks, clocks, clocks)
def test_m25_it_never_falls_below_nothing(node_page: NodePage, began: str, now: str, until: str) -> None:
    assert 0 <= left(node_page, began, now, until) <= 36 * 60
