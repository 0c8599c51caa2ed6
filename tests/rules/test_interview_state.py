"""The fold of an interview, in random histories: what holds whatever happens, and in whatever order it arrives."""

from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_exit.rules.endings import EndingId
from interview_exit.rules.flags import KindId
from interview_exit.rules.interview_state import InterviewState, fold
from interview_exit.rules.taps import PAUSE_AFTER, TAKEN_BACK, StateId
from interview_exit.rules.verdict import CHOICES
from interview_exit.words.phrases import ENDINGS
from tests.client.told import Told
from tests.support.random_histories import ANSWERS, OWN_FLAG, history

OWN: dict[str, KindId] = {OWN_FLAG: "unclear"}


@st.composite
def told(draw: Callable[..., Any]) -> Told:
    """Return an interview in which anything has happened, so far."""
    records = history(draw(st.randoms(use_true_random=False)))
    return Told(records=sorted(records, key=lambda each: each["hlc"]))


def whatever_happens(*drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a test with many of what is drawn, however slow the machine is."""
    return lambda test: settings(deadline=None)(given(*drawn)(test))


def folded(told: Told) -> InterviewState:
    return fold(told.records, OWN)


def standing(state: InterviewState) -> object:
    """Return all that is shown of it."""
    taps = [(tap.id, tap.at, tap.sort, tap.fact, tap.heads) for tap in state.taps.values()]
    return taps, state.choices[-1:], state.end, state.moment, state.verdict()


@whatever_happens(st.randoms(use_true_random=False))
def test_records_count_by_their_stamps_in_whatever_order_they_arrive(chance: Random) -> None:
    records = history(chance)
    assert standing(fold(records, OWN)) == standing(fold(chance.sample(records, len(records)), OWN))


@whatever_happens(told())
def test_the_facts_are_those_that_the_taps_speak_for(told: Told) -> None:
    state = folded(told)
    for fact in ("alarm", "open_unclear", "open_negotiable", "reason_to_go", "pause_due", "reply_due"):
        assert getattr(state.facts(), fact) == any(fact in tap.facts for tap in state.taps.values())


@whatever_happens(told())
def test_what_is_due_is_due_after_an_answer_that_stands(told: Told) -> None:
    for tap in folded(told).taps.values():
        assert not tap.at.due or tap.at.state in PAUSE_AFTER


@whatever_happens(told(), st.sampled_from(["rude", "advert", "pay", "not_work", "g_people"]))
def test_undoing_a_tap_at_once_leaves_what_was_but_for_a_choice(told: Told, flag: str) -> None:
    before = folded(told)
    told.step("undo", of=told.tap(flag))
    state = folded(told)
    assert {id: tap.at for id, tap in state.taps.items() if id in before.taps} == {
        id: tap.at for id, tap in before.taps.items()
    }
    assert not state.choices or flag == "g_people"


@whatever_happens(told())
def test_an_undo_can_not_be_undone(told: Told) -> None:
    state = folded(told)
    if not state.taps:
        return
    undo = told.step("undo", of=next(iter(state.taps)))
    before = standing(folded(told))
    told.step("undo", of=undo)
    assert standing(folded(told)) == before


@whatever_happens(told())
def test_a_withdrawal_counts_for_nothing_and_taking_it_back_restores_the_tap(told: Told) -> None:
    for tap in folded(told).newest_first()[:1]:
        withdrawal = told.step("withdraw", of=tap.id)
        assert folded(told).taps[tap.id].at.state in TAKEN_BACK
        told.step("undo", of=withdrawal)
        after = folded(told).taps[tap.id]
        assert (after.at.state, after.at.mark) == (tap.at.state, tap.at.mark)


@whatever_happens(told())
def test_with_every_tap_taken_back_nothing_speaks_for_going(told: Told) -> None:
    for tap in folded(told).taps:
        told.step("withdraw", of=tap)
    told.choose("")
    assert folded(told).verdict().verdict == "stay"


@whatever_happens(told(), st.sampled_from(CHOICES[1:]), st.sampled_from(["rude", "advert", "pay", "not_work"]))
def test_a_choice_holds_until_what_it_is_about_changes(told: Told, choice: str, flag: str) -> None:
    told.choose(choice)
    assert folded(told).verdict().chosen
    good = told.tap("g_people")
    told.step("pause", seconds=5, of=good)
    told.step("added", of=good, added=False)
    assert folded(told).verdict().chosen
    told.tap(flag)
    assert not folded(told).verdict().chosen


@whatever_happens(told())
def test_m44_one_pause_serves_all_that_it_was_due_after(told: Told) -> None:
    due = [tap.id for tap in folded(told).newest("pause_due")]
    told.step("pause", seconds=5, of=due[0] if due else "nobody", skipped=False)
    state = folded(told)
    assert state.newest("pause_due") == []
    assert due[:1] == [tap.id for tap in state.newest("reply_due") if tap.id in due]


@whatever_happens(told())
def test_a_skipped_pause_asks_about_no_reply(told: Told) -> None:
    before = [tap.id for tap in folded(told).newest("reply_due")]
    for tap in folded(told).newest("pause_due")[:1]:
        told.step("pause", seconds=0, of=tap.id, skipped=True)
    assert [tap.id for tap in folded(told).newest("reply_due")] == before


@whatever_happens(told())
def test_good_signs_outvote_nothing(told: Told) -> None:
    before = folded(told).verdict()
    told.tap("g_people", hard=True)
    assert folded(told).verdict() == before


@whatever_happens(told())
def test_an_alarm_wins_over_all_else_and_waits_for_nothing(told: Told) -> None:
    told.tap("rude")
    verdict = folded(told).verdict()
    assert (verdict.verdict, verdict.loop) == ("leave_now", "")


@whatever_happens(told())
def test_m23_the_door_needs_an_alarm_or_a_choice(told: Told) -> None:
    state = folded(told)
    if state.verdict().verdict == "leave_now":
        assert state.facts().alarm or state.facts().choice == "leave_now"


@whatever_happens(told())
def test_an_answer_is_about_the_earlier_taps_that_stand_alike_and_about_none_twice(told: Told) -> None:
    state = folded(told)
    for tap in state.taps.values():
        alike = state.alike(tap.id)
        assert alike[-1] == tap.id
        assert len(set(alike)) == len(alike)
        assert {state.taps[each].flag for each in alike} == {tap.flag}


@whatever_happens(told())
def test_time_never_runs_backwards_and_ends_with_the_interview(told: Told) -> None:
    state = folded(told)
    minutes = [minute for _, minute in state.log]
    assert minutes == sorted(minutes)
    told.step("end", how="left")
    ended = folded(told)
    told.later(3).step("undo", of="nobody")
    assert folded(told).to == ended.to


@whatever_happens(told(), st.sampled_from(ANSWERS), st.sampled_from(list(ENDINGS)), st.integers(0, 60 * 24 * 30))
def test_an_answer_put_right_after_the_end_moves_its_own_tap_alone(
    told: Told, answer: StateId, how: EndingId, minutes: int
) -> None:
    told.step("end", how=how)
    before = folded(told)
    for tap in before.newest_first()[:1]:
        told.later(minutes).answer(tap.id, answer)
        after = folded(told)
        assert after.taps[tap.id].at.state == (tap.at.state if tap.at.state in TAKEN_BACK else answer)
        others = [(each.id, each.at) for each in before.taps.values() if each.id != tap.id]
        assert [(each.id, each.at) for each in after.taps.values() if each.id != tap.id] == others
        assert (after.end, after.log, after.to) == (before.end, before.log, before.to)
        assert after.verdicts[-1:] == [after.verdict().verdict]


@whatever_happens(told(), st.lists(st.sampled_from(list(ENDINGS)), min_size=1, max_size=4))
def test_the_last_ending_holds_and_changes_neither_the_way_forward_nor_the_length(
    told: Told, endings: list[EndingId]
) -> None:
    told.step("end", how=endings[0])
    before = folded(told)
    for how in endings[1:]:
        told.later(60 * 24).step("end", how=how)
    after = folded(told)
    assert after.end
    assert after.end["how"] == endings[-1]
    assert (after.verdict(), after.to, after.choices) == (before.verdict(), before.to, before.choices)
    told.step("reopen")
    assert folded(told).end is None
