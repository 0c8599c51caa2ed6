"""Backup and restore of SQLite: copies of one moment, each read from end to end before it is relied on."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from interview_exit.sync import storage
from interview_exit.sync.commands import CommandError
from interview_exit.sync.database import open_database
from interview_exit.sync.parts import by_part

BUSY_SECONDS = 5


def dump(source: Path, copy: Path) -> None:
    """Copy a database as it is at one moment, also while a server writes to it.

    Raises:
        CommandError: If there is none.
    """
    try:
        with closing(_open(source, "mode=rw")) as database, closing(sqlite3.connect(copy)) as made:
            # In one step: a copy in several would begin anew whenever the server has written.
            database.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise CommandError(
            f"The database could not be copied ({error}): check DATABASE_URL, and the room there."
        ) from None


def verify(file: Path) -> tuple[str, int]:
    """Read all of a backup; return the revision of its tables, and how many vaults it holds.

    Raises:
        CommandError: If it is no whole backup.
    """
    try:
        with closing(_open(file, _as_it_is(file))) as database:
            damage = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            revision = database.execute("SELECT version_num FROM alembic_version").fetchone()
            [vaults] = database.execute("SELECT count(*) FROM vault WHERE NOT gone").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        damage, revision, vaults = "no database of this server", None, 0
    if damage != "ok" or not revision:
        raise CommandError(f"{file} is no whole backup ({damage}).")
    return revision[0], vaults


def is_empty(target: Path) -> bool:
    """Return whether nothing would be lost if another database took this one's place."""
    if not target.exists() or not target.stat().st_size:
        return True
    try:
        with closing(_open(target, "mode=rw")) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            return "vault" not in tables or not database.execute("SELECT count(*) FROM vault").fetchone()[0]
    except sqlite3.Error:
        return False


def restore(file: Path, target: Path) -> None:
    """Put a backup in a database's place, all at once, as a new life of its numbers.

    Raises:
        CommandError: If a server still uses that database, or it can't be written.
    """
    fresh = target.with_name(target.name + ".restored")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(_open(file, _as_it_is(file))) as backup, closing(sqlite3.connect(fresh)) as made:
            backup.backup(made)
        _renew_epochs(fresh)
        _take_over(target)
        fresh.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CommandError(f"The database could not be written ({_reason(error)}); nothing was changed.") from None
    finally:
        fresh.unlink(missing_ok=True)


def _renew_epochs(file: Path) -> None:
    database = open_database(f"sqlite:///{file}")
    try:
        by_part(database.writer, storage.renew_epochs)
    finally:
        database.dispose()


def _take_over(target: Path) -> None:
    """Make sure that nobody else has a database open: only then can its log be ended."""
    try:
        with closing(_open(target, "mode=rw")) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise CommandError("A server still uses the database: stop it first. Nothing was changed.") from None
    except sqlite3.DatabaseError:
        # Whatever lies there is no database, and whoever restores has said that it may go.
        pass
    for end in ("-wal", "-shm", "-journal"):
        target.with_name(target.name + end).unlink(missing_ok=True)


def _open(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(file))}?{how}", uri=True, timeout=BUSY_SECONDS)


def _as_it_is(file: Path) -> str:
    """Return how to read a backup without writing beside it; one that was copied with its log is read with that."""
    return "mode=ro" if file.with_name(file.name + "-wal").exists() else "mode=ro&immutable=1"


def _reason(error: OSError | sqlite3.Error) -> str:
    return getattr(error, "strerror", None) or str(error)
