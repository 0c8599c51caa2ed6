"""The tables that hold all vaults together: one, unless PostgreSQL's have been divided (commands/partition.py).

What concerns all vaults is done part by part, each in a transaction of its own: a part may be on a server that is away.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, Engine, MetaData, Table

from interview_exit.sync.database import perform
from interview_exit.sync.models import VAULT

Result = TypeVar("Result")
_PARTS = """
    SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'vault'::regclass ORDER BY relname
"""


def parts(connection: Connection) -> list[Table]:
    """Return the tables, each with the columns of a vault."""
    if connection.dialect.name == "sqlite":
        return [VAULT]
    return [_part(name) for name in connection.exec_driver_sql(_PARTS).scalars()] or [VAULT]


def by_part(engine: Engine, work: Callable[[Connection, Table], Result]) -> list[Result]:
    """Do something to each part, and return what each gave.

    Raises:
        Refused: If the database fails; what was done before stays done.
    """
    return [perform(engine, lambda connection, part=part: work(connection, part)) for part in perform(engine, parts)]


@cache
def _part(name: str) -> Table:
    return VAULT.to_metadata(MetaData(), name=name)
