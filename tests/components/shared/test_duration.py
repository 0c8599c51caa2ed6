"""Durations as a person says them, on the phone and at build time alike."""

import pytest
import reflex as rx

from interview_exit.components.shared.duration import duration, fixed_duration
from tests.support.node import NodePage

SAID = {0: "0 min", 1: "1 min", 59: "59 min", 60: "1 h", 61: "1 h 1 min", 80: "1 h 20 min", 120: "2 h", 300: "5 h"}
ON_THE_PHONE = "(minutes) => " + str(duration(rx.Var("minutes", _var_type=int)))


@pytest.mark.parametrize(("minutes", "said"), SAID.items())
def test_more_than_an_hour_is_told_in_hours(node_page: NodePage, minutes: int, said: str) -> None:
    assert node_page.evaluate(ON_THE_PHONE, minutes) == said
    assert fixed_duration(minutes) == said


def test_half_a_minute_is_left_as_it_is(node_page: NodePage) -> None:
    assert node_page.evaluate(ON_THE_PHONE, 7.5) == "7.5 min"
