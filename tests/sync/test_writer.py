"""The one writer of SQLite: what waits is committed together, and one refused does not spoil the rest."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event
from sqlalchemy import text as sql

from interview_exit.sync.database import Database, open_database
from interview_exit.sync.errors import Refused
from interview_exit.sync.writer import Writer
from tests.support.coroutines import run


@pytest.fixture
def database(tmp_url: str) -> Iterator[Database]:
    """A migrated SQLite database."""
    database = open_database(tmp_url)
    yield database
    database.dispose()


@pytest.fixture
def writer(database: Database) -> Iterator[Writer]:
    """Its writer."""
    writer = Writer(database)
    yield writer
    writer.close()


def add(seq: int) -> object:
    """Return work that adds a record."""
    row = sql("INSERT INTO record (vault, id, seq) VALUES ('v', :seq, :seq)")
    return lambda connection: connection.execute(row, {"seq": seq})


def refuse(connection: Connection) -> None:
    """Write something, then think better of it."""
    connection.execute(sql("INSERT INTO record (vault, id, seq) VALUES ('v', 'refused', 99)"))
    raise Refused("vault_full")


def stored(database: Database) -> list[str]:
    with database.reader.connect() as connection:
        return [row[0] for row in connection.execute(sql("SELECT id FROM record ORDER BY seq"))]


async def together(writer: Writer, *works: object) -> list[object]:
    return await asyncio.gather(*(writer.perform(work) for work in works), return_exceptions=True)  # type: ignore[arg-type]


def test_what_waits_is_committed_together(writer: Writer, database: Database) -> None:
    commits: list[int] = []
    event.listen(database.writer, "commit", lambda _: commits.append(1))
    run(together(writer, *(add(seq) for seq in range(200))))
    assert len(stored(database)) == 200
    assert len(commits) < 100


def test_one_refused_does_not_spoil_the_rest(writer: Writer, database: Database) -> None:
    outcomes = run(together(writer, add(1), refuse, add(2)))
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, True, False]
    assert stored(database) == ["1", "2"]


def test_failed_statement_fails_its_own_job_only(writer: Writer, database: Database) -> None:
    outcomes = run(together(writer, add(1), add(1), add(2)))
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, True, False]
    assert stored(database) == ["1", "2"]


def test_failed_commit_is_told_to_everyone_in_it(writer: Writer, database: Database) -> None:
    def lose(connection: Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")

    outcomes = run(together(writer, lose, add(1)))
    assert isinstance(outcomes[0], Refused)
    run(together(writer, add(2)))
    assert stored(database)[-1] == "2"


def test_who_leaves_does_not_stop_the_others(writer: Writer, database: Database) -> None:
    async def leave() -> None:
        waiting = asyncio.ensure_future(writer.perform(add(1)))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        waiting.cancel()
        await writer.perform(add(2))  # type: ignore[arg-type]

    run(leave())
    assert stored(database) == ["1", "2"]


def test_closing_finishes_what_was_submitted(database: Database) -> None:
    writer = Writer(database)
    run(together(writer, *(add(seq) for seq in range(50))))
    writer.close()
    assert len(stored(database)) == 50
