"""The app itself."""

from interview_exit.bridge.doorway import Call, Module, Value


class Update(Module, path="app/update"):
    """Installing, and new versions."""

    waiting: Value[bool]
    installable: Value[bool]
    standalone: Value[bool]
    secure: Value[bool]
    identity: Value[str]
    apply_update: Call[()]
    install: Call[()]
    choose_identity: Call[str]
    """Choose the name and icon to install under."""
