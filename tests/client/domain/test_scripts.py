"""Which script is said, whose reason it names, what may be asked first, in random interviews: as Python selects it."""

from random import Random
from typing import Any, Literal

from interview_exit.rules.flags import FLAGS
from interview_exit.rules.interview_state import fold
from interview_exit.words.selection import Situation, asked_first, selected
from tests.client.domain.test_interview_state import OWN_FLAGS
from tests.support.node import NodePage
from tests.support.random_histories import OWN_FLAG, history

HISTORIES = 2000
SELECTED = """async ([all, own]) => {
  const { fold, rowOf } = await import('/client/domain/interview-state.js');
  const { aboutOf } = await import('/client/domain/details.js');
  const { selected } = await import('/client/domain/scripts.js');
  const { askableOf } = await import('/client/domain/live-view.js');
  (await import('/client/domain/flags.js')).learn(own);
  return all.map((records) => {
    const [state, about] = [fold(records), aboutOf(records, records[0].iv)];
    const row = rowOf(state, about);
    const { line, own, reasons } = selected(state, row, about);
    return [about, [line, own, reasons.line, reasons.words, askableOf(state, row.cause)]];
  });
}"""


def script_of(flag: str, script: Literal["line", "ask"]) -> str:
    if flag in FLAGS:
        return FLAGS[flag].line if script == "line" else FLAGS[flag].ask
    return flag if flag == OWN_FLAG else ""


def reason_of(flag: str) -> str:
    return FLAGS[flag].reason if flag in FLAGS else ""


def selected_by_python(records: list[dict[str, Any]], about: dict[str, Any]) -> list[str]:
    state = fold(records, {OWN_FLAG: "unclear"})
    verdict = state.verdict(small_field=about["smallField"])
    now = Situation(state, verdict, about["kind"], about["reason"], script_of, reason_of)
    found = selected(now)
    return [found.line, found.own, found.line_reason, found.words_reason, asked_first(now)]


def test_random_interviews_are_told_what_python_selects(node_page: NodePage) -> None:
    histories = [history(Random(seed)) for seed in range(HISTORIES)]
    for records, (about, said) in zip(histories, node_page.evaluate(SELECTED, [histories, OWN_FLAGS]), strict=True):
        assert said == selected_by_python(records, about), sorted(records, key=lambda each: each["hlc"])
