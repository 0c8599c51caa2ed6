"""The only doorway to JavaScript: typed values to read, named actions to call.

What crosses: Python compiles pages that read these values and call these actions in the browser, on the phone.
What never crosses: nothing here is a Reflex event, so no tap waits for a socket and no word leaves the device.
Every name of a first-party JavaScript module is spelled in this file and nowhere else in Python;
tests/contracts/test_client_names.py checks that each one is really exported.

Modules and what they own: ledger (the interview), pause (the clock), cover (the notepad in front), update
(installing and new versions).
"""

from pathlib import Path
from typing import Any, TypedDict

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars.base import Var, VarData
from reflex_base.event import EventChain
from reflex_base.vars.function import ArgsFunctionOperation, FunctionStringVar

from interview_exit.tables import tables_module

FOLDER = "client"
READER = "useLive"


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


class FlagMark(TypedDict):
    """A flag as history shows it."""

    flag: str
    kind: str


class InterviewRow(TypedDict):
    """One interview in the list."""

    id: str
    company: str
    day: str
    month: str
    minutes: int
    flags: list[FlagMark]
    end: str
    verdicts: list[str]
    live: bool


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


def _module(name: str) -> str:
    # The bare value of rx.asset carries ?v=hash, which the bundler does not understand.
    return rx.asset(f"{FOLDER}/{name}.js").importable_path


def _live(source: str, key: str, type_: Any) -> Any:
    name = f"{source}_{key}"
    return Var(
        name,
        _var_type=type_,
        _var_data=VarData(
            imports={_module("use-live"): [ImportVar(tag=READER)]},
            hooks={f'const {name} = {READER}("{source}", "{key}")': None},
        ),
    ).guess_type()


def _act(source: str, action: str, *args: Any, value: str = "") -> EventChain:
    """Return a plain handler that calls one exported function, with no Reflex event.

    Args:
        source: The module.
        action: The function's exported name.
        args: Arguments, as Python values or Vars.
        value: The property of `event.target` to pass as the last argument, if any.
    """
    tag = ImportVar(tag=action, alias=f"{source}_{action}")
    call = FunctionStringVar.create(f"{source}_{action}", _var_data=VarData(imports={_module(source): [tag]}))
    # An arrow function, since a bare reference would receive the browser's event as one more argument.
    last = [Var(f"event.target.{value}")] if value else []
    return ArgsFunctionOperation.create(("event",), call.call(*args, *last)).to(EventChain)


class TablesPlugin(rx.plugins.Plugin):
    """Compiles what Python decided for every case into one module beside the hand-written ones."""

    def get_static_assets(self, **context: Any) -> list[tuple[Path, str | bytes]]:
        """Return the generated module with its place below `.web`."""
        return [(Path("public") / FOLDER / "tables.js", tables_module())]


def early_taps() -> rx.Component:
    """Return the inline script that keeps taps made before the page is alive."""
    source = Path("assets") / FOLDER / "early-taps.js"
    return rx.el.script(source.read_text(encoding="utf-8"))


ready = _live("ledger", "ready", bool)
started = _live("ledger", "started", bool)
minutes = _live("ledger", "minutes", int)
pressed = _live("ledger", "pressed", dict[str, bool])
verdict = _live("ledger", "verdict", str)
chosen = _live("ledger", "chosen", bool)
line = _live("ledger", "line", str)
spoken = _live("ledger", "spoken", bool)
causes = _live("ledger", "causes", list[str])
asking = _live("ledger", "asking", Asking)
options = _live("ledger", "options", list[str])
pause_first = _live("ledger", "pauseFirst", bool)
break_point = _live("ledger", "breakPoint", str)
reason = _live("ledger", "reason", str)
undoable = _live("ledger", "undo", Undo)
fault = _live("ledger", "fault", str)
unsaved = _live("ledger", "unsaved", int)
screen = _live("ledger", "screen", str)
words = _live("ledger", "words", dict[str, str])
named = _live("ledger", "named", dict[str, str])
settings = _live("ledger", "settings", dict[str, Any])
interviews = _live("ledger", "interviews", list[InterviewRow])
has_more = _live("ledger", "more", bool)
entry = _live("ledger", "entry", Entry)

pause_phase = _live("pause", "phase", str)
pause_left = _live("pause", "left", int)

covered = _live("cover", "covered", bool)
today = _live("cover", "page", str)

update_waiting = _live("update", "waiting", bool)
installable = _live("update", "installable", bool)
standalone = _live("update", "standalone", bool)
identity = _live("update", "identity", str)

undo = _act("ledger", "undo")
load_more = _act("ledger", "loadMore")
start_pause = _act("session", "startPause")
skip_pause = _act("session", "skipPause")
close_pause = _act("pause", "close")
extend_pause = _act("pause", "extend")
raise_cover = _act("cover", "cover")
apply_update = _act("update", "applyUpdate")
install = _act("update", "install")


def go(to: str) -> EventChain:
    """Show another screen of the live page."""
    return _act("ledger", "go", to)


def resolve(state: str) -> EventChain:
    """Record what asking brought, for the flag that is asked about."""
    return _act("ledger", "resolve", state)


def choose(choice: str) -> EventChain:
    """Override the verdict."""
    return _act("ledger", "choose", choice)


def wait_for(break_point_id: str) -> EventChain:
    """Choose the moment to wait for (M13)."""
    return _act("ledger", "waitFor", break_point_id)


def share_reason(reason_id: str) -> EventChain:
    """Put one reason into the words, or none (M26)."""
    return _act("ledger", "shareReason", reason_id)


def end(how: str) -> EventChain:
    """Close the live interview."""
    return _act("ledger", "end", how)


def end_entry(how: str) -> EventChain:
    """Close the opened interview, which was left open."""
    return _act("ledger", "end", how, entry["id"])


def withdraw(tap: rx.Var[str]) -> EventChain:
    """Take a tap back for good; it stays in the log."""
    return _act("ledger", "withdraw", tap)


def select(interview: rx.Var[str]) -> EventChain:
    """Open one interview."""
    return _act("ledger", "select", interview)


def describe(key: str) -> EventChain:
    """Keep a detail of the live interview: company, role or name."""
    return _act("session", "describeLive", key, value="value")


def describe_entry(key: str) -> EventChain:
    """Keep a detail of the opened interview."""
    return _act("session", "describeEntry", entry["id"], key, value="value")


def write_note() -> EventChain:
    """Keep the note of the opened interview."""
    return _act("ledger", "note", entry["id"], value="value")


def set_switch(key: str) -> EventChain:
    """Keep a setting that is on or off."""
    return _act("ledger", "setting", key, value="checked")


def set_number(key: str) -> EventChain:
    """Keep a setting with a few values."""
    return _act("session", "setNumber", key, value="value")


def toggle_discreet() -> EventChain:
    """Swap the flags' words for neutral ones, or back."""
    return _act("ledger", "setting", "discreet", ~settings["discreet"].bool())


def choose_identity(name: str) -> EventChain:
    """Choose the name and icon to install under."""
    return _act("update", "chooseIdentity", name)
