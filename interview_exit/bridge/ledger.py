"""The interviews: what happened, which way forward fits, what to say."""

from typing import Any, TypedDict

from reflex.vars.base import Var

from interview_exit.bridge.doorway import Action, Module

_module = Module("live/start")


class Asking(TypedDict):
    """The flag whose answer is awaited."""

    tap: str
    flag: str
    kind: str
    label: str


class Undo(TypedDict):
    """What can be taken back for a few seconds."""

    id: str
    label: str


class PressedAgain(TypedDict):
    """The pressed flag that was tapped once more."""

    flag: str
    label: str


class Cell(TypedDict):
    """A flag in its place on the live screen."""

    flag: str
    kind: str
    label: str
    hard: bool


class Crowd(TypedDict):
    """The people in the room, where they may be counted."""

    tap: str
    count: int


class FlagTold(TypedDict):
    """A flag with its word."""

    flag: str
    kind: str
    label: str


class Memory(TypedDict):
    """The last time with a company (M21)."""

    id: str
    company: str
    date: str
    end: str
    flags: list[FlagTold]
    note: str


class OwnFlag(TypedDict):
    """A flag that the candidate wrote."""

    id: str
    label: str
    discreet: str
    kind: str
    line: str


class After(TypedDict):
    """What the first screen offers of the time after an interview."""

    what: str
    id: str


class LogLine(TypedDict):
    """One line of an interview's log."""

    id: str
    minute: int
    what: str
    flag: str
    kind: str
    label: str
    state: str
    told: str
    seconds: int
    undone: bool
    heads: int


class Entry(TypedDict):
    """One interview, opened."""

    id: str
    company: str
    role: str
    name: str
    note: str
    day: str
    minutes: int
    end: str
    live: bool
    log: list[LogLine]


ready = _module.read("ready", bool)
started = _module.read("started", bool)
live = _module.read("live", str)
minutes = _module.read("minutes", int)
left = _module.read("left", int)
grid = _module.read("grid", list[Cell])
pressed = _module.read("pressed", dict[str, bool])
verdict = _module.read("verdict", str)
computed = _module.read("computed", str)
chosen = _module.read("chosen", bool)
line = _module.read("line", str)
spoken = _module.read("spoken", bool)
causes = _module.read("causes", list[str])
asking = _module.read("asking", Asking)
options = _module.read("options", list[str])
loop = _module.read("loop", str)
askable = _module.read("askable", str)
reordered = _module.read("reordered", bool)
crowd = _module.read("crowd", Crowd)
on_call = _module.read("onCall", bool)
skill = _module.read("skill", str)
small_field = _module.read("smallField", bool)
call_link = _module.read("callLink", str)
break_point = _module.read("breakPoint", str)
reason = _module.read("reason", str)
again = _module.read("again", PressedAgain)
undoable = _module.read("undo", Undo)
fault = _module.read("fault", str)
unsaved = _module.read("unsaved", int)
screen = _module.read("screen", str)
words = _module.read("words", dict[str, str])
named = _module.read("named", dict[str, str])
last = _module.read("last", Memory)
own = _module.read("own", list[OwnFlag])
settings = _module.read("settings", dict[str, Any])
entry = _module.read("entry", Entry)
after = _module.read("after", After)
undo = _module.call("undo")
tap_again = _module.call("again")
take_back = _module.call("takeBack")
leave_as_is = _module.call("leaveAsIs")


def go(to: str) -> Action:
    """Show another screen of the live page."""
    return _module.call("go", to)


def resolve(state: str) -> Action:
    """Record what asking brought, for the flag that is asked about."""
    return _module.call("resolve", state)


def choose(choice: str) -> Action:
    """Override the verdict."""
    return _module.call("choose", choice)


def ask_first() -> Action:
    """Ask about what caused the verdict before it counts."""
    return _module.call("askFirst", askable)


def reply(added: bool) -> Action:
    """Record whether they added something in the pause (M45)."""
    return _module.call("reply", added)


def count_heads() -> Action:
    """Keep the number of people in the room (M08)."""
    return _module.call("countHeads", crowd["tap"], value="value")


def practise(skill_id: str) -> Action:
    """Choose the one thing to practise now (M10)."""
    return _module.call("practise", skill_id)


def practise_own() -> Action:
    """Choose to practise something in one's own words."""
    return _module.call("practise", value="value")


def set_small_field() -> Action:
    """Say whether people here know each other (M24)."""
    return _module.call("setSmallField", value="checked")


def wait_for(break_point_id: str) -> Action:
    """Choose the moment to wait for (M13)."""
    return _module.call("waitFor", break_point_id)


def share_reason(reason_id: str) -> Action:
    """Put one reason into the words, or none (M26)."""
    return _module.call("shareReason", reason_id)


def end(how: str) -> Action:
    """Close the live interview."""
    return _module.call("end", how)


def end_entry(how: str) -> Action:
    """Close the opened interview, which was left open."""
    return _module.call("end", how, entry["id"])


def dismiss_looking_back() -> Action:
    """Rather not say whether there are regrets, a week later."""
    return _module.call("regret", after["id"], "later", "")


def withdraw(tap: Var[str]) -> Action:
    """Take a tap back for good; it stays in the log."""
    return _module.call("withdraw", tap)


def select(interview: Var[str]) -> Action:
    """Open one interview."""
    return _module.call("select", interview)


def write_note() -> Action:
    """Keep the note of the opened interview."""
    return _module.call("note", entry["id"], value="value")


def set_switch(key: str) -> Action:
    """Keep a setting that is on or off."""
    return _module.call("setting", key, value="checked")


def toggle_discreet() -> Action:
    """Swap the flags' words for neutral ones, or back."""
    return _module.call("setting", "discreet", ~settings["discreet"].bool())
