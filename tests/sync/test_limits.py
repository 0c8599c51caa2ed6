"""How often is too often."""

import pytest

from interview_exit.sync import limits
from interview_exit.sync.limits import Allowance


def test_allowance_is_used_up_and_comes_back() -> None:
    allowance = Allowance(2, seconds=60)
    assert [allowance.take("a", now=0) for _ in range(3)] == [0, 0, 30]
    assert allowance.take("a", now=29) == 1
    assert [allowance.take("a", now=30), allowance.take("a", now=30)] == [0, 30]


def test_keys_do_not_share() -> None:
    allowance = Allowance(1, seconds=60)
    assert (allowance.take("a", now=0), allowance.take("b", now=0)) == (0, 0)


def test_unused_acts_are_saved_up_to_one_period() -> None:
    allowance = Allowance(2, seconds=60)
    allowance.take("a", now=0)
    assert [allowance.take("a", now=10_000) for _ in range(3)] == [0, 0, 30]


def test_an_act_may_be_as_large_as_what_is_left() -> None:
    allowance = Allowance(100, seconds=100)
    assert [allowance.take("a", 60, now=0), allowance.take("a", 60, now=0), allowance.take("a", 40, now=0)] == [
        0,
        20,
        0,
    ]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REMEMBERED", 3)
    allowance = Allowance(1, seconds=60)
    for key in "abcd":
        allowance.take(key, now=0)
    assert allowance.take("d", now=0) > 0
    assert allowance.take("a", now=0) == 0


def test_keys_are_not_kept_in_clear() -> None:
    allowance = Allowance(1, seconds=60)
    allowance.take("192.0.2.1", now=0)
    assert "192.0.2.1" not in repr(vars(allowance))
