"""One's own patterns over all interviews."""

from typing import TypedDict

from interview_exit.bridge.doorway import Module

_module = Module("history/insights", reader="use-insights")


class FlagCount(TypedDict):
    """In how many interviews a flag came up."""

    flag: str
    kind: str
    label: str
    count: int


class MonthCount(TypedDict):
    """How often something occurred in the month at a place."""

    place: int
    count: int


class Series(TypedDict):
    """How often something occurred, in all and by month."""

    id: str
    total: int
    months: list[MonthCount]


class Try(TypedDict):
    """One try of the drill."""

    day: str
    off: str


ready = _module.read("ready", bool)
loaded = _module.read("loaded", int)
interviews = _module.read("interviews", int)
since = _module.read("since", str)
months = _module.read("months", list[str])
flags = _module.read("flags", list[FlagCount])
kinds = _module.read("kinds", list[Series])
kinds_most = _module.read("kindsMost", int)
asked = _module.read("asked", dict[str, int])
raised = _module.read("raised", dict[str, int])
endings = _module.read("endings", dict[str, int])
exits = _module.read("exits", int)
minutes = _module.read("minutes", float)
spans = _module.read("spans", dict[str, int])
regretted = _module.read("regretted", dict[str, list[Series]])
regrets_most = _module.read("regretsMost", int)
tries = _module.read("tries", list[Try])
points = _module.read("points", str)
off_recent = _module.read("offRecent", str)
off_before = _module.read("offBefore", str)
