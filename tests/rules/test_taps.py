"""A tap, its moves and what it means: every place it can stand at, for every kind of flag."""

from dataclasses import replace
from itertools import product

import pytest

from interview_exit.rules.flags import KINDS, KindId
from interview_exit.rules.taps import (
    ASKED_AS,
    ENDS_CHOICE,
    MARKS,
    MOVES,
    OUTCOMES,
    PAUSE_AFTER,
    POSITIONS,
    STATES,
    TAKEN_BACK,
    LineKind,
    Standing,
    StateId,
    after,
    counts_as,
    sort_of,
    start,
)
from interview_exit.rules.verdict import Facts, decide

LINES: tuple[LineKind, ...] = ("", *KINDS, "hard")
EVERYWHERE = [replace(at, mark=mark) for at, mark in product(POSITIONS, MARKS)]


def verdict_after(kind: KindId, state: StateId = "", *, hard_no: bool = False) -> str:
    """Return the verdict after one tap."""
    fact = counts_as(sort_of(kind, "hard" if hard_no else "").line, state)
    return decide(Facts.holding([fact or ""])).verdict


def test_every_move_leads_from_everywhere_to_a_place_that_there_is() -> None:
    assert {after(at, move) for at, move in product(EVERYWHERE, MOVES)} <= set(EVERYWHERE)


def test_every_place_but_the_due_of_what_is_over_can_be_reached() -> None:
    reached = {start(False), start(True)}
    while more := {after(at, move) for at, move in product(reached, MOVES)} - reached:
        reached |= more
    assert reached == set(EVERYWHERE)


def test_what_was_taken_back_stays_so_whatever_comes_later() -> None:
    for at, move in product(EVERYWHERE, MOVES):
        if at.state in TAKEN_BACK and move != "tap":
            assert after(at, move).state == at.state


def test_whatever_a_tap_speaks_for_may_end_a_choice() -> None:
    assert {counts_as(line, state) for line, state in product(LINES, STATES)} == {None, *ENDS_CHOICE}


def test_one_pause_serves_a_tap_that_it_was_not_made_for() -> None:
    for at in EVERYWHERE:
        assert after(at, "passed") == (replace(at, due="") if at.due == "pause_due" else at)


@pytest.mark.parametrize("state", PAUSE_AFTER)
def test_m45_after_a_pause_it_is_asked_what_they_added_and_once_more_when_the_answer_is_taken_back(
    state: StateId,
) -> None:
    answered = after(after(start(False), "tap"), state)
    assert answered == Standing(state, due="pause_due")
    paused = after(answered, "paused")
    assert paused == Standing(state, due="reply_due")
    assert after(paused, "nothing") == Standing(state)
    assert after(paused, "replied") == Standing("added")
    assert after(after(paused, "nothing"), "paused") == paused


def test_a_flag_whose_words_have_not_come_yet_counts_for_nothing() -> None:
    assert {counts_as(sort_of("", mark).line, state) for mark, state in product(MARKS, STATES)} == {None}


def test_an_outcome_that_does_not_belong_to_the_kind_is_none() -> None:
    assert counts_as("unclear", "refused") == "open_unclear"
    assert counts_as("negotiable", "cleared") == "open_negotiable"
    assert counts_as("alarm", "cleared") == "alarm"
    assert counts_as("mismatch", "moved") == "reason_to_go"


@pytest.mark.parametrize("kind", ["unclear", "negotiable", "mismatch"])
@pytest.mark.parametrize("state", [state for state in STATES if state not in TAKEN_BACK])
def test_m22_a_hard_no_is_a_mismatch_at_once(kind: KindId, state: StateId) -> None:
    assert verdict_after(kind, state, hard_no=True) == "wrap_up"


def test_m22_a_hard_no_asked_about_anyway_is_an_ordinary_flag_again() -> None:
    hard, asked = (sort_of("negotiable", mark) for mark in ("hard", "asked"))
    assert (hard.hard, hard.line, counts_as(hard.line, "")) == (True, "hard", "reason_to_go")
    assert (asked.hard, asked.line, counts_as(asked.line, "")) == (False, "negotiable", "open_negotiable")
    assert after(after(start(True), "tap"), "ask") == Standing("", "asked")


def test_m22_the_mark_makes_no_alarm_weaker_and_no_good_sign_count() -> None:
    assert verdict_after("alarm", hard_no=True) == "leave_now"
    assert verdict_after("green", hard_no=True) == "stay"


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("", "give_chance"),
        ("moved", "stay"),
        ("partly", "stay"),
        ("will_check", "stay"),
        ("later", "stay"),
        ("refused", "wrap_up"),
        ("skipped", "wrap_up"),
    ],
)
def test_m28_m29_their_answer_decides(state: StateId, verdict: str) -> None:
    assert verdict_after("negotiable", state) == verdict


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("", "clear_air"),
        ("cleared", "stay"),
        ("confirmed", "wrap_up"),
        ("still_vague", "wrap_up"),
        ("later", "stay"),
        ("skipped", "wrap_up"),
    ],
)
def test_m39_on_the_fence_clear_the_air_first(state: StateId, verdict: str) -> None:
    assert verdict_after("unclear", state) == verdict


def test_m43_only_an_outcome_or_taking_it_back_settles_an_unclear_flag() -> None:
    settled = {state for state in STATES if counts_as("unclear", state) != "open_unclear"}
    assert settled == {*OUTCOMES["unclear"], *TAKEN_BACK}


def test_m45_what_they_added_opens_the_question_again() -> None:
    assert counts_as("unclear", "added") == "open_unclear"
    assert verdict_after("unclear", "added") == "clear_air"


def test_what_is_asked_about_first_goes_to_rule_2_or_3() -> None:
    assert {kind for kind in KINDS if ASKED_AS[kind] == "unclear"} == {"alarm", "unclear", "mismatch"}
    assert {ASKED_AS[kind] for kind in ("negotiable", "green")} == {"negotiable", "green"}


def test_a_pause_is_due_after_answers_that_speak_for_going_and_are_no_conscious_skip() -> None:
    going = {state for state in OUTCOMES["unclear"] if counts_as("unclear", state)}
    assert set(PAUSE_AFTER) == going - {"skipped"}


def test_m47_a_mismatch_ends_politely_and_never_at_once() -> None:
    assert verdict_after("mismatch") == "wrap_up"
