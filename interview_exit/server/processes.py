"""Runs an app until it is told to stop, in this process or in several that share one port."""

import gc
import multiprocessing
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType

from starlette.types import ASGIApp
from uvicorn import Config, Server

from interview_exit.server import metrics
from interview_exit.server.connections import GuardedConnection, OpenConnections
from interview_exit.settings import Settings

# A stuck connection must not keep Ctrl-C waiting.
PATIENCE_SECONDS = 3
FILES_BESIDE_CONNECTIONS = 256
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stoppable(Server):
    """A server whose connections are limited, and that ends in good order however often it is told to.

    A terminal's Ctrl-C and `make` both tell it. uvicorn's own would end at the second signal without closing the
    database, and then raise each of them once more.
    """

    def __init__(self, factory: str, settings: Settings, number: int = 0) -> None:
        super().__init__(
            Config(
                factory,
                factory=True,
                host=settings.host,
                port=settings.port,
                http=GuardedConnection,
                # uvloop is no faster here, and raises when an answer meets a connection that has just been closed.
                loop="asyncio",
                ws="none",
                # What the app says of itself it says in lines of its own (sync/log.py).
                log_config=None,
                access_log=False,
                server_header=False,
                # Who is believed about a client's address is decided where it matters, by PROXIES.
                proxy_headers=False,
                backlog=settings.backlog,
                timeout_keep_alive=settings.idle_seconds,
                timeout_graceful_shutdown=PATIENCE_SECONDS,
            )
        )
        self.server_state = OpenConnections(settings)
        self._settings, self._number = settings, number

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, also for whoever may ask what is counted: each process has a port of its own for that."""
        await super().startup(sockets)
        if self._settings.metrics_port:
            host, port = self._settings.metrics_host, self._settings.metrics_port + self._number
            try:
                self.servers.append(await metrics.listen(host, port, self.server_state.connections))
            except OSError as error:
                sys.exit(f"METRICS_PORT {port} can't be used ({error.strerror})")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop."""
        del sig, frame
        self.should_exit = True


def run(factory: str, settings: Settings, workers: int = 1) -> None:
    """Serve until told to stop.

    Args:
        factory: What returns the app, as "module:name".
        settings: Where to listen, and what to allow.
        workers: Processes; when one of them ends by itself, all do.
    """
    if workers == 1:
        return serve(factory, settings)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Not forked: a fork must not catch a thread holding a lock, and is not to be had everywhere.
    start = multiprocessing.get_context("spawn").Process
    with socket.create_server((settings.host, settings.port), family=family, backlog=settings.backlog) as shared:
        children = [start(target=serve, args=(factory, settings, shared, number)) for number in range(workers)]
        for child in children:
            child.start()
        told = stop_at_a_signal(children)
        wait([child.sentinel for child in children])
    for child in children:
        child.terminate()
        child.join()
    sys.exit(None if told else "A server process ended by itself.")


def serve(factory: str, settings: Settings, shared: socket.socket | None = None, number: int = 0) -> None:
    """Serve in this process, from a socket of its own unless one is given; of several, it is the one of a number."""
    allow_files(settings.connections + FILES_BESIDE_CONNECTIONS)
    Stoppable(factory, settings, number).run([shared] if shared else None)


def stop_at_a_signal(children: Sequence[BaseProcess]) -> list[int]:
    """Pass on that it is time to stop; return the list of signals that will have said so."""
    told: list[int] = []

    def stop(sig: int, _: FrameType | None) -> None:
        told.append(sig)
        for child in children:
            child.terminate()

    for sig in SIGNALS:
        signal.signal(sig, stop)
    return told


def allow_files(wanted: int) -> None:
    """Raise this process's limit on open files as far as it may; most systems begin at 1,024 or less."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def loaded(app: ASGIApp) -> ASGIApp:
    """Return an app, once everything that is loaded has been put where garbage is no longer looked for.

    It stays for good, and to look through it again and again stops all requests for some 30 ms each time.
    """
    gc.collect()
    gc.freeze()
    return app
