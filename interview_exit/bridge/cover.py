"""The notepad in front of everything."""

from interview_exit.bridge.doorway import Module

_module = Module("cover/cover")

covered = _module.read("covered", bool)
armed = _module.read("armed", bool)
fault = _module.read("fault", str)
today = _module.read("page", str)
put_up = _module.call("cover")
