"""Commands for whoever runs the server: `python -m interview_exit.sync COMMAND`.

renew-epoch    after a backup was restored: makes every device push again what the backup did not hold
backup FILE    copies SQLite's database while the server runs
compact        gives back the room that was freed in SQLite's file, with the server stopped
partition      divides PostgreSQL's tables by vault, with the server stopped (docs/scale.md)
serve          the API alone, without the site, in one or more processes
"""

import os
import sqlite3
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from interview_exit.server import processes
from interview_exit.settings import SettingsError, load


def main(arguments: list[str] | None = None) -> None:
    """Run one command."""
    parser = ArgumentParser(prog="python -m interview_exit.sync", description="Look after the sealed records.")
    commands = parser.add_subparsers(required=True)
    renewal = commands.add_parser("renew-epoch", help="after restoring a backup: make every device push again")
    renewal.set_defaults(run=renew_epoch)
    copy = commands.add_parser("backup", help="copy SQLite's database, also while the server runs")
    copy.add_argument("file", type=Path, help="where to; it must not be there yet")
    copy.set_defaults(run=backup)
    shrinking = commands.add_parser("compact", help="give back what was freed in SQLite's file; stop the server first")
    shrinking.set_defaults(run=compact)
    division = commands.add_parser("partition", help="divide PostgreSQL's tables by vault; stop the server first")
    division.add_argument("--parts", type=int, required=True, help="how many; it can't be changed afterwards")
    division.set_defaults(run=partition)
    server = commands.add_parser("serve", help="serve the API alone, on HOST and PORT")
    server.add_argument("--workers", type=int, default=1, help="processes; more than one needs PostgreSQL to be faster")
    server.set_defaults(run=serve)
    chosen = parser.parse_args(arguments)
    try:
        chosen.run(chosen)
    except SettingsError as error:
        sys.exit(str(error))


def renew_epoch(_: Namespace) -> None:
    """Give every vault a new epoch."""
    # Not above: the process that only watches over its workers would carry all this too.
    from interview_exit.sync import storage
    from interview_exit.sync.database import open_database, perform
    from interview_exit.sync.errors import Refused

    database = open_database(load().database_url)
    try:
        vaults = perform(database.writer, storage.renew_epochs)
    except Refused:
        sys.exit("DATABASE_URL: the database can't be used")
    finally:
        database.dispose()
    print(f"Renewed the epoch of {vaults} vaults: their devices will push what is missing.")  # noqa: T201


def backup(chosen: Namespace) -> None:
    """Copy the database as it is at one moment."""
    try:
        # Made by us, so that nobody else can read it; and no earlier copy is written over.
        os.close(os.open(chosen.file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(_sqlite()) as source, closing(sqlite3.connect(chosen.file)) as copy:
            source.backup(copy)
    except (OSError, sqlite3.Error) as error:
        sys.exit(f"The backup could not be made ({getattr(error, 'strerror', None) or error}).")


def compact(_: Namespace) -> None:
    """Write the database anew, without what is empty in it."""
    try:
        with closing(_sqlite()) as database:
            database.execute("VACUUM")
    except sqlite3.Error as error:
        sys.exit(f"The file could not be written anew ({error}): is the server still running?")


def partition(chosen: Namespace) -> None:
    """Divide both tables by a hash of the vault's id."""
    from sqlalchemy.exc import SQLAlchemyError

    from interview_exit.sync.database import open_database, refusal
    from interview_exit.sync.partition import PartitionError, divide

    database = open_database(load().database_url)
    try:
        divide(database.writer, chosen.parts)
    except PartitionError as error:
        sys.exit(str(error))
    except SQLAlchemyError as error:
        refusal(error)
        sys.exit("DATABASE_URL: the database can't be used")
    finally:
        database.dispose()
    print(f"Divided both tables into {chosen.parts} parts.")  # noqa: T201


def _sqlite() -> sqlite3.Connection:
    from interview_exit.sync.private_files import database_file

    file = database_file(load().database_url)
    if not file:
        sys.exit("DATABASE_URL: this is for SQLite; PostgreSQL has pg_dump and VACUUM")
    return sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True)


def serve(chosen: Namespace) -> None:
    """Serve the API until told to stop."""
    processes.run("interview_exit.sync.app:from_environment", load(), chosen.workers)


if __name__ == "__main__":
    main()
