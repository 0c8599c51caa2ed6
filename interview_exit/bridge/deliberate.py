"""Controls of the page about other devices that are held, each by its name."""

from interview_exit.bridge.doorway import Module

_module = Module("base/held-controls", reader="use-devices")

holding = _module.read("holding", str)
armed = _module.read("armed", str)
