"""Erasing everything, and stopping it in time."""

from interview_exit.bridge.doorway import Module

_module = Module("data/erase-all", reader="use-keeping")

step = _module.read("step", str)
left = _module.read("left", int)
holding = _module.read("holding", bool)
armed = _module.read("armed", bool)
fault = _module.read("fault", str)
stop = _module.call("stop")
begin_anew = _module.call("beginAnew")
