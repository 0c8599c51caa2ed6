"""The notepad in front of everything."""

from interview_exit.bridge.doorway import Call, Module, Value


class Cover(Module, path="cover/cover"):
    """The cover, and how it is put up."""

    covered: Value[bool]
    armed: Value[bool]
    hinted: Value[bool]
    """Its title was pressed, and not for long enough."""
    fault: Value[str]
    page: Value[str]
    cover: Call[()]
