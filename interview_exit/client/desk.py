"""Moving through past interviews: by keys, and side by side where there is room."""

from interview_exit.client.doorway import Module

_module = Module("desk", reader="use-history")

wide = _module.read("wide", bool)
keys_shown = _module.read("keys", bool)
toggle_keys = _module.call("toggleKeys")
