"""One past interview in plain values, as all pages read it that look back on many."""

from typing import Any

from interview_exit.rules.limits import LIVE_HOURS
from tests.client.told import Told
from tests.support.node import NodePage

SUMMARY = "async (records) => (await import('/client/domain/summary.js')).summaryOf(records[0], records)"


def summary(page: NodePage, told: Told) -> dict[str, Any]:
    return page.evaluate(SUMMARY, told.records)


def test_one_interview_in_plain_values(node_page: NodePage) -> None:
    told = Told()
    told.about(company="North  Wind", role="designer", minutes=45)
    tap = told.later(3).tap("unclear")
    told.answer(tap, "confirmed")
    told.step("pause", of=tap, seconds=5, planned=5, skipped=False)
    told.step("undo", of=told.tap("rude"))
    told.answer(told.later(4).tap("pay"), "will_check")
    told.choose("stay")
    told.later(10).step("end", how="stayed")
    told.add("debrief", e=told.interview, prev=[], body={"company": "again", "seen": ["calm"]})
    account = summary(node_page, told)
    facts = ("company", "companyKey", "role", "planned", "minutes", "end", "verdict", "choices", "debriefed")
    assert [account[fact] for fact in facts] == [
        "North  Wind", "northwind", "designer", 45, 17, "stayed", "stay", ["stay"], True,
    ]  # fmt: skip
    flags = [(each["flag"], each["minute"], each["state"], each["takenBack"]) for each in account["flags"]]
    assert flags == [("unclear", 3, "confirmed", False), ("rude", 3, "undone", True), ("pay", 7, "will_check", False)]
    assert account["pauses"] == [{"minute": 3, "seconds": 5, "planned": 5, "skipped": False}]
    assert (account["rated"], account["seen"]) == ({"company": "again", "manager": ""}, ["calm"])


def test_a_row_tells_what_happened(node_page: NodePage) -> None:
    told = Told()
    told.about(company="Northwind")
    told.answer(told.tap("advert"), "cleared")
    told.step("undo", of=told.later(5).tap("rude"))
    told.later(10).tap("would_decline")
    told.later(2).step("end", how="wrapped_up")
    row = summary(node_page, told)
    assert (row["company"], row["minutes"], row["end"]) == ("Northwind", 17, "wrapped_up")
    flags = [(tap["flag"], tap["kind"], tap["takenBack"]) for tap in row["flags"]]
    expected = [("advert", "unclear", False), ("rude", "alarm", True), ("would_decline", "mismatch", False)]
    assert flags == expected
    assert row["verdicts"] == ["clear_air", "stay", "leave_now", "stay", "wrap_up"]


def test_what_is_said_days_later_makes_an_interview_no_longer(node_page: NodePage) -> None:
    told = Told()
    told.later(30).tap("pay")
    told.later(LIVE_HOURS * 60 + 1).step("end", how="stayed")
    row = summary(node_page, told)
    assert (row["minutes"], row["end"]) == (30, "stayed")
