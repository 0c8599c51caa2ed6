"""All past interviews as plain accounts: read once, newest first, and in step with what changes later."""

from typing import Any

import pytest

from tests.client.ledger_tab import LedgerTab
from tests.client.told import Told
from tests.support.histories import fill

MANY = 300
OPEN = """async () => {
  globalThis.accounts = await import('/client/history/summaries.js');
  await accounts.open();
}"""


@pytest.fixture
def opened(tab: LedgerTab) -> LedgerTab:
    """A tab in which a long history has been opened."""
    fill(tab.page, MANY)
    tab.restart().page.evaluate(OPEN)
    return tab


def told_by(tab: LedgerTab) -> list[dict[str, Any]]:
    return tab.page.evaluate("accounts.all()")


def test_every_interview_is_there_once_newest_first(opened: LedgerTab) -> None:
    starts = sorted(opened.rows(k="iv"), key=lambda row: row["hlc"], reverse=True)
    assert [account["id"] for account in told_by(opened)] == [row["id"] for row in starts]
    assert opened.page.evaluate("[accounts.state.get('loaded'), accounts.state.get('complete')]") == [MANY, True]


def test_an_account_tells_all_that_was_recorded(opened: LedgerTab) -> None:
    told = told_by(opened)
    count = {
        "tap": sum(len(each["flags"]) for each in told),
        "note": sum(each["note"] != "" for each in told),
        "person": sum(len(each["people"]) for each in told),
        "debrief": sum(any(each["rated"].values()) or each["seen"] != [] for each in told),
    }
    rows = {kind: len(opened.rows(k=kind)) for kind in count}
    assert count | {"debrief": rows["debrief"]} == rows
    assert 0 < count["debrief"] <= rows["debrief"]
    ends = {row["iv"]: row["how"] for row in opened.rows(k="step", step="end")}
    assert {each["id"]: each["end"] for each in told} == ends


def test_what_changes_changes_its_own_account_alone(opened: LedgerTab) -> None:
    page = opened.page
    page.evaluate("() => { globalThis.before = accounts.all(); }")
    oldest = page.evaluate("before.at(-1).id")
    opened.do("select", oldest)
    opened.do("note", oldest, "Written years later.")
    assert told_by(opened)[-1]["note"] == "Written years later."
    assert page.evaluate("accounts.all().filter((each, place) => each !== before[place]).length") == 1


def test_what_another_tab_changes_shows_here(opened: LedgerTab) -> None:
    other = opened.beside()
    oldest = told_by(opened)[-1]["id"]
    other.do("select", oldest)
    other.do("describe", oldest, {"company": "Elsewhere"})
    opened.until("accounts.all().at(-1).company === 'Elsewhere'")
    other.tap("rude")
    opened.until("accounts.all()[0].flags[0].flag === 'rude'")


def test_rows_that_are_not_ours_to_read_stop_nothing(tab: LedgerTab) -> None:
    told = Told()
    told.tap("rude")
    tab.put(*told.records, {"id": "gone", "k": "gone"}, {"id": "odd", "k": "odd", "iv": told.interview}, {"id": "x"})
    tab.restart().page.evaluate(OPEN)
    assert [account["flags"][0]["flag"] for account in told_by(tab)] == ["rude"]


def test_nothing_is_read_before_somebody_opens_it(tab: LedgerTab) -> None:
    tab.page.evaluate("async () => { globalThis.accounts = await import('/client/history/summaries.js'); }")
    tab.tap("rude")
    assert told_by(tab) == []
