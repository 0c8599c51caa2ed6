"""Divides PostgreSQL's tables by a hash of the vault's id, so that each part may have a disk, or a server, of its own.

A part has a key of its own, and the whole has none: PostgreSQL takes no part from another server into a table with a
key. All of a vault is in one part, and every key begins with the vault, so nothing that was unique stops being so.
"""

from sqlalchemy import Connection, Engine

from interview_exit.sync.models import RECORD, VAULT

MOST_PARTS = 1024
# By what each table is divided, and what is unique in it.
KEYS = {
    VAULT.name: ("id", ("PRIMARY KEY (id)",)),
    RECORD.name: ("vault", ("PRIMARY KEY (vault, id)", "UNIQUE (vault, seq)")),
}
_IS_DIVIDED = "SELECT count(*) FROM pg_partitioned_table WHERE partrelid = 'vault'::regclass"
_OPTIONS = "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = %s::regclass"


class PartitionError(Exception):
    """Why the tables can't be divided, as a sentence for the operator."""


def divide(engine: Engine, parts: int) -> None:
    """Divide both tables, in one transaction; the server must be stopped.

    Raises:
        PartitionError: If they can't be divided like that.
    """
    if engine.dialect.name != "postgresql":
        raise PartitionError("DATABASE_URL: only PostgreSQL can divide its tables")
    if not 2 <= parts <= MOST_PARTS:
        raise PartitionError(f"--parts must be a number from 2 to {MOST_PARTS}, not {parts}")
    with engine.begin() as connection:
        # It copies every row: the limits that answers have are not for this.
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        if connection.exec_driver_sql(_IS_DIVIDED).scalar_one():
            raise PartitionError("The tables are divided already; to have other parts, restore a dump into whole ones")
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
