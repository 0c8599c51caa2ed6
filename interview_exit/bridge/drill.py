"""How long five seconds feel."""

from typing import TypedDict

from interview_exit.bridge.doorway import Module

_module = Module("prepare/drill", reader="use-prepare")


class Off(TypedDict):
    """How far off a try was."""

    seconds: str
    way: str


running = _module.read("running", bool)
off = _module.read("off", Off)
results = _module.read("results", list[Off])
points = _module.read("points", str)
press = _module.call("press")
stop = _module.call("stop")
forget = _module.call("forget")
