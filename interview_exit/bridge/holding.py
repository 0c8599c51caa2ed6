"""What the server holds, while the page about it is shown."""

from interview_exit.bridge.doorway import Module

_module = Module("sync/server-contents", reader="use-holding")

phase = _module.while_shown(_module.read("phase", str), "show")
known = _module.read("known", bool)
fault = _module.read("fault", str)
vault = _module.read("vault", str)
live = _module.read("live", int)
erased = _module.read("erased", int)
size = _module.read("bytes", int)
changes = _module.read("seq", int)
sample = _module.read("sample", str)
again = _module.call("again")
