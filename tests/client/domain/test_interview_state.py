"""From a flag to the decision: at every stage the records alone tell where the candidate stands (M39-M46)."""

import json
from collections.abc import Callable
from dataclasses import asdict
from random import Random
from typing import Any

import pytest

from interview_exit.rules.flags import FLAGS
from interview_exit.rules.interview_state import Tap, fold
from interview_exit.rules.taps import MOVES
from interview_exit.rules.verdict import FACTS
from interview_exit.words.scripts import SCRIPTS
from tests.client.domain.test_live_view import show, shown
from tests.client.told import Told
from tests.support.node import NodePage
from tests.support.random_histories import OWN_FLAG, history

HISTORIES = 3000
STAGES = ("ask", "pause", "reply", "")


def doubted(flag: str = "advert") -> tuple[Told, str]:
    told = Told()
    return told, told.tap(flag)


def answered(state: str = "confirmed") -> tuple[Told, str]:
    told, tap = doubted()
    told.answer(tap, state)
    return told, tap


def paused() -> tuple[Told, str]:
    told, tap = answered()
    told.step("pause", of=tap, seconds=5, skipped=False)
    return told, tap


def added() -> tuple[Told, str]:
    told, tap = paused()
    told.step("added", of=tap, added=True)
    return told, tap


def decided() -> tuple[Told, str]:
    told, tap = paused()
    told.step("added", of=tap, added=False)
    return told, tap


def skipped() -> tuple[Told, str]:
    told, tap = answered()
    told.step("pause", of=tap, seconds=0, skipped=True)
    return told, tap


@pytest.mark.parametrize(
    ("stage", "verdict", "loop"),
    [
        (doubted, "clear_air", "ask"),
        (answered, "wrap_up", "pause"),
        (paused, "wrap_up", "reply"),
        (added, "clear_air", "ask"),
        (decided, "wrap_up", ""),
        (skipped, "wrap_up", ""),
    ],
)
def test_m39_m46_the_stage_comes_from_the_records(
    node_page: NodePage, stage: Callable[[], tuple[Told, str]], verdict: str, loop: str
) -> None:
    told, tap = stage()
    view = show(node_page, told)
    assert (view["verdict"], view["loop"], view["subject"]) == (verdict, loop, tap if loop else "")


@pytest.mark.parametrize(("state", "loop"), [("confirmed", "pause"), ("still_vague", "pause"), ("skipped", "")])
def test_m44_a_pause_is_due_after_an_answer_and_not_after_a_skip(node_page: NodePage, state: str, loop: str) -> None:
    assert show(node_page, answered(state)[0])["loop"] == loop


def test_m43_cleared_needs_no_pause(node_page: NodePage) -> None:
    view = show(node_page, answered("cleared")[0])
    assert (view["verdict"], view["loop"]) == ("stay", "")


@pytest.mark.parametrize("stage", [doubted, answered, paused, added, decided])
def test_m46_an_alarm_waits_for_no_stage(node_page: NodePage, stage: Callable[[], tuple[Told, str]]) -> None:
    told, _ = stage()
    told.tap("rude")
    view = show(node_page, told)
    assert (view["verdict"], view["line"]) == ("leave_now", SCRIPTS["flag.rude"].text)
    assert view["loop"] not in {"pause", "reply"}


def test_one_pause_serves_every_answer_and_asks_about_the_one_it_was_made_for(node_page: NodePage) -> None:
    told, first = answered()
    second = told.tap("values")
    told.answer(second, "still_vague")
    told.step("pause", of=second, seconds=5, skipped=False)
    assert (show(node_page, told)["loop"], show(node_page, told)["subject"]) == ("reply", second)
    told.step("added", of=second, added=False)
    assert show(node_page, told)["loop"] == ""
    assert first != second


@pytest.mark.parametrize("reply", [True, False])
def test_who_takes_back_what_they_said_of_the_pause_is_asked_again(node_page: NodePage, reply: bool) -> None:
    told, tap = paused()
    told.step("undo", of=told.step("added", of=tap, added=reply))
    view = show(node_page, told)
    assert (view["verdict"], view["loop"], view["subject"]) == ("wrap_up", "reply", tap)


def test_a_pause_of_an_older_version_names_no_answer_and_asks_nothing(node_page: NodePage) -> None:
    told, _ = answered()
    told.step("pause", seconds=5, skipped=False)
    assert show(node_page, told)["loop"] == ""


def test_leaving_the_loop_is_a_choice_like_any_other(node_page: NodePage) -> None:
    told, _ = answered()
    told.choose("stay")
    view = show(node_page, told)
    assert (view["verdict"], view["chosen"], view["loop"]) == ("stay", True, "")


@pytest.mark.parametrize("flag", ["poke_holes", "surprise"])
def test_m39_asked_about_first_an_alarm_is_a_doubt(node_page: NodePage, flag: str) -> None:
    told, tap = doubted(flag)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"]) == ("leave_now", tap)
    told.step("ask", of=tap)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"], view["line"]) == ("clear_air", "", SCRIPTS[f"ask.{flag}"].text)
    told.answer(tap, "cleared")
    assert show(node_page, told)["verdict"] == "stay"


