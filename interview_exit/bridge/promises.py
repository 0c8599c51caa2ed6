"""What they said they would check, until it is ticked off."""

from typing import Any, TypedDict

from interview_exit.bridge.doorway import Action, Module

_module = Module("after/follow-ups", reader="use-after")


class Promise(TypedDict):
    """One thing that they said they would check."""

    id: str
    interview: str
    company: str
    kind: str
    label: str
    due: str
    by: str
    done: bool


here = _module.read("here", list[Promise])
still_open = _module.read("open", list[Promise])


def set_due(promise: Any) -> Action:  # noqa: ANN401, an item of a loop has a type of its own
    """Say until when."""
    return _module.call("setDue", promise["interview"], promise["id"], value="value")


def set_done(promise: Any) -> Action:  # noqa: ANN401
    """Tick it off, or back on."""
    return _module.call("setDone", promise["interview"], promise["id"], value="checked")
