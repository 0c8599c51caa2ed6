"""Installing, and new versions."""

from interview_exit.bridge.doorway import Action, Module

_module = Module("app/update")

waiting = _module.read("waiting", bool)
installable = _module.read("installable", bool)
standalone = _module.read("standalone", bool)
identity = _module.read("identity", str)
apply = _module.call("applyUpdate")
install = _module.call("install")


def choose_identity(name: str) -> Action:
    """Choose the name and icon to install under."""
    return _module.call("chooseIdentity", name)
