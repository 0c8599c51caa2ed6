"""The timeline of the opened interview."""

from typing import TypedDict

from reflex.vars.base import Var

from interview_exit.bridge.doorway import Action, Module

_module = Module("history/timeline-view", reader="use-history")


class Answer(TypedDict):
    """What asking about a flag can bring."""

    id: str
    told: str


class Line(TypedDict):
    """One thing that happened, and what it made of the way forward."""

    id: str
    minute: int
    time: str
    what: str
    flag: str
    kind: str
    label: str
    state: str
    told: str
    seconds: int
    undone: bool
    heads: int
    verdict: str
    question: str
    answer: str
    answers: list[Answer]


lines = _module.read("lines", list[Line])


def correct(tap: Var[str]) -> Action:
    """Put right what asking about a flag has brought."""
    return _module.call("correct", tap, value="value")
