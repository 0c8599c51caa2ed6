"""The form for people of the opened interview."""

from reflex.vars.base import Var

from interview_exit.bridge.debrief import Person
from interview_exit.bridge.doorway import Action, Module

_module = Module("after/people", reader="use-after")

rows = _module.read("rows", list[Person])
count = _module.read("count", int)
adding = _module.read("adding", bool)
removed = _module.read("removed", Person)
another = _module.call("another")
put_back = _module.call("putBack")


def write(person: Var[str], key: str) -> Action:
    """Keep one detail of a person; with none left, nothing is kept."""
    return _module.call("write", person, key, value="value")


def remove(person: Var[str]) -> Action:
    """Take a person away."""
    return _module.call("remove", person)
