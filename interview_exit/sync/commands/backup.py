"""Makes a backup that is known to be whole, and puts one back; SQLite and PostgreSQL differ only in how."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from alembic.config import Config
from alembic.script import ScriptDirectory

from interview_exit.settings import Settings
from interview_exit.sync import retention
from interview_exit.sync.commands import CommandError, postgresql, sqlite
from interview_exit.sync.commands.healthcheck import is_served
from interview_exit.sync.database import open_database
from interview_exit.sync.migration import CONFIG, MigrationError, migrate
from interview_exit.sync.parts import by_part
from interview_exit.sync.private_files import database_file

MADE = """\
Backed up {vaults} vaults to {file} ({size:,} bytes), and read all of it to check.
It holds no key, only what is sealed; also what devices erase from now on, so keep it no longer than you need it.
To restore it:
  1. Stop the server.
  2. python -m interview_exit.sync restore {file}
  3. Start the server. Each device then sends again what the backup does not hold."""
RESTORED = """\
Restored {vaults} vaults from {file}. Start the server: each device then sends again what the backup does not hold."""


def backup(settings: Settings, file: Path) -> str:
    """Write a backup to a file that is not there yet; return what to tell the operator.

    Raises:
        CommandError: If it can't be made; then no file is left.
    """
    source = database_file(settings.database_url)
    try:
        # The name is taken first, so that no earlier backup is ever written over.
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise CommandError(f"{file} can't be made ({error.strerror}).") from None
    handle, name = mkstemp(prefix=f".{file.name}.", dir=file.parent)
    os.close(handle)
    part = Path(name)
    try:
        sqlite.dump(source, part) if source else postgresql.dump(settings.database_url, part)
        _, vaults = sqlite.verify(part) if source else postgresql.verify(part)
        _put_on_disk(part)
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        file.unlink(missing_ok=True)
        raise
    return MADE.format(vaults=vaults, file=file, size=file.stat().st_size)


def restore(settings: Settings, file: Path, *, replace: bool) -> str:
    """Put a backup in the database's place, and bring it up to date; return what to tell the operator.

    Raises:
        CommandError: If that can't be done, or would lose what is there.
    """
    url = settings.database_url
    target = database_file(url)
    if not file.is_file():
        raise CommandError(f"There is no file {file}.")
    revision, vaults = sqlite.verify(file) if target else postgresql.verify(file)
    if revision not in {script.revision for script in ScriptDirectory.from_config(Config(CONFIG)).walk_revisions()}:
        raise CommandError(f"{file} was made by a newer version of this app: restore it with that one.")
    if is_served(settings):
        raise CommandError("The server still runs: stop it first. Nothing was changed.")
    if not (replace or (sqlite.is_empty(target) if target else postgresql.is_empty(url))):
        raise CommandError("The database holds vaults already: --replace puts the backup in their place.")
    sqlite.restore(file, target) if target else postgresql.restore(url, file)
    try:
        migrate(url)
    except MigrationError as error:
        raise CommandError(f"The backup is in place, but is from an older version. {error}") from None
    _forget_last_uses(url)
    return RESTORED.format(vaults=vaults, file=file)


def _forget_last_uses(url: str) -> None:
    """Let nothing expire before its devices had a chance to come: to a server that is restored they look long gone."""
    database = open_database(url)
    try:
        by_part(database.writer, retention.forget)
    finally:
        database.dispose()


def _put_on_disk(file: Path) -> None:
    handle = os.open(file, os.O_RDONLY)
    # Not every kind of disk can promise it.
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)
