"""The calibration drill: it measures, tells how far off, and keeps the last twenty."""

import pytest

from interview_exit.rules.limits import DRILL_RESULTS
from tests.client.ledger_tab import LedgerTab

CLOCK = """() => {
  const stopped = performance.now();
  globalThis.ahead = 0;
  performance.now = () => stopped + ahead;
}"""
IMPORT = "async () => { globalThis.drill = await import('/client/prepare/drill.js'); }"


@pytest.fixture
def drill(blank: LedgerTab) -> LedgerTab:
    """A tab with the drill, and a clock that only the test moves on."""
    blank.start().page.evaluate(IMPORT)
    blank.page.evaluate(CLOCK)
    return blank


def attempt(tab: LedgerTab, ms: int) -> None:
    """Press twice, with that much time between; resolves when the result is kept."""
    tab.page.evaluate("(ms) => { drill.press(); ahead += ms; return drill.press(); }", ms)


@pytest.mark.parametrize(
    ("ms", "off"),
    [
        (4400, {"seconds": "0.6", "way": "early"}),
        (5200, {"seconds": "0.2", "way": "late"}),
        (5040, {"seconds": "0.0", "way": "exact"}),
        (12_000, {"seconds": "7.0", "way": "late"}),
    ],
)
def test_it_tells_the_signed_error(drill: LedgerTab, ms: int, off: dict[str, str]) -> None:
    attempt(drill, ms)
    assert drill.page.evaluate("() => drill.state.get('off')") == off
    drill.until("drill.state.get('results').length === 1")


def test_the_last_twenty_are_kept(drill: LedgerTab) -> None:
    for turn in range(DRILL_RESULTS + 2):
        attempt(drill, 4000 + 100 * turn)
    drill.until("drill.state.get('results')[0]?.seconds === '1.1'")
    [row] = drill.saved().rows(k="set", e="drill")
    assert [result["ms"] for result in row["body"]["results"]] == [4200 + 100 * turn for turn in range(DRILL_RESULTS)]
    points = drill.page.evaluate(
        "() => drill.state.get('points').split(' ').map((each) => each.split(',').map(Number))"
    )
    assert len(points) == DRILL_RESULTS
    assert points[0][0] == 0
    assert all(0 <= y <= 48 for _, y in points)
    assert points[0][1] > points[-1][1], "late is above"


def test_whoever_puts_the_phone_away_gets_no_result(drill: LedgerTab) -> None:
    attempt(drill, 61_000)
    assert drill.page.evaluate("() => drill.state.get('off')") is None
    assert drill.rows(k="set", e="drill") == []


def test_all_can_be_forgotten(drill: LedgerTab) -> None:
    attempt(drill, 5000)
    drill.until("drill.state.get('results').length === 1")
    drill.page.evaluate("() => drill.forget()")
    assert drill.page.evaluate("() => drill.state.get('results')") == []


def test_junk_in_the_database_is_no_result(drill: LedgerTab) -> None:
    attempt(drill, 5000)
    drill.until("drill.state.get('results').length === 1")
    [row] = drill.saved().rows(k="set", e="drill")
    junk = [None, 7, {"at": 1, "ms": "5"}, {"at": 1, "ms": -1}, {"at": 1, "ms": 1e9}, {"at": 1, "ms": 4900}]
    drill.put({**row, "body": {"results": junk}})
    drill.restart().page.evaluate(IMPORT)
    assert drill.page.evaluate("() => drill.state.get('results')") == [{"seconds": "0.1", "way": "early"}]
