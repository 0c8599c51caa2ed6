"""Commands for whoever runs the server: `python -m interview_exit.sync COMMAND`.

renew-epoch    after a backup was restored: makes every device push again what the backup did not hold
serve          the API alone, without the site, in one or more processes
"""

import sys
from argparse import ArgumentParser, Namespace

from interview_exit import processes
from interview_exit.settings import SettingsError, load


def main(arguments: list[str] | None = None) -> None:
    """Run one command."""
    parser = ArgumentParser(prog="python -m interview_exit.sync", description="Look after the sealed records.")
    commands = parser.add_subparsers(required=True)
    renewal = commands.add_parser("renew-epoch", help="after restoring a backup: make every device push again")
    renewal.set_defaults(run=renew_epoch)
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


def serve(chosen: Namespace) -> None:
    """Serve the API until told to stop."""
    processes.run("interview_exit.sync.app:from_environment", load(), chosen.workers)


if __name__ == "__main__":
    main()
