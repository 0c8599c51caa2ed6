"""The words of this device's vault on the screen, for a while."""

from interview_exit.client.doorway import Module

_module = Module("reveal", reader="use-devices")

words = _module.read("words", list[str])
failed = _module.read("failed", bool)
hide = _module.call("hide")
