"""The number to call when it is not safe."""

from interview_exit.bridge.doorway import Module

_module = Module("prepare/emergency-number", reader="use-about")

refused = _module.read("refused", str)
set_tel = _module.call("setTel", value="value")
