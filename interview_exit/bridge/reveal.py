"""The words of this device's vault on the screen, for a while."""

from interview_exit.bridge.doorway import Module

_module = Module("sync/phrase-reveal", reader="use-devices")

words = _module.read("words", list[str])
failed = _module.read("failed", bool)
hide = _module.call("hide")
