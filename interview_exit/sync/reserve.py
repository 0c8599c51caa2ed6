"""Room that is kept for erasing: SQLite needs some for that too, and on a full disk there is none but what we kept.

It is a file beside the database. It is given up for one erasure, whose pages go into the database's own, and is taken
again before anybody else can write. What SQLite's log holds has to fit into it as well, since the log can be emptied
only when the database has room for that: so a small reserve means a short log.
"""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

BYTES = 8 * 1024 * 1024
# On a small disk it takes no more than one part in so many of what is free.
SHARE = 8
PAGE = 4096
LOG_SHARE = 4


class Reserve:
    """The reserve of one database."""

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(database.name + "-reserve")

    @property
    def log_pages(self) -> int:
        """How long SQLite's log may get before it is emptied into the database; 0 if that is of no use any more."""
        return self._size() // LOG_SHARE // PAGE

    def hold(self) -> None:
        """Make it as large as it should be, if there is room; a smaller one, or none, is no fault."""
        with suppress(OSError):
            free = shutil.disk_usage(self._file.parent).free
            self._grow(min(BYTES, (free + self._size()) // SHARE) // PAGE * PAGE)

    @contextmanager
    def lent(self) -> Generator[None]:
        """Give it up for a while, and then take as much as there was, or as there is now."""
        size = self._size()
        with suppress(OSError):
            os.truncate(self._file, 0)
        try:
            yield
        finally:
            with suppress(OSError):
                self._grow(min(size, shutil.disk_usage(self._file.parent).free))

    def _size(self) -> int:
        try:
            return self._file.stat().st_size
        except OSError:
            return 0

    def _grow(self, size: int) -> None:
        if size > self._size():
            self._allocate(size)

    def _allocate(self, size: int) -> None:
        file = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            os.posix_fallocate(file, 0, size)
        finally:
            os.close(file)