def test_asking_first_can_be_undone(node_page: NodePage) -> None:
    told, tap = doubted("surprise")
    told.step("undo", of=told.step("ask", of=tap))
    assert show(node_page, told)["verdict"] == "leave_now"


def test_a_plain_alarm_offers_no_asking(node_page: NodePage) -> None:
    plain = [flag.id for flag in FLAGS.values() if flag.kind == "alarm" and not flag.can_ask]
    views = shown(node_page, *[doubted(flag)[0] for flag in plain])
    assert [view["askable"] for view in views] == [""] * len(plain)


@pytest.mark.parametrize(
    ("flag", "verdict", "script"),
    [
        ("travel", "give_chance", "flag.travel"),
        ("private", "clear_air", "flag.private"),
        ("not_work", "clear_air", "clear_air.short"),
    ],
)
def test_m22_a_hard_no_can_be_asked_about_anyway(node_page: NodePage, flag: str, verdict: str, script: str) -> None:
    told = Told()
    tap = told.tap(flag, hard=True)
    view = show(node_page, told)
    # What would else be asked about is told as a limit; what is no match anyway has its own line already.
    is_limit = FLAGS[flag].kind != "mismatch"
    assert (view["verdict"], view["askable"], "firm limit" in view["line"]) == ("wrap_up", tap, is_limit)
    told.step("ask", of=tap)
    view = show(node_page, told)
    assert view["verdict"] == verdict
    assert view["line"].startswith(SCRIPTS[script].text.split("[")[0])


def test_m22_a_hard_no_that_is_an_alarm_stays_one(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude", hard=True)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"]) == ("leave_now", "")


def test_m08_people_may_be_counted_and_need_not_be(node_page: NodePage) -> None:
    told, tap = doubted("surprise")
    assert show(node_page, told)["crowd"] == {"tap": tap, "count": 0}
    told.step("heads", of=tap, count=45)
    view = show(node_page, told)
    assert (view["crowd"], view["log"][0]["heads"]) == ({"tap": tap, "count": 45}, 45)
    assert show(node_page, doubted("rude")[0])["crowd"] is None


def test_whatever_happens_the_loop_can_be_left_and_delays_no_alarm(node_page: NodePage) -> None:
    for view in shown(node_page, *[Told(records=history(Random(seed))) for seed in range(HISTORIES)]):
        assert view["loop"] in STAGES
        assert view["line"]
        assert "stay" in view["options"]
        assert (view["subject"] != "") == (view["loop"] != "")
        assert view["loop"] not in {"pause", "reply"} or view["verdict"] == "wrap_up"


FOLDED = """async ([all, own]) => {
  const s = await import('/client/domain/interview-state.js');
  (await import('/client/domain/flags.js')).learn(own);
  return all.map((records) => {
    const state = s.fold(records);
    const row = s.rowOf(state);
    return {
      taps: [...state.taps.values()].map((tap) => [
        tap.id, s.stateOf(tap), tap.mark, s.sortOf(tap), s.holds(tap), s.answersOf(tap), tap.heads, tap.last]),
      row, moment: state.moment, end: state.end?.id ?? "",
      from: state.from, to: state.to, clock: state.clock, set: state.set,
      choice: state.choices.at(-1)?.choice ?? "", verdicts: state.verdicts,
      log: state.log.map(({ record, minute }) => [record.id, minute]),
      alike: [...state.taps.keys()].map((id) => s.alike(state, id)),
      newest: ["alarm", "open_unclear", "open_negotiable", "reason_to_go", "pause_due", "reply_due"].map(
        (fact) => s.speakingFor(state, fact).map(({ id }) => id)),
    };
  });
}"""
OWN_FLAGS = [{"id": OWN_FLAG, "label": "Mine", "discreet": "Mine", "kind": "unclear", "line": "Is it?", "gone": False}]


def folded_by_python(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what `FOLDED` gives, by interview_state.py."""
    state = fold(records, {OWN_FLAG: "unclear"})
    row = json.loads(json.dumps(asdict(state.verdict())))
    return {
        "taps": [told_tap(tap) for tap in state.taps.values()],
        "row": {name: value for name, value in row.items() if value is not False},
        "moment": state.moment,
        "end": state.end["id"] if state.end else "",
        "from": state.begun,
        "to": state.to,
        "clock": state.clock,
        "set": state.set,
        "choice": state.choices[-1][1] if state.choices else "",
        "verdicts": state.verdicts,
        "log": [list(line) for line in state.log],
        "alike": [state.alike(tap) for tap in state.taps],
        "newest": [[tap.id for tap in state.newest(fact)] for fact in FACTS if fact != "small_field"],
    }


def told_tap(tap: Tap) -> list[Any]:
    sort = {name: value for name, value in asdict(tap.sort).items() if value is not False}
    answers = [answer for _, move in tap.moves if (answer := MOVES[move].answer) is not None]
    return [tap.id, tap.at.state, tap.at.mark, sort, tap.pressed, answers, tap.heads, tap.last]


def test_random_interviews_are_folded_as_python_folds_them(node_page: NodePage) -> None:
    histories = [history(Random(seed)) for seed in range(HISTORIES)]
    found = node_page.evaluate(FOLDED, [histories, OWN_FLAGS])
    for records, state in zip(histories, found, strict=True):
        assert state == folded_by_python(records), sorted(records, key=lambda each: each["hlc"])
