"""The words, one script at a time."""

from interview_exit.bridge.doorway import Action, Module

_module = Module("prepare/rehearsal", reader="use-prepare")

title = _module.read("title", str)
text = _module.read("text", str)
place = _module.read("place", int)
count = _module.read("count", int)
hidden = _module.read("hidden", bool)
toggle_hidden = _module.call("toggleHidden")


def turn(by: int) -> Action:
    """Show the next script, or the one before."""
    return _module.call("turn", by)
