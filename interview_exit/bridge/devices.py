"""Switching sync on, joining other devices, changing the words, leaving."""

from typing import Any, TypedDict

from interview_exit.bridge.doorway import Action, Module

_module = Module("sync/devices", reader="use-devices")


class Late(TypedDict):
    """What was written elsewhere to an interview that is erased."""

    id: str
    day: str
    entries: int


step = _module.read("step", str)
words = _module.read("words", list[str])
asked = _module.read("asked", list[int])
fault = _module.read("fault", str)
at = _module.read("at", int)
undone = _module.read("undone", str)
busy = _module.read("busy", bool)
late = _module.read("late", list[Late])
make_words = _module.call("makeWords")
ask_back = _module.call("askBack")
show_again = _module.call("showAgain")
prove = _module.call("prove")
ask_words = _module.call("askWords")
type_words = _module.call("typeWords", value="value")
join = _module.call("join")
cancel = _module.call("cancel")
sync_now = _module.call("syncNow")


def answer(place: Any) -> Action:  # noqa: ANN401, an item of a loop has a type of its own
    """Type the word at a place."""
    return _module.call("answer", place, value="value")


def leave(*, with_copy: bool) -> Action:
    """Sync no longer, and delete the server's copy or leave it there."""
    return _module.call("leave", with_copy)


def keep_late(interview: Any) -> Action:  # noqa: ANN401
    """Keep what was written to an erased interview."""
    return _module.call("keepLate", interview)


def erase_late(interview: Any) -> Action:  # noqa: ANN401
    """Erase it, too."""
    return _module.call("eraseLate", interview)
