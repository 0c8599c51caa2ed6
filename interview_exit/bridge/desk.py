"""Moving through past interviews: by keys, and side by side where there is room."""

from interview_exit.bridge.doorway import Module

_module = Module("history/keyboard", reader="use-history")

wide = _module.read("wide", bool)
keys_shown = _module.read("keys", bool)
toggle_keys = _module.call("toggleKeys")
