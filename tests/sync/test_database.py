"""SQLite keeps what was acknowledged and forgets what was erased; a database that fails is told apart from a bug."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync.app import sync_app
from interview_exit.sync.database import open_database
from interview_exit.sync.wire import text
from tests.sync.device import Device, code, erase, put
from tests.sync.server import serving


def test_every_connection_is_durable_and_forgetful(tmp_url: str) -> None:
    database = open_database(tmp_url)
    with database.writer.connect() as writer, database.reader.connect() as reader:
        for connection in (writer, reader):
            names = ("journal_mode", "synchronous", "secure_delete")
            assert [connection.execute(sql(f"PRAGMA {name}")).scalar() for name in names] == ["wal", 2, 1]
    database.dispose()


def test_writers_wait_for_each_other_before_they_read(tmp_url: str) -> None:
    """A transaction that took its lock only at its first write could read what another is about to change."""
    database = open_database(tmp_url)
    other = create_engine(tmp_url, connect_args={"timeout": 0}, poolclass=NullPool)
    with database.writer.begin(), other.connect() as connection, pytest.raises(OperationalError, match="locked"):
        connection.execute(sql("UPDATE vault SET seq = 0"))
    database.dispose()


def test_readers_wait_for_nobody(tmp_url: str) -> None:
    database = open_database(tmp_url)
    with database.writer.begin(), database.reader.connect() as reader:
        assert reader.execute(sql("SELECT count(*) FROM vault")).scalar() == 0
    database.dispose()


def test_erased_bytes_leave_the_file_and_its_log(tmp_url: str) -> None:
    """secure_delete zeroes the row, the checkpoint empties the log."""
    canary = secrets.token_bytes(300)
    with local(tmp_url) as client:
        device = Device(client)
        device.create()
        item = put(blob=text(canary))
        device.push(puts=[item, put()])
        assert canary in on_disk(tmp_url)
        device.push(erases=[erase(item["id"])])
        assert gone(tmp_url, canary)


def test_deleted_vault_leaves_the_file_and_its_log(tmp_url: str) -> None:
    canary = secrets.token_bytes(5000)
    with local(tmp_url) as client:
        device = Device(client)
        device.create()
        device.push(puts=[put(blob=text(canary))])
        device.remove()
        assert gone(tmp_url, canary)


def test_erased_bytes_that_a_killed_server_left_are_cleared_by_the_next(tmp_url: str) -> None:
    canary = secrets.token_bytes(300)
    database = open_database(tmp_url)
    keeper = database.reader.connect()
    with database.writer.begin() as connection:
        connection.execute(
            sql("INSERT INTO record (vault, id, seq, blob) VALUES ('v', 'i', 1, :blob)"), {"blob": canary}
        )
    with database.writer.begin() as connection:
        connection.execute(sql("UPDATE record SET blob = NULL"))
    assert canary in on_disk(tmp_url)
    keeper.close()
    with local(tmp_url):
        assert gone(tmp_url, canary)
    database.dispose()


def test_server_that_stops_leaves_no_erased_bytes_behind(tmp_url: str) -> None:
    canary = secrets.token_bytes(300)
    with serving(tmp_url) as server, server.client() as client:
        device = Device(client)
        device.create()
        item = put(blob=text(canary))
        device.push(puts=[item])
        device.push(erases=[erase(item["id"])])
        server.stop()
    assert canary not in on_disk(tmp_url)


def test_missing_database_is_unavailable_and_not_a_fault(tmp_path: Path) -> None:
    with local(f"sqlite:///{tmp_path}/missing/sealed.db") as client:
        answer = client.get("/healthz")
        assert code(answer) == (503, "database_unavailable")
        assert code(Device(client).create()) == (503, "database_unavailable")


def test_locked_database_is_busy(tmp_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interview_exit.sync.database.SQLITE_SESSION", "PRAGMA busy_timeout = 0")
    database = open_database(tmp_url)
    with local(tmp_url) as client, database.writer.begin():
        answer = Device(client).create()
        assert code(answer) == (503, "busy")
        assert answer.headers["retry-after"] == "1"
    database.dispose()


def test_lost_connections_are_replaced(device: Device, url: str, backend: str) -> None:
    if backend == "sqlite":
        pytest.skip("a file has no connection to lose")
    device.push(puts=[put()])
    database = open_database(url)
    others = "pid <> pg_backend_pid() AND datname = current_database()"
    with database.writer.connect() as connection:
        connection.execute(sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))  # noqa: S608
    database.dispose()
    assert device.push(puts=[put()]).json()["seq"] == 2
    assert len(device.everything()) == 2


@contextmanager
def local(url: str) -> Iterator[TestClient]:
    """Serve a database in this process."""
    app = sync_app(load({"DATABASE_URL": url}))
    with TestClient(app) as client:
        yield client


def on_disk(url: str) -> bytes:
    """Return all that the database's files hold."""
    file = Path(url.removeprefix("sqlite:///"))
    return b"".join(path.read_bytes() for path in file.parent.glob(file.name + "*"))


def gone(url: str, canary: bytes) -> bool:
    """Wait until bytes are in none of the database's files."""
    deadline = time.monotonic() + 20
    while canary in on_disk(url):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
