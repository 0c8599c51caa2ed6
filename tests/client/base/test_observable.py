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
