"""Rehearsing: every script once, with the plan's names in it."""

from interview_exit.words import rehearsal
from interview_exit.words.scripts import SCRIPTS
from tests.client.ledger_tab import LedgerTab

START = """async () => {
  globalThis.planning = await import('/client/prepare/planning.js');
  globalThis.rehearsal = await import('/client/prepare/rehearsal.js');
  rehearsal.state.subscribe(() => {});
}"""
ALL = """() => {
  const seen = [];
  do {
    seen.push([rehearsal.state.get('title'), rehearsal.state.get('text')]);
    rehearsal.turn(1);
  } while (rehearsal.state.get('place') !== 1);
  return seen;
}"""
MASKED = "async (text) => (await import('/client/prepare/rehearsal.js')).masked(text)"


def test_every_script_that_is_said_has_one_title() -> None:
    said = {name for name, script in SCRIPTS.items() if script.moment in {"exit", "go_on"}}
    assert {*rehearsal.WORDS, *rehearsal.FLAG_LINES} == said
    assert not {*rehearsal.WORDS} & {*rehearsal.FLAG_LINES}


def test_each_is_shown_once_with_the_names_of_the_plan(tab: LedgerTab) -> None:
    tab.page.evaluate(START)
    for key, value in {"name": "Dana", "company": "Northwind"}.items():
        tab.page.evaluate("([key, value]) => planning.setPlan(key, value)", [key, value])
    seen = tab.page.evaluate(ALL)
    assert len(seen) == len(rehearsal.WORDS) + len(rehearsal.FLAG_LINES)
    assert ["Wrap up", "Thank you, Dana. I don’t think it’s the right fit for me, so I won’t keep you."] in seen
    assert any("learning about Northwind." in text for _, text in seen)


def test_before_the_first_is_the_last(tab: LedgerTab) -> None:
    tab.page.evaluate(START)
    tab.page.evaluate("() => rehearsal.turn(-1)")
    place, count = tab.page.evaluate("() => [rehearsal.state.get('place'), rehearsal.state.get('count')]")
    assert place == count


def test_hidden_words_keep_their_first_letter_and_their_length(tab: LedgerTab) -> None:
    assert tab.page.evaluate(MASKED, "I won’t keep you, Dana.") == "I w··’· k··· y··, D···."
    assert tab.page.evaluate(MASKED, "e\u0301clair דנה") == "e\u0301····· ד··"
