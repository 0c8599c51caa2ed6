"""The plan: kept field by field, taken over by the next interview, and used once."""

from interview_exit.words.phrases import PLACES
from tests.client.ledger_tab import LedgerTab

PLAN = {
    "company": "Northwind",
    "role": "Designer",
    "name": "Dana",
    "kind": "video",
    "minutes": 45,
    "until": "",
    "smallField": True,
    "skill": "asking back",
}
IMPORT = """async () => {
  globalThis.planning = await import('/client/prepare/planning.js');
  planning.state.subscribe(() => {});
}"""


def planning(tab: LedgerTab) -> LedgerTab:
    tab.page.evaluate(IMPORT)
    return tab


def plan(tab: LedgerTab, **values: object) -> None:
    for key, value in values.items():
        tab.page.evaluate("([key, value]) => planning.setPlan(key, value)", [key, value])


def planned(tab: LedgerTab, key: str = "plan") -> object:
    return tab.page.evaluate("(key) => planning.state.get(key)", key)


def about(tab: LedgerTab) -> dict[str, object]:
    [row] = tab.rows(k="ivmeta")
    return row["body"]


def test_the_first_tap_takes_the_plan_over_in_one_change(tab: LedgerTab) -> None:
    plan(planning(tab), **PLAN)
    tab.tap("advert")
    interview = tab.get("live")
    assert about(tab) == PLAN
    assert [row["iv"] for row in tab.rows(k="ivmeta")] == [interview]
    [used] = tab.rows(k="set", e="plan")
    assert used["body"] == {**PLAN, "used": interview}
    assert tab.get("named") == {"name": "Dana", "company": "Northwind", "role": "Designer"}
    assert planned(tab, "waiting") is False


def test_a_plan_serves_once(tab: LedgerTab) -> None:
    plan(planning(tab), company="Northwind")
    tab.tap("advert")
    tab.do("end", "stayed")
    tab.tap("pay")
    assert tab.get("named")["company"] == ""
    assert len(tab.rows(k="ivmeta")) == 1


def test_undoing_the_first_tap_takes_back_the_tap_and_nothing_else(tab: LedgerTab) -> None:
    plan(planning(tab), company="Northwind")
    tab.tap("rude").do("undo")
    assert [row["of"] for row in tab.rows(k="step")] == [row["id"] for row in tab.rows(k="tap")]
    assert tab.get("named")["company"] == "Northwind"


def test_without_a_plan_nothing_is_said_about_an_interview(tab: LedgerTab) -> None:
    tab.tap("advert")
    assert tab.rows(k="ivmeta") == []


def test_a_plan_outlives_the_page_and_can_be_cleared(tab: LedgerTab) -> None:
    plan(planning(tab), company="  Northwind ", until="16:30")
    planning(tab.saved().restart())
    assert planned(tab)["company"] == "Northwind"  # type: ignore[index]
    assert planned(tab, "byClock") is True
    tab.page.evaluate("() => planning.clearPlan()")
    assert planned(tab, "waiting") is False
    tab.tap("advert")
    assert tab.get("named")["company"] == ""


def test_what_makes_no_sense_is_not_planned(tab: LedgerTab) -> None:
    planning(tab)
    plan(tab, kind="moon", minutes=-5, until="25:00", smallField="yes", company=7, used=3, constructor="x")
    assert planned(tab, "waiting") is False
    assert tab.rows(k="set", e="plan") == []


def test_a_place_is_taken_back_by_a_second_tap(tab: LedgerTab) -> None:
    planning(tab)
    for expected in ("phone", ""):
        tab.page.evaluate("() => planning.toggle('kind', 'phone')")
        assert planned(tab)["kind"] == expected  # type: ignore[index]
    assert "phone" in PLACES


def test_a_length_and_an_end_by_the_clock_take_turns(tab: LedgerTab) -> None:
    plan(planning(tab), until="16:30")
    tab.page.evaluate("() => planning.setLength('45')")
    held = planned(tab)
    assert (held["minutes"], held["until"]) == (45, "")  # type: ignore[index]
    tab.page.evaluate("() => planning.setLength('until')")
    assert (planned(tab)["minutes"], planned(tab, "byClock")) == (0, True)  # type: ignore[index]


def test_two_tabs_see_one_plan(tab: LedgerTab) -> None:
    other = planning(tab.beside())
    plan(planning(tab), company="Northwind")
    other.until("planning.state.get('plan').company === 'Northwind'")
    other.tap("advert")
    assert other.get("named")["company"] == "Northwind"
    tab.until("!planning.state.get('waiting')")
