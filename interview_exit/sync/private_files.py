"""Keeps a SQLite database to its owner: the file, the files that SQLite lays beside it, and the folder that is theirs.

SQLite gives its own files the rights of the database, and whoever made that with an earlier version, or puts a backup
in place, made it readable for everybody. So rights are put right whenever a database is opened.
"""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IRWXG, S_IRWXO

from sqlalchemy import make_url

BESIDE = ("-journal", "-wal", "-shm", "-reserve")
OWNER_ONLY = 0o600
OTHERS = S_IRWXG | S_IRWXO


def database_file(url: str) -> Path | None:
    """Return the file that a URL names, if it names one."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def make(file: Path) -> None:
    """Create the file before SQLite does, so that it is never readable for others, not even for a moment.

    Raises:
        OSError: If it can't be made there.
    """
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, OWNER_ONLY))


def keep_private(file: Path) -> None:
    """Take everybody else's rights away from what is there; whoever doesn't own it has to leave it as it is."""
    for path in (file, *(file.with_name(file.name + end) for end in BESIDE)):
        _take_from_others(path)
    if _is_alone(file):
        _take_from_others(file.parent)


def _is_alone(file: Path) -> bool:
    """Return whether the folder holds nothing but the database: others may need one that they share with it."""
    with suppress(OSError):
        return all(path.name.startswith(file.name) for path in file.parent.iterdir())
    return False


def _take_from_others(path: Path) -> None:
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & OTHERS:
            path.chmod(mode & 0o7777 & ~OTHERS)
