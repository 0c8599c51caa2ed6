"""M21: a company that was met before is recalled, however its name is written, from the device alone."""

from typing import Any

import pytest

from tests.client.ledger_tab import LedgerTab, stamp
from tests.client.told import MORNING_MS, Told

LAST_WITH = "async (name) => (await import('/client/live/company-lookup.js')).lastWith(name)"
REMEMBERED = "async ([id, discreet]) => (await import('/client/live/company-lookup.js')).remembered(id, discreet)"


def met(interview: str, company: str, *, minutes: int = 0) -> Told:
    told = Told(interview, at=MORNING_MS + minutes * 60_000)
    told.about(company=company)
    return told


def dated(told: Told) -> list[dict[str, Any]]:
    """Stamp an interview's records with its own time: several would else share their stamps."""
    return [{**record, "hlc": stamp(told.at, number)} for number, record in enumerate(told.records)]


@pytest.fixture
def met_northwind(tab: LedgerTab) -> LedgerTab:
    """A candidate who has been at Northwind before."""
    told = met("first", "Northwind Café")
    told.tap("rude")
    told.tap("rude")
    told.tap("pay")
    told.add("note", e="first", prev=[], body={"text": "\nKind at the desk.\nMore."})
    told.step("end", how="left")
    tab.put(*told.records)
    return tab.restart()


@pytest.mark.parametrize("written", ["Northwind Café", " northwind  cafe\u0301 ", "NorthWindCafé", "NORTH WIND\nCAFÉ"])
def test_m21_a_name_is_known_however_it_is_written(met_northwind: LedgerTab, written: str) -> None:
    assert met_northwind.page.evaluate(LAST_WITH, written) == "first"


@pytest.mark.parametrize("written", ["", "  ", "Northwind", "Norðwind Café"])
def test_m21_another_name_is_not_known(met_northwind: LedgerTab, written: str) -> None:
    assert met_northwind.page.evaluate(LAST_WITH, written) == ""


def test_m21_it_tells_when_how_which_flags_and_the_first_line(met_northwind: LedgerTab) -> None:
    last = met_northwind.page.evaluate(REMEMBERED, ["first", False])
    assert (last["company"], last["end"], last["note"]) == ("Northwind Café", "left", "Kind at the desk.")
    assert [flag["label"] for flag in last["flags"]] == ["Rude", "Pay too low"]
    assert "2026" in last["date"]
    discreet = met_northwind.page.evaluate(REMEMBERED, ["first", True])
    assert [flag["label"] for flag in discreet["flags"]] == ["Tone", "Pay"]


def test_m21_the_live_screen_recalls_it_once_the_company_is_known(met_northwind: LedgerTab) -> None:
    tab = met_northwind.tap("unclear")
    assert tab.get("last") is None
    tab.do("describe", tab.get("live"), {"company": "northwind café"})
    tab.until("get('last')?.id === 'first'")
    tab.do("describe", tab.get("live"), {"company": "Elsewhere"})
    tab.until("get('last') === null")


def test_m21_the_plan_s_company_is_recalled_before_the_first_tap(met_northwind: LedgerTab) -> None:
    tab = met_northwind
    tab.page.evaluate("async () => (await import('/client/prepare/planning.js')).setPlan('company', 'Northwind Café')")
    tab.until("get('last')?.id === 'first'")
    tab.tap("unclear")
    assert tab.get("last")["id"] == "first"
    assert tab.get("live") != "first"


def test_m21_it_is_found_among_more_interviews_than_are_read_at_the_start(tab: LedgerTab) -> None:
    old = dated(met("old", "Northwind"))
    later = [record for turn in range(1, 31) for record in dated(met(f"later-{turn}", f"Company {turn}", minutes=turn))]
    tab.put(*old, *later)
    tab.restart()
    assert tab.page.evaluate(LAST_WITH, "northwind") == "old"
