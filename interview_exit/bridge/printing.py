"""What goes on paper."""

from typing import TypedDict

from interview_exit.bridge.debrief import Person
from interview_exit.bridge.doorway import Action, Module
from interview_exit.bridge.ledger import Entry

_module = Module("history/printing", reader="use-print")


class Month(TypedDict):
    """A month with an interview."""

    id: str
    label: str


class Printed(Entry):
    """One interview with what was made of it afterwards."""

    rated: dict[str, str]
    seen: list[str]
    people: list[Person]
    regrets: dict[str, str]


ready = _module.read("ready", bool)
months = _module.read("months", list[Month])
first = _module.read("from", str)
last = _module.read("to", str)
one = _module.read("one", bool)
count = _module.read("count", int)
most = _module.read("most", int)
items = _module.read("items", list[Printed])
send = _module.call("print")


def choose(edge: str) -> Action:
    """Choose where the months begin (`from`) or end (`to`)."""
    return _module.call("choose", edge, value="value")
