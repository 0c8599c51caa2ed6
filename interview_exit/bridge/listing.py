"""All past interviews, as they are looked for."""

from typing import TypedDict

from reflex.vars.base import Var

from interview_exit.bridge.doorway import Action, Module

_module = Module("history/list", reader="use-history")


class InterviewRow(TypedDict):
    """One interview in the list; `marks` are the kinds of its flags."""

    id: str
    company: str
    day: str
    marks: list[str]
    end: str
    minutes: int
    verdicts: list[str]
    live: bool


class Month(TypedDict):
    """The interviews of one month, newest first."""

    id: str
    label: str
    rows: list[InterviewRow]


class Option(TypedDict):
    """What can be chosen in a filter, and how many there would be."""

    id: str
    label: str
    count: int


class Chip(TypedDict):
    """A filter that is set; `label` is empty where the page has a word of its own."""

    by: str
    label: str


query = _module.read("query", str)
filters = _module.read("filters", dict[str, str])
fragment = _module.read("fragment", str)
opened = _module.read("open", str)
chips = _module.read("chips", list[Chip])
options = _module.read("options", dict[str, list[Option]])
months = _module.read("months", list[Month])
seeking = _module.read("seeking", bool)
filtering = _module.read("filtering", bool)
found = _module.read("found", int)
total = _module.read("total", int)
complete = _module.read("complete", bool)
has_more = _module.read("more", bool)
clear = _module.call("clear")
more = _module.call("more")
toggle_filters = _module.call("toggleFilters")


def seek() -> Action:
    """Look for words."""
    return _module.call("type", value="value")


def choose(by: str) -> Action:
    """Set a filter."""
    return _module.call("choose", by, value="value")


def remove(by: Var[str]) -> Action:
    """Take a filter away."""
    return _module.call("choose", by, "")
