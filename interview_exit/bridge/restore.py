"""A copy that is brought back."""

from typing import TypedDict

from interview_exit.bridge.doorway import Module

_module = Module("data/import", reader="use-keeping")


class Found(TypedDict):
    """What a file holds, and how much of it is not here."""

    made: str
    interviews: int
    fresh: int
    records: int
    erased: int


step = _module.read("step", str)
share = _module.read("share", int)
fault = _module.read("fault", str)
line = _module.read("line", int)
record = _module.read("record", int)
found = _module.read("found", Found)
edition = _module.read("edition", int)
open_file = _module.call("open", value="files")
bring_in = _module.call("bringIn")
leave = _module.call("leave")
