"""How sync stands: whether it is on, and whether all is in step."""

from interview_exit.bridge.doorway import Module

_module = Module("sync/status", reader="use-standing")

ready = _module.read("ready", bool)
on = _module.read("on", bool)
status = _module.read("status", str)
reason = _module.read("reason", str)
waiting = _module.read("waiting", int)
stuck = _module.read("stuck", int)
unopened = _module.read("unopened", int)
refused = _module.read("refused", int)
shown = _module.read("shown", str)
late = _module.read("late", int)
at = _module.read("at", str)
received = _module.read("received", int)
sent = _module.read("sent", int)
to_send = _module.read("toSend", int)
