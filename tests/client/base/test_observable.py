"""The observable: who reads a key is told of it only when it has really changed."""

import pytest

from tests.support.node import NodePage

MAKE = """async (initial) => {
  const { observable } = await import('/client/base/observable.js');
  globalThis.made = observable(initial);
  globalThis.calls = 0;
  globalThis.stop = made.subscribe(() => { calls += 1; });
}"""


@pytest.fixture
def page(node_page: NodePage) -> NodePage:
    node_page.evaluate(MAKE, {"verdict": "stay", "log": [{"flag": "rude"}], "undo": None})
    return node_page


def test_a_key_holds_what_was_set_last(page: NodePage) -> None:
    page.evaluate("made.set({ verdict: 'leave_now' })")
    assert page.evaluate("made.get('verdict')") == "leave_now"


def test_what_equals_the_old_value_keeps_its_reference_and_tells_nobody(page: NodePage) -> None:
    page.evaluate("() => { globalThis.before = made.get('log'); made.set({ log: [{ flag: 'rude' }] }); }")
    assert page.evaluate("made.get('log') === before")
    assert page.evaluate("calls") == 0


@pytest.mark.parametrize(
    "other", ["[]", "[{flag:'pay'}]", "[{flag:'rude'},{flag:'pay'}]", "[{}]", "{0:{flag:'rude'}}", "null"]
)
def test_what_differs_is_told_once(page: NodePage, other: str) -> None:
    page.evaluate(f"made.set({{ log: {other}, verdict: 'wrap_up' }})")
    assert page.evaluate("calls") == 1


def test_one_changed_key_leaves_the_others_alone(page: NodePage) -> None:
    kept = "() => { const log = made.get('log'); made.set({ verdict: 'practice' }); return made.get('log') === log; }"
    assert page.evaluate(kept)


def test_what_is_shown_before_anything_is_known_never_changes(page: NodePage) -> None:
    page.evaluate("made.set({ verdict: 'leave_now', log: [] })")
    assert page.evaluate("made.initial") == {"verdict": "stay", "log": [{"flag": "rude"}], "undo": None}


def test_who_has_stopped_reading_is_not_told(page: NodePage) -> None:
    page.evaluate("() => { stop(); made.set({ verdict: 'leave_now' }); }")
    assert page.evaluate("calls") == 0


def test_a_reader_may_stop_while_being_told(page: NodePage) -> None:
    page.evaluate("() => { const end = made.subscribe(() => end()); }")
    page.evaluate("() => { made.set({ verdict: 'wrap_up' }); made.set({ verdict: 'stay' }); }")
    assert page.evaluate("calls") == 2


DERIVE = """async () => {
  const { derived, observable } = await import('/client/base/observable.js');
  globalThis.a = observable({ n: 1 });
  globalThis.b = observable({ n: 10 });
  globalThis.computed = globalThis.calls = 0;
  globalThis.sum = derived({ n: 0, note: '' }, [a, b], () => { computed += 1; return { n: a.get('n') + b.get('n') }; });
}"""


@pytest.fixture
def sums(node_page: NodePage) -> NodePage:
    node_page.evaluate(DERIVE)
    return node_page


def test_what_follows_is_computed_once_when_it_is_asked_for_and_once_per_change(sums: NodePage) -> None:
    assert sums.evaluate("[sum.initial.n, computed]") == [0, 0]
    assert sums.evaluate("[sum.get('n'), sum.get('note'), sum.get('n'), computed]") == [11, "", 11, 1]
    sums.evaluate("() => { a.set({ n: 2 }); b.set({ n: 20 }); b.set({ n: 30 }); }")
    assert sums.evaluate("computed") == 1, "nobody asks"
    assert sums.evaluate("[sum.get('n'), computed]") == [32, 2]


def test_who_reads_is_told_of_each_change_until_the_last_has_left(sums: NodePage) -> None:
    sums.evaluate("() => { globalThis.stops = [1, 2].map(() => sum.subscribe(() => { calls += 1; })); }")
    sums.evaluate("() => { a.set({ n: 2 }); a.set({ n: 2 }); }")
    assert sums.evaluate("[calls, computed, sum.get('n'), computed]") == [2, 2, 12, 2]
    sums.evaluate("() => { stops[0](); a.set({ n: 3 }); stops[1](); a.set({ n: 4 }); }")
    assert sums.evaluate("[calls, computed]") == [3, 3]
    assert sums.evaluate("sum.get('n')") == 14


def test_what_is_set_meanwhile_stands_until_the_next_change(sums: NodePage) -> None:
    sums.evaluate("() => { sum.get('n'); sum.set({ n: 99, note: 'mine' }); }")
    assert sums.evaluate("[sum.get('n'), sum.get('note')]") == [99, "mine"]
    sums.evaluate("a.set({ n: 5 })")
    assert sums.evaluate("[sum.get('n'), sum.get('note')]") == [15, "mine"]
