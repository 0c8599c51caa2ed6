"""The words by verdict: each screen holds what the method asks of it, in its order, and no more."""

import re
from dataclasses import astuple
from itertools import product
from typing import Literal

import pytest

from interview_exit.rules.flags import FLAGS, KINDS
from interview_exit.rules.taps import OUTCOMES as RULED_OUTCOMES
from interview_exit.rules.taps import STATES as ALL_STATES
from interview_exit.rules.taps import TAKEN_BACK, LineKind, StateId
from interview_exit.rules.verdict import VERDICTS, VerdictId
from interview_exit.words.phrases import ENDINGS, MOMENTS, OUTCOMES, OUTCOMES_OF, STATES, WORDS, outcomes
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.selection import OWN_LINE, line

EXITS: tuple[VerdictId, ...] = ("leave_now", "wrap_up")
LINE_KINDS: tuple[LineKind, ...] = ("", *KINDS, "hard")
GUILT = r"sorry|apolog|guilt|shame|asham|should|must|quit|give up|fail|weak|unfortunately|afraid"


def visible(held: object) -> list[str]:
    """Return every string in a catalogue entry, however deep."""
    if isinstance(held, str):
        return [held]
    return [text for part in held for text in visible(part)] if isinstance(held, tuple) else []


def all_words() -> list[str]:
    entries = [*WORDS.values(), *ENDINGS.values(), *(answer for answers in OUTCOMES.values() for answer in answers)]
    return [text for entry in entries for text in visible(astuple(entry))]


def test_every_verdict_has_its_words() -> None:
    assert set(WORDS) == set(VERDICTS)
    assert all(
        words.label and words.discreet and words.idea and words.short and words.steps for words in WORDS.values()
    )


def test_the_live_card_has_a_line_for_every_combination() -> None:
    for verdict, kind, state in product(VERDICTS, LINE_KINDS, ALL_STATES):
        said = line(verdict, kind, state)
        assert said in SCRIPTS or (said == OWN_LINE and kind not in {"", "green", "hard"})


def test_a_line_is_never_out_of_step_with_its_verdict() -> None:
    moments = {"stay": {"go_on", "self"}, "practice": {"self"}, "clear_air": {"go_on"}, "give_chance": {"go_on"}}
    moments["withdraw_later"] = {"self"}
    self_addressed = {"clear_air.added"}
    for verdict, kind, state in product(VERDICTS, LINE_KINDS, ALL_STATES):
        said = line(verdict, kind, state)
        if said in self_addressed:
            assert (verdict, kind, state) == ("clear_air", "unclear", "added")
        elif said != OWN_LINE:
            assert SCRIPTS[said].moment in moments.get(verdict, {"exit"}), (verdict, kind, state)
        else:
            own = {SCRIPTS[flag.line].moment for flag in FLAGS.values() if flag.kind == kind}
            assert own <= moments.get(verdict, {"exit"}), (verdict, kind, state)


def test_what_was_taken_back_says_nothing() -> None:
    for verdict, kind, state in product(VERDICTS, LINE_KINDS, TAKEN_BACK):
        assert line(verdict, kind, state) in {line(verdict), "give_chance.refused", "flag.hard_no"}


@pytest.mark.parametrize(
    ("verdict", "kind", "state", "script"),
    [
        ("stay", "", "", "stay.idle"),
        ("stay", "unclear", "cleared", "stay.cleared"),
        ("stay", "negotiable", "moved", "stay.moved"),
        ("stay", "negotiable", "will_check", "give_chance.will_check"),
        ("stay", "unclear", "later", "stay.later"),
        ("stay", "negotiable", "later", "stay.later"),
        ("stay", "green", "", "stay.good"),
        ("stay", "unclear", "undone", "stay.idle"),
        ("stay", "alarm", "", "stay.chosen"),
        ("leave_now", "alarm", "", "flag"),
        ("leave_now", "unclear", "", "leave_now.short"),
        ("clear_air", "unclear", "", "flag"),
        ("give_chance", "negotiable", "", "flag"),
        ("wrap_up", "mismatch", "", "flag"),
        ("wrap_up", "unclear", "confirmed", "wrap_up.short"),
        ("wrap_up", "unclear", "", "wrap_up.short"),
        ("wrap_up", "hard", "", "flag.hard_no"),
        ("practice", "mismatch", "", "practice.short"),
        ("withdraw_later", "mismatch", "", "withdraw_later.short"),
        ("withdraw_later", "negotiable", "refused", "withdraw_later.short"),
    ],
)
def test_the_line_fits_what_happened(
    verdict: VerdictId, kind: LineKind | Literal[""], state: StateId, script: str
) -> None:
    assert line(verdict, kind, state) == script


def test_the_answers_offered_are_those_the_rules_know() -> None:
    offered = {kind: {answer.state for answer in answers} for kind, answers in OUTCOMES.items()}
    assert offered == {kind: set(states) for kind, states in RULED_OUTCOMES.items()}


