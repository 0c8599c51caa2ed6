"""Why a database fails, in the few words that an operator needs. Errors' own texts may quote a row, so none is used."""

import errno
import shutil
from enum import Enum
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

# Less than this, and SQLite can't even make the files that it needs beside a database.
ROOM_BYTES = 256 * 1024


class Why(Enum):
    """What is in the way."""

    FULL = "the disk is full"
    READ_ONLY = "it can only be read"
    LOCKED = "other work holds it"
    UNREACHABLE = "it does not answer"
    MISSING = "its file can't be opened"
    DAMAGED = "its file is damaged, or no database"
    DISK = "its disk fails"
    REFUSED = "it lets nobody in under this name and password"


# By SQLite's primary result code.
SQLITE = {
    5: Why.LOCKED,
    6: Why.LOCKED,
    8: Why.READ_ONLY,
    10: Why.DISK,
    11: Why.DAMAGED,
    13: Why.FULL,
    14: Why.MISSING,
    26: Why.DAMAGED,
}
# By the first characters of PostgreSQL's SQLSTATE, the longest first.
POSTGRESQL = {
    "53100": Why.FULL,
    "25006": Why.READ_ONLY,
    "55P03": Why.LOCKED,
    "57": Why.UNREACHABLE,
    "08": Why.UNREACHABLE,
    "28": Why.REFUSED,
    "58": Why.DISK,
}
SYSTEM = {
    errno.ENOSPC: Why.FULL,
    errno.EDQUOT: Why.FULL,
    errno.EROFS: Why.READ_ONLY,
    errno.EACCES: Why.MISSING,
    errno.EISDIR: Why.MISSING,
    errno.ENOENT: Why.MISSING,
    errno.ENOTDIR: Why.MISSING,
}


def why(error: BaseException, file: Path | None = None) -> Why | None:
    """Return what is in the way, as far as it can be told.

    Args:
        error: What was raised, by SQLAlchemy or by SQLite's own driver.
        file: SQLite's file: it fails in several ways for want of room.
    """
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0)
    if isinstance(error, PoolTimeoutError):
        return Why.UNREACHABLE
    code = getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlite_errorcode", None)
    if code is not None:
        reason = SQLITE.get(code & 0xFF)
        return Why.FULL if reason in {Why.DISK, Why.MISSING} and file and _has_no_room(file) else reason
    return _postgresql(error) if isinstance(error, DBAPIError) else None


def _postgresql(error: DBAPIError) -> Why | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    for start, reason in POSTGRESQL.items():
        if state.startswith(start):
            return reason
    # A connection that was never made, or that has broken, has no state to tell.
    return (
        Why.UNREACHABLE
        if not state and type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout"}
        else None
    )


def _has_no_room(file: Path) -> bool:
    try:
        return shutil.disk_usage(file.parent).free < ROOM_BYTES
    except OSError:
        return False
