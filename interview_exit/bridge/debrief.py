"""What the candidate made of the opened interview afterwards."""

from typing import TypedDict

from interview_exit.bridge.doorway import Action, Module

_module = Module("after/debrief", reader="use-after")


class Person(TypedDict):
    """Somebody to know again: no more than this is ever asked (M19)."""

    id: str
    role: str
    initials: str
    cue: str


rated = _module.read("rated", dict[str, str])
seen = _module.read("seen", list[str])
people = _module.read("people", list[Person])
regrets = _module.read("regrets", dict[str, str])
late = _module.read("late", bool)


def correct_end(how: str) -> Action:
    """Say that it ended otherwise."""
    return _module.call("correctEnd", how)


def rate(what: str, rating: str) -> Action:
    """Rate the company or the manager, or take the rating back (M05)."""
    return _module.call("rate", what, rating)


def see(chip: str) -> Action:
    """Note something that they saw of the candidate, or take it back (M20)."""
    return _module.call("see", chip)


def answer(when: str, regret: str) -> Action:
    """Say whether there are regrets, or take the answer back (M48)."""
    return _module.call("answer", when, regret)
