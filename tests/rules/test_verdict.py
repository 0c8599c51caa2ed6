"""The rules, over every combination of facts."""

from dataclasses import replace

import pytest

from interview_exit.rules.verdict import CHOICES, FACTS, VERDICTS, Facts, asking, decide, facts_at, tabulate

ALL = [facts_at(place) for place in range(len(tabulate()))]
RULED = [facts for facts in ALL if not facts.choice]
UNDER_RULE_4 = Facts(reason_to_go=True)


def test_the_table_holds_every_combination_once_and_in_its_place() -> None:
    table = tabulate()
    assert len(table) == 2 ** len(FACTS) * len(CHOICES) == len(set(ALL))
    assert table == [decide(facts) for facts in ALL]


def test_every_verdict_can_be_reached_by_the_rules_or_by_choosing_what_only_the_candidate_can() -> None:
    own = {"practice", "withdraw_later"}
    assert {decide(facts).verdict for facts in RULED} == set(VERDICTS) - own
    assert {decide(facts).verdict for facts in ALL if facts.choice in own} == own


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


def test_what_may_be_chosen_is_offered_once_and_fits_two_rows() -> None:
    for facts in ALL:
        options = decide(facts).options
        assert len(set(options)) == len(options) <= 4
        assert "" not in options
        assert not facts.choice or facts.choice in options


@pytest.mark.parametrize(
    ("facts", "options"),
    [
        (Facts(alarm=True), ("leave_now", "stay")),
        (Facts(open_unclear=True), ("wrap_up", "stay")),
        (Facts(open_negotiable=True), ("wrap_up", "stay")),
        (UNDER_RULE_4, ("wrap_up", "withdraw_later", "practice", "stay")),
        (replace(UNDER_RULE_4, choice="withdraw_later"), ("wrap_up", "withdraw_later", "practice", "stay")),
        (replace(UNDER_RULE_4, choice="practice"), ("practice", "wrap_up", "withdraw_later", "stay")),
        (Facts(), ("stay", "wrap_up")),
    ],
)
def test_each_verdict_offers_its_own_ways(facts: Facts, options: tuple[str, ...]) -> None:
    assert decide(facts).options == options


def test_leaving_stays_in_reach_for_who_stays_in_spite_of_an_alarm() -> None:
    assert decide(Facts(alarm=True, choice="stay")).options == ("leave_now", "stay")


def test_m09_staying_is_always_offered() -> None:
    assert all("stay" in decide(facts).options for facts in ALL)


def test_m10_practice_chosen_where_it_is_no_match_is_the_verdict() -> None:
    verdict = decide(replace(UNDER_RULE_4, choice="practice"))
    assert (verdict.verdict, verdict.cause) == ("practice", "reason_to_go")


def test_n02_no_match_can_be_told_now_or_tonight_and_tonight_is_never_offered_beside_an_alarm() -> None:
    for facts in ALL:
        shown = decide(facts)
        if shown.cause == "reason_to_go" and facts.choice != "leave_now":
            assert {"wrap_up", "withdraw_later", "practice", "stay"} == set(shown.options)
        if facts.alarm:
            assert ("withdraw_later" in shown.options) == (facts.choice == "withdraw_later")


def test_n02_who_finishes_owes_them_no_silence_first() -> None:
    assert {decide(facts).loop for facts in ALL if facts.choice == "withdraw_later"} == {"", "ask"}


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
    assert decide(Facts(reason_to_go=True, small_field=True)).options == (
        *("withdraw_later", "practice", "stay"),
        "wrap_up",
    )
    assert decide(Facts(alarm=True, small_field=True)).options == ("leave_now", "stay")


def test_m46_the_pause_comes_before_the_words_of_an_ending_and_never_before_an_alarm() -> None:
    for facts in ALL:
        verdict = decide(facts)
        expected = facts.pause_due and verdict.verdict == "wrap_up" and not facts.alarm
        assert (verdict.loop == "pause") == expected


def test_m45_whether_they_added_something_comes_after_the_pause_and_never_before_an_alarm() -> None:
    for facts in ALL:
        verdict = decide(facts)
        assert (verdict.loop == "reply") == (
            facts.reply_due and not facts.pause_due and verdict.verdict == "wrap_up" and not facts.alarm
        )


def test_m46_the_loop_delays_no_alarm() -> None:
    for facts in ALL:
        alarmed = decide(replace(facts, alarm=True, choice=""))
        assert (alarmed.verdict, alarmed.loop, alarmed.subject) == ("leave_now", "", "")


def test_an_alarm_wins_over_all_else() -> None:
    assert all(decide(replace(facts, alarm=True)).verdict == "leave_now" for facts in RULED)


def test_what_is_asked_about_is_what_the_verdict_is_about() -> None:
    for facts in ALL:
        verdict = decide(facts)
        assert verdict.loop != "ask" or verdict.subject == verdict.cause == asking(verdict.cause)[0]
        assert set(asking(verdict.cause)) <= {"open_unclear", "open_negotiable"}


def test_m46_the_loop_changes_nothing_else() -> None:
    for facts in ALL:
        within, after_it = decide(facts), decide(replace(facts, pause_due=False, reply_due=False))
        assert replace(within, loop=after_it.loop, subject=after_it.subject) == after_it
