"""Adding a device by a code: two screens, one number, and a person who compares."""

from typing import TypedDict

from interview_exit.bridge.doorway import Module

_module = Module("sync/pairing", reader="use-devices")


class Code(TypedDict):
    """A QR code as an SVG's view box and path."""

    box: str
    path: str


step = _module.read("step", str)
code = _module.read("code", Code)
number = _module.read("number", str)
fault = _module.read("fault", str)
again = _module.read("again", bool)
type_number = _module.call("typeNumber", value="value")
prove_number = _module.call("proveNumber")
try_again = _module.call("tryAgain")
stop = _module.call("stop")
