"""Divides PostgreSQL's tables by a hash of the vault's id, so that each part may have a disk, or a server, of its own.

A part has a key of its own, and the whole has none: PostgreSQL takes no part from another server into a table with a
key. All of a vault is in one part, and every key begins with the vault, so nothing that was unique stops being so.
"""

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from interview_exit.settings import Settings
from interview_exit.sync.commands import CommandError
from interview_exit.sync.database import open_database, refusal
from interview_exit.sync.models import RECORD, VAULT

MOST_PARTS = 1024
# By what each table is divided, and what is unique in it.
KEYS = {
    VAULT.name: ("id", ("PRIMARY KEY (id)",)),
    RECORD.name: ("vault", ("PRIMARY KEY (vault, id)", "UNIQUE (vault, seq)")),
}
_IS_DIVIDED = "SELECT count(*) FROM pg_partitioned_table WHERE partrelid = 'vault'::regclass"
_OPTIONS = "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = %s::regclass"


def partition(settings: Settings, parts: int) -> str:
    """Divide both tables, in one transaction; return what was done.

    Raises:
        CommandError: If they can't be divided like that.
    """
    if not 2 <= parts <= MOST_PARTS:
        raise CommandError(f"--parts must be a number from 2 to {MOST_PARTS}, not {parts}.")
    database = open_database(settings.database_url)
    try:
        if database.is_file:
            raise CommandError("DATABASE_URL: only PostgreSQL can divide its tables.")
        with database.writer.begin() as connection:
            _divide_both(connection, parts)
    except SQLAlchemyError as error:
        refusal(error)
        raise CommandError("DATABASE_URL: the database can't be used; the line above says why.") from None
    finally:
        database.dispose()
    return f"Divided both tables into {parts} parts."


def _divide_both(connection: Connection, parts: int) -> None:
    # It copies every row: the limits that answers have are not for this.
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    if connection.exec_driver_sql(_IS_DIVIDED).scalar_one():
        raise CommandError("The tables are divided already, and how many parts there are can't be changed.")
    for table, (by, unique) in KEYS.items():
        _divide(connection, table, by, unique, parts)


def _divide(connection: Connection, table: str, by: str, unique: tuple[str, ...], parts: int) -> None:
    run = connection.exec_driver_sql
    options = run(_OPTIONS, (table,)).scalar_one()
    run(f"ALTER TABLE {table} RENAME TO {table}_whole")
    run(f"CREATE TABLE {table} (LIKE {table}_whole INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY HASH ({by})")
    for part in range(parts):
        values = f"FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})"
        run(f"CREATE TABLE {table}_{part} PARTITION OF {table} ({', '.join(unique)}) {values} WITH ({options})")
    run(f"INSERT INTO {table} SELECT * FROM {table}_whole")  # noqa: S608
    run(f"DROP TABLE {table}_whole")
