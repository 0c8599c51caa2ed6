"""Runs an app in processes of its own, until it is told to stop."""

from _thread import start_new_thread

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from interview_exit.settings import Settings

# A stuck connection must not keep Ctrl-C waiting.
PATIENCE_SECONDS = 3


class Stoppable(MPServer):
    """A server that two signals stop as well as one.

    A terminal's Ctrl-C and `make` both tell it. Its own handler takes a lock; when the second signal arrives at that
    very moment, it waits for itself, for ever. In a thread it waits for the first one.
    """

    def signal_handler_interrupt(self, *args: object, **kwargs: object) -> None:
        """Begin to stop. Not threading.Thread: that takes a lock of its own, which the first signal may hold."""
        start_new_thread(super().signal_handler_interrupt, args, kwargs)


def run(factory: str, settings: Settings, workers: int = 1) -> None:
    """Serve until told to stop.

    Args:
        factory: What returns the app, as "module:name".
        settings: Where to listen, and how much to say.
        workers: Processes.
    """
    Stoppable(
        factory,
        factory=True,
        address=settings.host,
        port=settings.port,
        workers=workers,
        interface=Interfaces.ASGI,
        log_level=LogLevels(settings.log_level),
        workers_kill_timeout=PATIENCE_SECONDS,
    ).serve()
