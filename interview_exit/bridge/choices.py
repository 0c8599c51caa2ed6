"""What the candidate chooses about flags beforehand."""

from typing import TypedDict

from reflex.vars.base import Var

from interview_exit.bridge.doorway import Action, Module

_module = Module("prepare/choices", reader="use-prepare")


class OwnFlag(TypedDict):
    """A flag that the candidate wrote."""

    id: str
    label: str
    discreet: str
    kind: str
    line: str
    gone: bool
    limitable: bool


class Place(TypedDict):
    """A flag in its place on the first screen."""

    id: str
    kind: str
    label: str
    pinned: bool
    first: bool


class Other(TypedDict):
    """A flag that is not on it."""

    id: str
    kind: str
    label: str


class Draft(TypedDict):
    """A flag being written."""

    label: str
    discreet: str
    kind: str
    line: str
    hard: bool


class Fault(TypedDict):
    """What is wrong with it: the field, and a code; both empty when nothing is."""

    field: str
    code: str


hard = _module.read("hard", dict[str, bool])
hard_count = _module.read("hardCount", int)
full = _module.read("full", bool)
own = _module.read("own", list[OwnFlag])
places = _module.read("places", list[Place])
others = _module.read("others", list[Other])
draft = _module.read("draft", Draft)
fault = _module.read("fault", Fault)
edition = _module.read("edition", int)
add_flag = _module.call("addFlag")
reset_places = _module.call("resetPlaces")


def toggle_hard(flag: str | Var[str]) -> Action:
    """Make a flag a hard no, or an ordinary one again (M22)."""
    return _module.call("toggleHard", flag)


def hide(flag: Var[str]) -> Action:
    """Leave a flag under More alone."""
    return _module.call("hide", flag)


def bring(flag: Var[str]) -> Action:
    """Put a flag on the first screen."""
    return _module.call("bring", flag)


def move_up(flag: Var[str]) -> Action:
    """Move a flag up among its kind."""
    return _module.call("moveUp", flag)


def write(field: str) -> Action:
    """Take over what is typed for a flag of one's own."""
    return _module.call("write", field, value="value")


def write_switch(field: str) -> Action:
    """Take over a yes or no for it."""
    return _module.call("write", field, value="checked")


def take_away(flag: Var[str]) -> Action:
    """Take one's own flag away."""
    return _module.call("takeAway", flag)


def put_back(flag: Var[str]) -> Action:
    """Put it back."""
    return _module.call("putBack", flag)
