"""What is written today, as the version before reads it: it keeps every record, and every copy is whole to it."""

from interview_exit.rules.older import answer_of, choice_of
from interview_exit.rules.taps import STATES, counts_as
from interview_exit.rules.verdict import CHOICES
from tests.support.older import choosing, saying

# What version 0.1.0 knows; never to be changed.
STATES_THEN = {
    *("", "cleared", "confirmed", "still_vague", "moved", "partly", "refused", "will_check", "skipped"),
    *("added", "undone", "withdrawn"),
}
CHOICES_THEN = {"", "stay", "practice", "wrap_up", "leave_now"}


def test_the_version_before_knows_every_answer_and_choice_that_is_written() -> None:
    assert {saying(state)["state"] for state in STATES} == STATES_THEN
    assert {choosing(choice)["choice"] for choice in CHOICES} == CHOICES_THEN


def test_what_is_written_is_read_as_it_was_meant() -> None:
    assert [answer_of({"body": saying(state)}) for state in STATES] == list(STATES)
    assert [choice_of(choosing(choice)) for choice in CHOICES] == list(CHOICES)


def test_an_answer_of_a_later_version_is_read_as_the_nearest_that_is_known() -> None:
    assert answer_of({"body": {"state": "moved", "exact": "moved_mountains"}}) == "moved"
    assert choice_of({"choice": "stay", "body": {"exact": ["practice"], "east": 60}}) == "stay"


def test_the_version_before_takes_what_is_put_off_for_not_asked_yet() -> None:
    assert counts_as("unclear", answer_of({"body": {"state": saying("later")["state"]}})) == "open_unclear"
