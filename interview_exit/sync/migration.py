"""Brings the database up to date when the server starts; whatever is in the way is told in one sentence.

All of it is one transaction (alembic/env.py), which orders starts that happen at the same time. Versions until 2026
migrated SQLite statement by statement: one that was interrupted has left tables and no version, and goes on from there.
"""

import time
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.exc import SQLAlchemyError

from interview_exit.settings import DATABASE_FILE
from interview_exit.sync import private_files
from interview_exit.sync.database import open_database
from interview_exit.sync.faults import Why, why

CONFIG = Path(__file__).parents[2] / "alembic.ini"
# Another first start may hold the database for as long as it takes to make it.
PATIENCE_SECONDS = 60


class MigrationError(Exception):
    """Why the database can't be brought up to date, as a sentence for whoever starts the server."""


def migrate(url: str) -> None:
    """Bring the database that the environment names up to date.

    Args:
        url: The environment's own `DATABASE_URL`, as settings have it.

    Raises:
        MigrationError: If that is not to be had.
    """
    file = private_files.database_file(url)
    try:
        # First, since that can be said of a database that can only be read just now, and that is still of use.
        if not (file and not file.exists()) and _is_current(url):
            return
        if file and file == DATABASE_FILE:
            file.parent.mkdir(exist_ok=True)
            file.parent.chmod(0o700)
        if file:
            private_files.make(file)
        _upgrade(time.monotonic() + PATIENCE_SECONDS)
    except CommandError:
        raise MigrationError("DATABASE_URL: the database was made by a newer version of this app") from None
    except (SQLAlchemyError, OSError) as error:
        raise MigrationError(_told(error, file)) from None


def _is_current(url: str) -> bool:
    database = open_database(url)
    try:
        with database.reader.connect() as connection:
            found = MigrationContext.configure(connection).get_current_heads()
        return set(found) == set(ScriptDirectory.from_config(Config(CONFIG)).get_heads())
    except SQLAlchemyError:
        return False
    finally:
        database.dispose()


def _upgrade(deadline: float) -> None:
    while True:
        try:
            return command.upgrade(Config(CONFIG), "head")
        except SQLAlchemyError as error:
            if why(error) is not Why.LOCKED or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _told(error: Exception, file: Path | None) -> str:
    reason = why(error, file)
    if reason is Why.FULL:
        return "DATABASE_URL: the disk is full: make room, and start again; nothing is lost"
    detail = reason.value if reason else type(error).__name__
    return f"DATABASE_URL: the database can't be used ({detail})"
