"""Erasing an entry of a log, or a whole interview: put back while it waits, then gone for good."""

from reflex.vars.base import Var

from interview_exit.bridge import ledger
from interview_exit.bridge.doorway import Action, Module

_module = Module("history/delete-with-undo", reader="use-history")

waiting = _module.read("waiting", str)
editing = _module.read("editing", bool)
toggle_editing = _module.call("toggleEditing")
put_back = _module.call("putBack")


def erase_entry(record: Var[str]) -> Action:
    """Erase one entry, with all that is about it."""
    return _module.call("eraseEntry", record)


def erase_interview() -> Action:
    """Erase the opened interview."""
    return _module.call("eraseInterview", ledger.entry["id"])
