"""The pause: five full seconds by the clock."""

from interview_exit.bridge.doorway import Module

_module = Module("live/pause")

phase = _module.read("phase", str)
left = _module.read("left", int)
close = _module.call("close")
extend = _module.call("extend")
