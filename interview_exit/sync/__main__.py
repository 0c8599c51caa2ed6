"""Commands for whoever runs the server: `python -m interview_exit.sync COMMAND`.

check          looks at settings, database, disk and what stands in front, and says what to do
healthcheck    asks the server that runs here whether it can do its work
backup FILE    copies the database while the server runs, and reads the copy to check it
restore FILE   puts a backup in the database's place, with the server stopped
renew-epoch    after a backup was put in place by other means: makes every device push again what it did not hold
compact        gives back the room that was freed in SQLite's file, with the server stopped
partition      divides PostgreSQL's tables by vault, with the server stopped (docs/scale.md)
serve          the API alone, without the site, in one or more processes
"""

# What a command needs is imported where it runs: Docker asks for a healthcheck every half minute, and a process that
# only watches over its workers would carry all of it, too.
import sqlite3
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from interview_exit.settings import SettingsError, load
from interview_exit.sync.commands import CommandError


def main(arguments: list[str] | None = None) -> None:
    """Run one command."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.run(chosen)
    except (SettingsError, CommandError) as error:
        sys.exit(str(error))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m interview_exit.sync", description="Look after the sealed records.")
    commands = parser.add_subparsers(required=True)
    looking = commands.add_parser("check", help="say what is right, and what to do about the rest")
    looking.add_argument("--url", default="", help="where people reach the server, such as https://notes.example")
    looking.set_defaults(run=check)
    asking = commands.add_parser("healthcheck", help="ask the server that runs here whether it can do its work")
    asking.set_defaults(run=healthcheck)
    copy = commands.add_parser("backup", help="copy the database, also while the server runs")
    copy.add_argument("file", type=Path, help="where to; it must not be there yet")
    copy.set_defaults(run=backup)
    back = commands.add_parser("restore", help="put a backup in the database's place; stop the server first")
    back.add_argument("file", type=Path, help="what `backup` has made")
    back.add_argument("--replace", action="store_true", help="also if the database holds something, which is lost then")
    back.set_defaults(run=restore)
    renewal = commands.add_parser("renew-epoch", help="after a restore by other means: make devices push again")
    renewal.set_defaults(run=renew_epoch)
    shrinking = commands.add_parser("compact", help="give back what was freed in SQLite's file; stop the server first")
    shrinking.set_defaults(run=compact)
    division = commands.add_parser("partition", help="divide PostgreSQL's tables by vault; stop the server first")
    division.add_argument("--parts", type=int, required=True, help="how many; it can't be changed afterwards")
    division.set_defaults(run=partition)
    server = commands.add_parser("serve", help="serve the API alone, on HOST and PORT")
    server.add_argument("--workers", type=int, default=1, help="processes; more than one needs PostgreSQL to be faster")
    server.set_defaults(run=serve)
    return parser


def check(chosen: Namespace) -> None:
    """Say what is right and what is not; end with 1 if there is something to do."""
    from interview_exit.sync.commands.check import check

    findings = check(chosen.url)
    for finding in findings:
        _say(f"{'ok   ' if finding.is_right else 'TO DO'}  {finding.subject}: {finding.told}")
    sys.exit(not all(finding.is_right for finding in findings))


def healthcheck(_: Namespace) -> None:
    """Ask the server that runs here."""
    from interview_exit.sync.commands.healthcheck import healthcheck

    _say(healthcheck(load()))


def backup(chosen: Namespace) -> None:
    """Copy the database as it is at one moment."""
    from interview_exit.sync.commands.backup import backup

    _say(backup(load(), chosen.file))


def restore(chosen: Namespace) -> None:
    """Put a backup in the database's place."""
    from interview_exit.sync.commands.backup import restore

    _say(restore(load(), chosen.file, replace=chosen.replace))


def renew_epoch(_: Namespace) -> None:
    """Give every vault a new epoch."""
    from interview_exit.sync import retention, storage
    from interview_exit.sync.database import open_database
    from interview_exit.sync.errors import Refused
    from interview_exit.sync.parts import by_part

    database = open_database(load().database_url)
    try:
        vaults = sum(by_part(database.writer, storage.renew_epochs))
        by_part(database.writer, retention.forget)
    except Refused:
        sys.exit("DATABASE_URL: the database can't be used")
    finally:
        database.dispose()
    _say(f"Renewed the epoch of {vaults} vaults: their devices will push what is missing.")


def compact(_: Namespace) -> None:
    """Write the database anew, without what is empty in it."""
    from interview_exit.sync.private_files import database_file

    file = database_file(load().database_url)
    if not file:
        sys.exit("DATABASE_URL: this is for SQLite; PostgreSQL has VACUUM")
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True)) as database:
            database.execute("VACUUM")
    except sqlite3.Error as error:
        sys.exit(f"The file could not be written anew ({error}): is the server still running?")


def partition(chosen: Namespace) -> None:
    """Divide both tables by a hash of the vault's id."""
    from interview_exit.sync.commands.partition import partition

    _say(partition(load(), chosen.parts))


def serve(chosen: Namespace) -> None:
    """Serve the API until told to stop."""
    from interview_exit.server import processes

    processes.run("interview_exit.sync.app:from_environment", load(), chosen.workers)


def _say(text: str) -> None:
    print(text)  # noqa: T201


if __name__ == "__main__":
    main()
