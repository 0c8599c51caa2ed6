"""The timeline of one interview: what happened when, what was asked, what became of it, and where that led."""

from typing import Any

from interview_exit.words import phrases
from tests.client.told import Told
from tests.support.node import NodePage

LINES = """async ([records, discreet]) =>
  (await import('/client/domain/timeline.js')).timelineOf(records, 'an-interview', discreet)"""


def lines(node_page: NodePage, told: Told, *, discreet: bool = False) -> list[dict[str, Any]]:
    return node_page.evaluate(LINES, [told.records, discreet])


def test_each_thing_has_its_minute_and_says_where_it_led(node_page: NodePage) -> None:
    told = Told()
    told.about(company="Northwind")
    tap = told.later(4).tap("advert")
    told.later(2).answer(tap, "confirmed")
    told.step("pause", of=tap, seconds=5, planned=5, skipped=False)
    told.step("added", of=tap, added=False)
    told.later(3).choose("stay")
    told.later(9).step("end", how="stayed")
    facts = ("minute", "what", "label", "told", "verdict")
    found = [tuple(line[fact] for fact in facts) for line in lines(node_page, told)]
    label = {verdict: words.label for verdict, words in phrases.WORDS.items()}
    assert found == [
        (4, "tap", "Not as posted", "", label["clear_air"]),
        (6, "outcome", "Not as posted", phrases.STATES["confirmed"], label["wrap_up"]),
        (6, "pause", "Not as posted", "", ""),
        (6, "added", "Not as posted", "", ""),
        (9, "choose", label["stay"], "", label["stay"]),
        (18, "end", phrases.ENDINGS["stayed"].told, "", ""),
    ]
    asked = lines(node_page, told)[1]["question"]
    assert asked.endswith("?")
    assert [line["time"] for line in lines(node_page, told)] == sorted(line["time"] for line in lines(node_page, told))


def test_what_was_taken_back_is_struck_and_told_when(node_page: NodePage) -> None:
    told = Told()
    tap = told.tap("rude")
    told.later(5).step("withdraw", of=tap)
    first, back = lines(node_page, told, discreet=True)
    assert (first["label"], first["undone"], first["told"]) == ("Tone", True, phrases.STATES["withdrawn"])
    assert (back["what"], back["label"], back["minute"], back["verdict"]) == ("back", "Tone", 5, "Go on")


def test_only_what_can_be_asked_about_has_an_outcome_to_put_right(node_page: NodePage) -> None:
    told = Told()
    for flag in ("rude", "unclear", "pay", "g_answer"):
        told.tap(flag)
    told.answer(told.records[3]["id"], "moved")
    tapped = [line for line in lines(node_page, told) if line["flag"]]
    offered = {line["flag"]: [answer["id"] for answer in line["answers"]] for line in tapped}
    states = {kind: [outcome.state for outcome in outcomes] for kind, outcomes in phrases.OUTCOMES.items()}
    assert offered == {"rude": [], "unclear": states["unclear"], "pay": states["negotiable"], "g_answer": []}
    assert [line["answer"] for line in tapped if line["flag"] == "pay"] == ["moved"]


def test_what_is_said_on_another_day_has_its_date(node_page: NodePage) -> None:
    told = Told()
    told.tap("pay")
    told.later(60 * 24 * 3).step("end", how="left")
    first, last = lines(node_page, told)
    assert len(first["time"]) == len("10:42")
    assert len(last["time"]) > len("10:42")
