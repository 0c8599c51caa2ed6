"""Time: the clock that never goes back, whatever the wall clock does."""

from tests.client.ledger_tab import stamp
from tests.support.node import NodePage

MAKE = """async () => { globalThis.made = (await import('/client/domain/hlc.js')).clock('me'); }"""


def test_every_stamp_comes_after_the_one_before(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    times = [5000, 5000, 4000, 0, 5001, -1, 5000.7, 6000]
    stamps = node_page.evaluate("(times) => times.map((now) => made.next(now))", times)
    assert stamps == sorted(set(stamps))
    assert stamps[0] == stamp(5000, 1, "me")


def test_a_foreign_clock_pulls_ours_ahead_by_a_minute_at_most(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    node_page.evaluate("(far) => made.meet(far, 5000)", stamp(10**12))
    assert node_page.evaluate("made.next(5000)") == stamp(65_000, 1, "me")


def test_a_stamp_within_the_minute_is_believed(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    node_page.evaluate("(near) => made.meet(near, 5000)", stamp(6000, 7))
    assert node_page.evaluate("made.next(5000)") == stamp(6000, 8, "me")


def test_what_one_writes_comes_after_what_one_has_read_however_far_ahead(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    far = stamp(10**12, 3)
    assert node_page.evaluate("(far) => made.next(5000, far)", far) == stamp(10**12, 4, "me")
    assert node_page.evaluate("made.next(5000)") < far


def test_a_counter_that_is_full_moves_on_to_the_next_millisecond(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    node_page.evaluate("(full) => made.see(full)", stamp(5000, 99_999))
    assert node_page.evaluate("made.next(1)") == stamp(5001, 0, "me")


def test_what_is_no_stamp_is_passed_over(node_page: NodePage) -> None:
    node_page.evaluate(MAKE)
    node_page.evaluate("() => { for (const odd of [null, 7, '', 'zzz', {}]) { made.see(odd); made.meet(odd, 1); } }")
    assert node_page.evaluate("made.next(5000, 'zzz')") == stamp(5000, 1, "me")
