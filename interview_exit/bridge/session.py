"""What takes several modules at once."""

from interview_exit.bridge import ledger
from interview_exit.bridge.doorway import Action, Module

_module = Module("live/session")

start_pause = _module.call("startPause")
skip_pause = _module.call("skipPause")


def describe(key: str) -> Action:
    """Keep a detail of the live interview: company, role or name."""
    return _module.call("describeLive", key, value="value")


def describe_entry(key: str) -> Action:
    """Keep a detail of the opened interview."""
    return _module.call("describeEntry", ledger.entry["id"], key, value="value")


def set_number(key: str) -> Action:
    """Keep a setting with a few values."""
    return _module.call("setNumber", key, value="value")
