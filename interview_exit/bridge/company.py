"""Everything about one company, across all interviews with it."""

from typing import TypedDict

from interview_exit.bridge.doorway import Module

_module = Module("history/company", reader="use-history")


class Met(TypedDict):
    """One interview with it."""

    id: str
    date: str
    role: str
    end: str
    minutes: int
    rated: dict[str, str]
    regret: str
    marks: list[str]
    note: str
    verdicts: list[str]
    live: bool


class Tally(TypedDict):
    """A flag, and how often it came up."""

    flag: str
    kind: str
    label: str
    count: int


class Chip(TypedDict):
    """What they saw of the candidate, and how often."""

    id: str
    count: int


class Person(TypedDict):
    """Somebody to know again (M19), and when one met."""

    id: str
    role: str
    initials: str
    cue: str
    date: str


known = _module.read("known", bool)
company = _module.read("company", str)
met = _module.read("met", list[Met])
flags = _module.read("flags", list[Tally])
seen = _module.read("seen", list[Chip])
people = _module.read("people", list[Person])
complete = _module.read("complete", bool)
