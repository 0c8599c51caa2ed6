"""Ends work on a database that does not answer and does not hang up either: a machine that froze, a cable that was cut.

Nothing else can be relied on: a timeout that the database keeps is of no use when it stands still, and the system's own
only watch a line while something is on its way over it. So whatever takes too long has its connection broken under it,
which is an error like any other lost connection for whoever waits on it.
"""

import os
import socket
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Lock, Timer, local

from psycopg import Connection, Error
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect

_here = local()


class Deadline:
    """One thread's work, and the connection it waits on at present; `pass_` may come from any other thread."""

    def __init__(self) -> None:
        self.passed = False
        self._lock = Lock()
        self._connection: DBAPIConnection | None = None

    def pass_(self) -> None:
        """Break the connection; from now on, every further one too."""
        with self._lock:
            self.passed = True
            self._break()

    def watch(self, connection: DBAPIConnection | None) -> None:
        """Note on which connection the work waits from now on."""
        with self._lock:
            self._connection = connection
            if self.passed:
                self._break()

    def _break(self) -> None:
        if not isinstance(self._connection, Connection):
            return
        # A copy: closing the original under the library would let another connection inherit its number.
        with suppress(OSError, Error), socket.socket(fileno=os.dup(self._connection.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)


@contextmanager
def kept(deadline: Deadline) -> Generator[None]:
    """Let this thread's work be ended by a deadline."""
    _here.deadline = deadline
    try:
        yield
    finally:
        _here.deadline = None
        deadline.watch(None)


@contextmanager
def limited(seconds: float) -> Generator[None]:
    """End this thread's work after a while, for those without an event loop."""
    deadline = Deadline()
    timer = Timer(seconds, deadline.pass_)
    timer.daemon = True
    timer.start()
    try:
        with kept(deadline):
            yield
    finally:
        timer.cancel()


def heed_deadlines(engine: Engine) -> None:
    """Let work on an engine's connections be ended, from the moment that they are made."""

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Dialect, _: object, args: list[object], options: dict[str, object]) -> DBAPIConnection:
        connection = dialect.connect(*args, **options)
        _note(connection)
        return connection

    @event.listens_for(engine, "checkout")
    def take(connection: DBAPIConnection, *_: object) -> None:
        _note(connection)

    @event.listens_for(engine, "checkin")
    def put_back(*_: object) -> None:
        _note(None)


def _note(connection: DBAPIConnection | None) -> None:
    deadline: Deadline | None = getattr(_here, "deadline", None)
    if deadline:
        deadline.watch(connection)
