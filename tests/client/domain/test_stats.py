"""The insights' counts: those of a seeded history are what Python counts in the same history by itself."""

from collections import Counter
from datetime import datetime
from statistics import median
from typing import Any

import pytest

from interview_exit.rules import insights
from interview_exit.rules.debrief import REGRETS
from interview_exit.rules.endings import NOT_HELD
from interview_exit.rules.flags import FLAGS, KINDS
from interview_exit.rules.older import answer_of
from interview_exit.words.phrases import ENDINGS, OUTCOMES_OF
from tests.client.told import MORNING_MS, Told
from tests.support.histories import OWN_FLAGS, Record, history
from tests.support.node import NodePage

COUNT = """async (records) => {
  const [{ summaryOf }, { sum }, { learn }, { ownFlags }] = await Promise.all(
    ["summary", "stats", "flags", "own-flags"].map((name) => import(`/client/domain/${name}.js`)));
  learn(ownFlags(records.filter(({ iv }) => iv === "")));
  const pages = Map.groupBy(records.filter(({ iv }) => iv !== ""), ({ iv }) => iv);
  return sum([...pages].map(([id, page]) => summaryOf(page.find((each) => each.id === id), page)));
}"""
KIND_OF = {flag.id: flag.kind for flag in FLAGS.values()} | {flag: kind for flag, _, _, kind in OWN_FLAGS}


def by_interview(records: list[Record]) -> list[list[Record]]:
    pages: dict[str, list[Record]] = {}
    for record in records:
        if record["iv"]:
            pages.setdefault(record["iv"], []).append(record)
    return list(pages.values())


def of_kind(page: list[Record], k: str) -> list[Record]:
    return [record for record in page if record["k"] == k]


def standing(page: list[Record]) -> list[Record]:
    """Return the taps that were not taken back."""
    taken_back = {step["of"] for step in of_kind(page, "step") if step["step"] in {"undo", "withdraw"}}
    return [tap for tap in of_kind(page, "tap") if tap["id"] not in taken_back]


def state(page: list[Record], tap: Record) -> str:
    """Return what became of a tap: the last thing that was said of it."""
    said = [answer_of(record) for record in of_kind(page, "outcome") if record["e"] == tap["id"]]
    added = [step for step in of_kind(page, "step") if step["step"] == "added" and step["of"] == tap["id"]]
    return "added" if any(step["added"] for step in added) else (said or [""])[-1]


def ending(page: list[Record]) -> str:
    return next((step["how"] for step in of_kind(page, "step") if step["step"] == "end"), "open")


def month(page: list[Record]) -> str:
    return datetime.fromtimestamp(page[0]["at"] / 1000).strftime("%Y-%m")


