"""An interview that nobody ended: asked about once after an hour, and never lost without a word."""

from interview_exit.rules.limits import LIVE_HOURS, STILL_IN_MINUTES, UNFINISHED_DAYS
from tests.client.ledger_tab import LedgerTab

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS


def returns(tab: LedgerTab, minutes: int) -> bool:
    """Come back to the page so much later, and tell whether it asks."""
    tab.page.clock.fast_forward(minutes * MINUTE_MS)
    tab.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    return tab.get("stillIn")


def test_it_is_asked_once_after_an_hour_without_a_tap(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    assert not returns(clocked, STILL_IN_MINUTES - 1)
    assert returns(clocked, 1)
    clocked.do("stay")
    assert not clocked.get("stillIn")
    assert not returns(clocked, STILL_IN_MINUTES)
    assert not clocked.saved().restart().get("stillIn")
    clocked.tap("pay")
    assert returns(clocked, STILL_IN_MINUTES)


def test_a_tap_counts_in_the_interview_that_is_asked_about(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    interview = clocked.get("live")
    assert returns(clocked, STILL_IN_MINUTES)
    clocked.tap("pay")
    assert (clocked.get("live"), clocked.get("stillIn")) == (interview, False)
    assert clocked.get("pressed") == {"rude": True, "pay": True}


def test_a_new_one_leaves_the_old_one_unfinished_and_says_where_it_is(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    old = clocked.get("live")
    assert returns(clocked, STILL_IN_MINUTES)
    clocked.do("leaveUnfinished")
    assert (clocked.get("started"), clocked.get("screen")) == (False, "live")
    assert clocked.get("after") == {"what": "unfinished", "id": old}
    clocked.tap("pay")
    newest, oldest = clocked.saved().interviews()
    assert (newest["id"] != old, oldest["id"], oldest["end"]) == (True, old, "")
    clocked.do("end", "stayed", old)
    assert clocked.interviews()[1]["end"] == "stayed"


def test_a_new_one_can_be_taken_back(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    assert returns(clocked, STILL_IN_MINUTES)
    clocked.do("leaveUnfinished")
    clocked.do("undo")
    assert clocked.get("pressed") == {"rude": True}


def test_one_that_nobody_ended_is_told_of_for_a_while(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    old = clocked.get("live")
    returns(clocked, LIVE_HOURS * 60 + 1)
    assert (clocked.get("started"), clocked.get("after")) == (False, {"what": "unfinished", "id": old})
    returns(clocked, UNFINISHED_DAYS * 24 * 60)
    assert clocked.get("after") is None
