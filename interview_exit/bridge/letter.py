"""The note to them after an interview."""

from interview_exit.bridge.doorway import Action, Module

_module = Module("after/letter", reader="use-after")

offered = _module.read("offered", list[str])
wording = _module.read("wording", str)
text = _module.read("text", str)
encoded = _module.read("encoded", str)
edition = _module.read("edition", int)
can_share = _module.read("canShare", bool)
told = _module.read("told", str)
type_text = _module.call("type", value="value")
keep = _module.call("keep")
share = _module.call("share")
copy = _module.call("copy")


def choose(script: str) -> Action:
    """Choose another note, or none after all."""
    return _module.call("choose", script)


def remind(summary: str) -> Action:
    """Make a calendar file for tomorrow morning."""
    return _module.call("remind", summary)
