"""The rules, over every combination of facts and over many random interviews."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_exit.rules.flags import KINDS, KindId
from interview_exit.rules.verdict import (
    ASKED_AS,
    CHOICES,
    FACTS,
    OUTCOMES,
    PAUSE_AFTER,
    STATES,
    VERDICTS,
    ChoiceId,
    Facts,
    StateId,
    counts_as,
    decide,
    facts_at,
    gather,
    position,
    tabulate,
)

Taps = list[tuple[KindId, bool, StateId]]

ALL = [facts_at(place) for place in range(len(tabulate()))]
RULED = [facts for facts in ALL if not facts.choice]
TAPS = list(product(KINDS, (False, True), STATES))
UNDER_RULE_4 = Facts(reason_to_go=True)

taps = st.lists(st.sampled_from(TAPS), max_size=8)
situations = st.builds(
    gather,
    taps,
    pause_due=st.booleans(),
    reply_due=st.booleans(),
    small_field=st.booleans(),
    choice=st.sampled_from(CHOICES),
)


def after(kind: KindId, state: StateId = "", *, hard_no: bool = False) -> str:
    """Return the verdict after one tap."""
    return decide(gather([(kind, hard_no, state)])).verdict


def test_the_table_holds_every_combination_once_and_in_its_place() -> None:
    table = tabulate()
    assert len(table) == 2 ** len(FACTS) * len(CHOICES) == len(set(ALL))
    assert [position(facts) for facts in ALL] == list(range(len(table)))
    assert table == [decide(facts) for facts in ALL]


def test_every_verdict_can_be_reached_by_the_rules_or_by_choosing_practice() -> None:
    assert {decide(facts).verdict for facts in ALL if facts.choice in {"", "practice"}} == set(VERDICTS)


def test_the_first_rule_that_fits_wins() -> None:
    for facts in RULED:
        rules = [
            (facts.alarm, "leave_now", "alarm"),
            (facts.open_unclear, "clear_air", "open_unclear"),
            (facts.open_negotiable, "give_chance", "open_negotiable"),
            (facts.reason_to_go, "wrap_up", "reason_to_go"),
            (True, "stay", ""),
        ]
        verdict, cause = next((verdict, cause) for holds, verdict, cause in rules if holds)
        assert (decide(facts).verdict, decide(facts).cause) == (verdict, cause)


def test_a_choice_is_shown_and_marked_and_leaves_the_cause_as_it_was() -> None:
    for facts in ALL:
        ruled, shown = decide(replace(facts, choice="")), decide(facts)
        assert shown.chosen == bool(facts.choice)
        assert shown.verdict == (facts.choice or ruled.verdict)
        assert shown.cause == ruled.cause
        assert not ruled.chosen


def test_what_may_be_chosen_is_offered_once_and_fits_a_row() -> None:
    for facts in ALL:
        options = decide(facts).options
        assert len(set(options)) == len(options) <= 3
        assert "" not in options
        assert not facts.choice or facts.choice in options


@pytest.mark.parametrize(
    ("facts", "options"),
    [
        (Facts(alarm=True), ("leave_now", "stay")),
        (Facts(open_unclear=True), ("wrap_up", "stay")),
        (Facts(open_negotiable=True), ("wrap_up", "stay")),
        (UNDER_RULE_4, ("wrap_up", "practice", "stay")),
        (replace(UNDER_RULE_4, choice="practice"), ("practice", "wrap_up", "stay")),
        (Facts(), ("stay", "wrap_up")),
    ],
)
def test_each_verdict_offers_its_own_ways(facts: Facts, options: tuple[str, ...]) -> None:
    assert decide(facts).options == options


def test_leaving_stays_in_reach_for_who_stays_in_spite_of_an_alarm() -> None:
    assert decide(Facts(alarm=True, choice="stay")).options == ("leave_now", "stay")


@given(taps)
def test_what_was_taken_back_counts_for_nothing(taken: Taps) -> None:
    ways: list[StateId] = ["undone", "withdrawn"]
    gone: Taps = [(kind, hard, way) for kind, hard, _ in taken for way in ways]
    assert gather(gone) == Facts()
    assert gather(taken + gone) == gather(taken)


@given(taps, st.randoms())
def test_the_order_of_taps_does_not_matter(taken: Taps, chance: Random) -> None:
    shuffled = chance.sample(taken, len(taken))
    assert gather(shuffled) == gather(taken)


@given(taps, st.sampled_from(STATES))
def test_good_signs_are_a_counterweight_and_outvote_nothing(taken: Taps, state: StateId) -> None:
    assert gather([*taken, ("green", False, state), ("green", True, state)]) == gather(taken)


@given(taps, situations)
def test_an_alarm_wins_over_all_else(taken: Taps, facts: Facts) -> None:
    assert decide(gather([*taken, ("alarm", False, "")])).verdict == "leave_now"
    assert decide(replace(facts, alarm=True, choice="")).verdict == "leave_now"


def test_an_outcome_that_does_not_belong_to_the_kind_is_none() -> None:
    assert counts_as("unclear", False, "refused") == "open_unclear"
    assert counts_as("negotiable", False, "cleared") == "open_negotiable"
    assert counts_as("alarm", False, "cleared") == "alarm"
    assert counts_as("mismatch", False, "moved") == "reason_to_go"


def test_m09_staying_is_always_offered() -> None:
    assert all("stay" in decide(facts).options for facts in ALL)


def test_m10_practice_chosen_where_it_is_no_match_is_the_verdict() -> None:
    verdict = decide(replace(UNDER_RULE_4, choice="practice"))
    assert (verdict.verdict, verdict.cause) == ("practice", "reason_to_go")


@pytest.mark.parametrize("kind", ["unclear", "negotiable", "mismatch"])
@pytest.mark.parametrize("state", [state for state in STATES if state not in {"undone", "withdrawn"}])
def test_m22_a_hard_no_is_a_mismatch_at_once(kind: KindId, state: StateId) -> None:
    assert counts_as(kind, True, state) == "reason_to_go"
    assert after(kind, state, hard_no=True) == "wrap_up"


def test_m22_a_hard_no_asked_about_anyway_is_an_ordinary_flag_again() -> None:
    assert after("negotiable", hard_no=True) == "wrap_up"
    assert after("negotiable") == "give_chance"
    assert after("negotiable", "moved") == "stay"


def test_m22_the_mark_makes_no_alarm_weaker_and_no_good_sign_count() -> None:
    assert after("alarm", hard_no=True) == "leave_now"
    assert after("green", hard_no=True) == "stay"


@given(
    st.lists(st.sampled_from([tap for tap in TAPS if tap[0] != "alarm"]), max_size=28),
    st.booleans(),
    st.booleans(),
    st.sampled_from([choice for choice in CHOICES if choice != "leave_now"]),
)
def test_m23_head_for_the_door_needs_an_alarm(
    taken: Taps, pause_due: bool, small_field: bool, choice: ChoiceId
) -> None:
    facts = gather(taken, pause_due=pause_due, small_field=small_field, choice=choice)
    assert decide(facts).verdict != "leave_now"


def test_m23_the_whole_table_agrees() -> None:
    leaving = [facts for facts in ALL if decide(facts).verdict == "leave_now"]
    assert leaving
    assert all(facts.alarm or facts.choice == "leave_now" for facts in leaving)


def test_m24_a_small_field_changes_the_order_of_options_only() -> None:
    for facts in ALL:
        large = decide(replace(facts, small_field=False))
        small = decide(replace(facts, small_field=True))
        assert replace(small, options=large.options, reordered=False) == large
        assert sorted(small.options) == sorted(large.options)


def test_m24_a_small_field_puts_staying_first_where_it_is_no_match_and_nowhere_else() -> None:
    for facts in ALL:
        reordered = (
            decide(replace(facts, small_field=True)).options != decide(replace(facts, small_field=False)).options
        )
        assert not reordered or decide(facts).cause == "reason_to_go"
        assert decide(replace(facts, small_field=True)).reordered == reordered
    assert decide(Facts(reason_to_go=True, small_field=True)).options == ("practice", "stay", "wrap_up")
    assert decide(Facts(alarm=True, small_field=True)).options == ("leave_now", "stay")


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("", "give_chance"),
        ("moved", "stay"),
        ("partly", "stay"),
        ("will_check", "stay"),
        ("refused", "wrap_up"),
        ("skipped", "wrap_up"),
    ],
)
def test_m28_m29_their_answer_decides(state: StateId, verdict: str) -> None:
    assert after("negotiable", state) == verdict


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("", "clear_air"),
        ("cleared", "stay"),
        ("confirmed", "wrap_up"),
        ("still_vague", "wrap_up"),
        ("skipped", "wrap_up"),
    ],
)
def test_m39_on_the_fence_clear_the_air_first(state: StateId, verdict: str) -> None:
    assert after("unclear", state) == verdict


def test_m43_only_an_outcome_or_taking_it_back_settles_an_unclear_flag() -> None:
    settled = {state for state in STATES if counts_as("unclear", False, state) != "open_unclear"}
    assert settled == {*OUTCOMES["unclear"], "undone", "withdrawn"}


def test_m46_the_pause_comes_before_the_words_of_an_ending_and_never_before_an_alarm() -> None:
    for facts in ALL:
        verdict = decide(facts)
        expected = facts.pause_due and verdict.verdict == "wrap_up" and not facts.alarm
        assert verdict.pause_first == expected


def test_m45_whether_they_added_something_comes_after_the_pause_and_never_before_an_alarm() -> None:
    for facts in ALL:
        verdict = decide(facts)
        assert verdict.reply_first == (
            facts.reply_due and not facts.pause_due and verdict.verdict == "wrap_up" and not facts.alarm
        )


def test_m46_the_loop_changes_nothing_else() -> None:
    for facts in ALL:
        within, after_it = decide(facts), decide(replace(facts, pause_due=False, reply_due=False))
        assert replace(within, pause_first=False, reply_first=False) == after_it


def test_m45_what_they_added_opens_the_question_again() -> None:
    assert counts_as("unclear", False, "added") == "open_unclear"
    assert after("unclear", "added") == "clear_air"


@given(taps, situations)
def test_m46_the_loop_delays_no_alarm(taken: Taps, facts: Facts) -> None:
    alarmed = decide(replace(facts, alarm=True, choice=""))
    assert (alarmed.verdict, alarmed.pause_first, alarmed.reply_first) == ("leave_now", False, False)


def test_what_is_asked_about_first_goes_to_rule_2_or_3() -> None:
    assert {kind for kind in KINDS if ASKED_AS[kind] == "unclear"} == {"alarm", "unclear", "mismatch"}
    assert {ASKED_AS[kind] for kind in ("negotiable", "green")} == {"negotiable", "green"}


def test_a_pause_is_due_after_answers_that_speak_for_going_and_are_no_conscious_skip() -> None:
    going = {state for state in OUTCOMES["unclear"] if counts_as("unclear", False, state)}
    assert set(PAUSE_AFTER) == going - {"skipped"}


def test_m47_a_mismatch_ends_politely_and_never_at_once() -> None:
    assert after("mismatch") == "wrap_up"
