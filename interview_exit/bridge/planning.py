"""The plan for the next interview."""

from typing import TypedDict

from interview_exit.bridge.debrief import Person
from interview_exit.bridge.doorway import Action, Module
from interview_exit.bridge.ledger import Memory

_module = Module("prepare/planning", reader="use-prepare")


class Impression(Memory):
    """The last time with a company, and what was made of it afterwards."""

    seen: list[str]
    people: list[Person]


class Plan(TypedDict):
    """What is prepared; every value may be empty."""

    company: str
    role: str
    name: str
    kind: str
    minutes: int
    until: str
    smallField: bool
    skill: str


plan = _module.read("plan", Plan)
waiting = _module.read("waiting", bool)
edition = _module.read("edition", int)
by_clock = _module.read("byClock", bool)
companies = _module.read("companies", list[str])
last = _module.read("last", Impression)
clear = _module.call("clearPlan")
set_length = _module.call("setLength", value="value")
name_company = _module.call("nameCompany", value="value")


def set_text(key: str) -> Action:
    """Keep one text of the plan."""
    return _module.call("setPlan", key, value="value")


def set_switch(key: str) -> Action:
    """Keep one yes or no of the plan."""
    return _module.call("setPlan", key, value="checked")


def toggle(key: str, value: str) -> Action:
    """Choose one of a few, or take that back."""
    return _module.call("toggle", key, value)
