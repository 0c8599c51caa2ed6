"""A copy of everything, to keep outside the app."""

from interview_exit.bridge.doorway import Module

_module = Module("data/export", reader="use-keeping")

making = _module.read("making", str)
share = _module.read("share", int)
told = _module.read("told", str)
left = _module.read("left", int)
keep_file = _module.call("keepFile")
keep_table = _module.call("keepTable")
stop = _module.call("stop")