def test_n08_who_turns_a_private_question_back_learns_whether_they_move_on_or_press() -> None:
    asked = [(answer.state, answer.label) for answer in outcomes("unclear", "private")]
    usual = [(answer.state, answer.label) for answer in outcomes("unclear")]
    assert asked[:2] == [("cleared", "Moved on"), ("confirmed", "Pressed")]
    assert asked[2:] == [each for each in usual if each[0] not in {"cleared", "confirmed", "still_vague"}]


def test_an_answer_is_spoken_as_it_is_seen() -> None:
    private = (outcomes("unclear", flag) for flag in OUTCOMES_OF)
    for answers in (*OUTCOMES.values(), *private):
        assert all(answer.longer.startswith(answer.label) for answer in answers)


def test_the_log_can_tell_every_state() -> None:
    assert set(STATES) == set(ALL_STATES)
    assert all(told for state, told in STATES.items() if state)


def test_all_visible_words_are_set_with_proper_marks() -> None:
    assert not [text for text in all_words() if "'" in text or '"' in text or "  " in text]


@pytest.mark.parametrize("verdict", EXITS)
def test_m02_every_exit_verdict_says_that_it_is_allowed(verdict: VerdictId) -> None:
    assert "allowed" in WORDS[verdict].permission


def test_m02_nothing_visible_makes_anyone_feel_guilty() -> None:
    assert not [text for text in all_words() if re.search(rf"\b({GUILT})\b", text.lower())]


def test_m06_they_may_have_ended_it_and_there_are_words_for_that() -> None:
    assert "Thank you" in SCRIPTS[ENDINGS["they_ended"].script].text


def test_m07_leaving_at_once_and_wrapping_up_are_two_different_screens() -> None:
    at_once, politely = WORDS["leave_now"], WORDS["wrap_up"]
    assert not at_once.moments
    assert politely.moments
    assert "{reason_clause}" in SCRIPTS[politely.long].text
    assert not any("{reason" in SCRIPTS[script].text for script in (at_once.short, at_once.long, at_once.call))


def test_m10_practice_is_an_ending_of_its_own() -> None:
    assert {"practised", "stayed"} <= set(ENDINGS)


def test_m13_six_natural_breaks_to_wait_for() -> None:
    assert len(MOMENTS) == 6
    assert WORDS["wrap_up"].moments == tuple(MOMENTS)


def test_m18_going_without_a_word_more_is_for_the_unsafe_only() -> None:
    assert [verdict for verdict, words in WORDS.items() if words.unsafe] == ["leave_now"]
    assert len(WORDS["leave_now"].unsafe_steps) == 4
    assert WORDS["wrap_up"].steps[0].startswith("Say it")


def test_m29_when_they_will_not_move_the_words_say_so() -> None:
    assert line("wrap_up", "negotiable", "refused") == "give_chance.refused"


def test_m30_say_it_let_them_close_thank_go() -> None:
    order = [re.search(rf"\b{word}\b", " ".join(WORDS["wrap_up"].steps)) for word in ("Say", "close", "Thank", "Go")]
    places = [found.start() for found in order if found]
    assert len(places) == 4
    assert places == sorted(places)


def test_m31_three_short_steps_to_leave() -> None:
    steps = WORDS["leave_now"].steps
    assert len(steps) == 3
    assert all(len(step) <= 40 for step in steps)


def test_m33_what_usually_happens_is_hedged_and_no_prediction() -> None:
    hedged = WORDS["leave_now"].details[0]
    assert re.search(r"\b(seldom|often|usually)\b", hedged)
    assert re.search(r"\b(might|may)\b", hedged)
    assert not re.search(r"\bwill\b", hedged)


def test_m36_no_permission_is_needed() -> None:
    assert "You don’t need their permission." in WORDS["leave_now"].steps[0]


def test_n02_both_halves_of_the_advice_are_told_with_their_source_and_weight() -> None:
    for verdict in ("wrap_up", "withdraw_later"):
        now, tonight = WORDS[verdict].details[-2:]
        assert "Ask a Manager" in now
        assert "cut an interview short" in now
        assert re.search(r"More often.* withdrawing by e-mail.*2010, 2019", tonight)
        assert "her experience" in tonight


def test_m37_the_evidence_names_its_source_and_its_weight() -> None:
    note = WORDS["leave_now"].details[1]
    assert "Personnel Services Unlimited" in note
    assert "not a study" in note


def test_m38_nothing_is_owed() -> None:
    assert WORDS["leave_now"].notes == ("You haven’t promised anything, and you don’t owe them any more time.",)


def test_m39_clearing_the_air_asks_listens_pauses_and_only_then_decides() -> None:
    steps = [step.split()[0].strip(".") for step in WORDS["clear_air"].steps]
    assert steps == ["Ask", "Listen", "Pause", "Decide"]