def exit_minutes(page: list[Record]) -> list[int]:
    """Return the minutes from the first flag to an exit, as both stand in the log."""
    flags = [tap for tap in standing(page) if KIND_OF[tap["flag"]] != "green"]
    ends = [step for step in of_kind(page, "step") if step["step"] == "end" and step["how"] in insights.EXITS]
    if not flags or not ends:
        return []
    since = [(record["at"] - page[0]["at"]) // 60_000 for record in (flags[0], ends[0])]
    return [since[1] - since[0]]


def answered(pages: list[list[Record]], kind: str) -> Counter[str]:
    taps = [(page, tap) for page in pages for tap in standing(page) if tap["flag"] not in OUTCOMES_OF]
    return Counter(state(page, tap) for page, tap in taps if KIND_OF[tap["flag"]] == kind and not tap["hard"])


def regrets(page: list[Record], when: str) -> list[str]:
    return [record["body"]["answer"] for record in of_kind(page, "regret") if record["e"] == when]


def totals(series: list[dict[str, Any]]) -> dict[str, int]:
    return {each["id"]: each["total"] for each in series}


def monthly(counts: dict[str, Any], series: list[dict[str, Any]]) -> dict[tuple[str, str], int]:
    """Return what is drawn: how often each thing occurred in each month shown."""
    return {
        (each["id"], counts["months"][month["place"]]): month["count"]
        for each in series
        for month in each["months"]
        if month["count"]
    }


@pytest.mark.parametrize(("interviews", "seed"), [(1, 1), (10, 2), (60, 3), (400, 4)])
def test_counts_are_those_of_the_records(node_page: NodePage, interviews: int, seed: int) -> None:
    records = history(interviews, MORNING_MS, seed)
    pages = by_interview(records)
    counts = node_page.evaluate(COUNT, records)
    assert counts["interviews"] == len(pages) == interviews
    flags = Counter(flag for page in pages for flag in {tap["flag"] for tap in standing(page)})
    assert {each["flag"]: each["count"] for each in counts["flags"]} == flags
    assert [each["count"] for each in counts["flags"]] == sorted(flags.values(), reverse=True)
    for asked, kind in (("asked", "unclear"), ("raised", "negotiable")):
        assert Counter(counts[asked]) == answered(pages, kind), kind
    assert Counter(counts["endings"]) == Counter(ending(page) for page in pages)
    assert {*ENDINGS, "open"} == set(counts["endings"])
    minutes = [each for page in pages for each in exit_minutes(page)]
    assert (counts["exits"], counts["minutes"]) == (len(minutes), median(minutes) if minutes else 0)
    known = dict.fromkeys(map(str, insights.SPANS), 0)
    spans = Counter(max(least for least in insights.SPANS if least <= each) for each in minutes)
    assert counts["spans"] == known | {str(least): count for least, count in spans.items()}
    for when in ("at_once", "later"):
        answers = Counter(answer for page in pages for answer in regrets(page, when))
        assert totals(counts["regretted"][when]) == {answer: answers[answer] for answer in REGRETS}


@pytest.mark.parametrize(("interviews", "seed"), [(10, 5), (400, 6)])
def test_months_are_the_newest_without_a_gap(node_page: NodePage, interviews: int, seed: int) -> None:
    records = history(interviews, MORNING_MS, seed)
    pages = by_interview(records)
    counts = node_page.evaluate(COUNT, records)
    known = sorted(month(page) for page in pages)
    assert counts["since"] == known[0]
    assert counts["months"][-1] == known[-1]
    assert len(counts["months"]) <= insights.MONTHS
    assert counts["months"][0] == known[0] or len(counts["months"]) == insights.MONTHS
    assert set(counts["months"]) >= {each for each in known if each >= counts["months"][0]}
    shown = [page for page in pages if month(page) in counts["months"]]
    occurred = Counter(
        (kind, month(page))
        for page in shown
        for kind in [KIND_OF[flag] for flag in {tap["flag"] for tap in standing(page)}]
    )
    assert monthly(counts, counts["kinds"]) == occurred
    assert counts["kindsMost"] == max(occurred.values())
    for when in ("at_once", "later"):
        said = Counter((answer, month(page)) for page in shown for answer in regrets(page, when))
        assert monthly(counts, counts["regretted"][when]) == said


def test_nothing_is_counted_of_nothing(node_page: NodePage) -> None:
    counts = node_page.evaluate(COUNT, [])
    assert (counts["interviews"], counts["months"], counts["flags"], counts["minutes"]) == (0, [], [], 0)
    assert totals(counts["kinds"]) == dict.fromkeys(KINDS, 0)


def test_a_flag_counts_once_an_interview_and_not_when_it_was_taken_back(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude")
    told.tap("rude")
    told.step("undo", of=told.tap("pay"))
    counts = node_page.evaluate(COUNT, told.records)
    assert counts["flags"] == [{"flag": "rude", "kind": "alarm", "count": 1}]


@pytest.mark.parametrize("how", NOT_HELD)
def test_n07_an_interview_that_was_not_held_counts_among_the_endings_alone(node_page: NodePage, how: str) -> None:
    told = Told()
    told.tap("rude")
    told.step("end", how=how)
    counts = node_page.evaluate(COUNT, told.records)
    assert (counts["interviews"], counts["begun"], counts["flags"], counts["endings"][how]) == (0, 1, [], 1)


def test_an_ending_that_a_later_version_knows_counts_as_none(node_page: NodePage) -> None:
    told = Told()
    told.step("end", how="postponed_twice")
    counts = node_page.evaluate(COUNT, told.records)
    assert (counts["interviews"], counts["endings"]["open"]) == (1, 1)


def test_an_alarm_that_was_asked_about_first_counts_as_unclear(node_page: NodePage) -> None:
    told = Told()
    tap = told.tap("poke_holes")
    told.step("ask", of=tap)
    told.answer(tap, "cleared")
    told.answer(told.tap("advert", hard=True), "confirmed")
    counts = node_page.evaluate(COUNT, told.records)
    assert {state: count for state, count in counts["asked"].items() if count} == {"cleared": 1}
