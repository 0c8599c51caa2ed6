"""Filling scripts in the browser says what Python says, whatever was typed."""

from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import compile_script
from tests.support.filling import fill
from tests.support.node import NodePage
from tests.support.odd import ODD

FILL = """async (all) => {
  const { fill, filled } = await import('/client/domain/slots.js');
  const { NOTES } = await import('/client/tables/after.js');
  return all.map(([script, slots]) => (NOTES[script] ? filled(NOTES[script], slots) : fill(script, slots)));
}"""
WITH_SLOTS = sorted(name for name, script in SCRIPTS.items() if "{" in script.text)


def test_odd_names_are_said_as_python_says_them(node_page: NodePage) -> None:
    cases = [
        (script, {"name": one, "company": two, "role": one, "topic": two, "reason": ""})
        for script in WITH_SLOTS
        for one, two in zip(ODD, (*ODD[7:], *ODD[:7]), strict=True)
    ]
    told = node_page.evaluate(FILL, cases)
    for (script, slots), text in zip(cases, told, strict=True):
        known = {slot: value for slot, value in slots.items() if slot != "reason"}
        assert text == fill(compile_script(SCRIPTS[script].text), known), (script, slots)
