"""What the page about the server may ask, and when."""

from reflex.vars.base import Var

from interview_exit.client.doorway import Module

_module = Module("seen", reader="use-seen")

phase = _module.read("phase", str)
vault = _module.read("vault", str)
auth = _module.read("auth", str)


def fetched(changes: int) -> Var[int]:
    """Return a State's number of changes that the server has; each new one is fetched."""
    return _module.follow(Var.create(changes), "fetchChange")
