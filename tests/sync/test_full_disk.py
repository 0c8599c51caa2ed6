"""On a full disk nothing acknowledged is lost, what frees room goes through, and everybody who should know is told."""

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync import log
from interview_exit.sync.app import sync_app
from interview_exit.sync.database import open_database
from interview_exit.sync.reserve import BYTES, Reserve
from interview_exit.sync.wire import text
from interview_exit.sync.writer import Writer
from tests.support.cluster import Cluster
from tests.sync.conftest import migrate
from tests.sync.device import Device, code, erase, put
from tests.sync.server import Server, serving

UNAVAILABLE = (503, "database_unavailable")
PATIENCE_SECONDS = 20.0
BLOB_BYTES = 30_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MiB."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8M", "tmpfs", folder], check=True)
    yield folder
    # Lazily: a test that fails may still have files open there.
    subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave not one free block."""
    with (disk / "other").open("wb") as other:
        while free := shutil.disk_usage(disk).free:
            os.posix_fallocate(other.fileno(), other.tell(), free)
            other.seek(free, os.SEEK_CUR)
    yield
    (disk / "other").unlink()


def until(true: Callable[[], bool]) -> None:
    """Wait for something to be so."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def server(disk: Path) -> Iterator[Server]:
    """The API with its database on that disk."""
    url = f"sqlite:///{disk}/sealed.db"
    migrate(url)
    with serving(url) as server:
        yield server


def grown(device: Device, canary: bytes) -> list[str]:
    """Push until the disk takes no more; return what was acknowledged."""
    ids: list[str] = []
    while True:
        item = put(blob=text(canary + secrets.token_bytes(BLOB_BYTES)))
        answer = device.push(puts=[item])
        if answer.status_code != 200:
            assert code(answer) == UNAVAILABLE
            return ids
        ids.append(item["id"])


def test_a_full_disk_takes_erasures_and_deletions_and_says_so(disk: Path, server: Server) -> None:
    canary = secrets.token_bytes(32)
    with server.client() as client:
        small, large = Device(client), Device(client)
        for device in (small, large):
            device.create()
        kept = put()
        small.push(puts=[kept, doomed := put(blob=text(canary + bytes(2000)))])
        until((disk / "sealed.db-reserve").exists)
        ids = grown(large, canary)
        # Larger than the reserve, so that it can't be deleted in one go.
        assert len(ids) * BLOB_BYTES > 2 * (disk / "sealed.db-reserve").stat().st_size
        with filled(disk):
            until(lambda: code_or_ok(client) == UNAVAILABLE)
            assert code(small.push(puts=[put(blob=text(secrets.token_bytes(65_536)))])) == UNAVAILABLE
            assert len(large.everything()) == len(ids)
            assert small.push(erases=[erase(doomed["id"])]).status_code == 200
            assert large.push(erases=[erase(record) for record in ids[:5]]).status_code == 200
            assert (disk / "sealed.db-reserve").stat().st_size > 0
            assert large.remove().status_code == 204
            assert code(large.changes()) == (410, "vault_gone")
            until(lambda: canary not in b"".join(path.read_bytes() for path in disk.glob("sealed.db*")))
        until(lambda: code_or_ok(client) is None)
        assert small.push(puts=[put()]).status_code == 200
        assert len(small.everything()) == 3
    server.stop()
    lines = [json.loads(line) for line in server.log.splitlines() if line.startswith("{")]
    assert [line["why"] for line in lines if "why" in line] == ["the disk is full"]
    assert not [line for line in lines if line["event"] == "fault"]


def code_or_ok(client: httpx2.Client) -> tuple[int, str] | None:
    answer = client.get("/healthz")
    return None if answer.status_code == 200 else code(answer)


def test_a_deletion_that_was_interrupted_is_finished_by_the_next_start(tmp_path: Path) -> None:
    """On a full disk a large vault goes bit by bit: a killed server may leave some of it behind a closed door."""
    url, canary = f"sqlite:///{tmp_path}/sealed.db", secrets.token_bytes(300)
    migrate(url)
    database = open_database(url)
    with database.writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO vault VALUES ('gone', x'00', '', 0, 0, 0, 1, NULL), ('v', x'00', 'e', 1, 1, 1, 0, NULL)"
        )
        for number in range(40):
            connection.exec_driver_sql(
                "INSERT INTO record VALUES ('gone', ?, ?, ?, NULL)", (str(number), number, canary)
            )
        connection.exec_driver_sql("INSERT INTO record VALUES ('v', 'r', 1, x'01', NULL)")
    with serving(url):
        until(lambda: canary not in b"".join(path.read_bytes() for path in tmp_path.glob("sealed.db*")))
    with database.reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT vault FROM record").scalars().all() == ["v"]
    database.dispose()


def test_a_full_disk_leaves_nothing_in_the_log_of_what_was_erased(
    disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It goes into the database, which needs room for it; here a killed server has left that to the next one."""
    file, row = disk / "sealed.db", "INSERT INTO record VALUES ('v', ?, ?, ?, NULL)"
    migrate(f"sqlite:///{file}")
    log.start("warning")
    Reserve(file).hold()
    with closing(sqlite3.connect(file)) as killed:
        killed.execute("PRAGMA wal_autocheckpoint = 0")
        killed.executemany(row, [(str(number), number, bytes(BLOB_BYTES)) for number in range(6)])
        killed.commit()
        database = open_database(f"sqlite:///{file}")
        with filled(disk), closing(Writer(database)):
            until(lambda: (disk / "sealed.db-wal").stat().st_size == 0)
            until(lambda: (disk / "sealed.db-reserve").stat().st_size > 0)
        database.dispose()
    assert '"fault"' not in capsys.readouterr().err


def test_a_disk_that_can_only_be_read_is_not_healthy(disk: Path) -> None:
    url = f"sqlite:///{disk}/sealed.db"
    migrate(url)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        assert code(client.get("/healthz")) == UNAVAILABLE
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        assert client.get("/healthz").status_code == 200


def test_a_database_that_takes_no_writes_is_not_healthy_but_can_be_read(cluster: Cluster) -> None:
    url = cluster.database()
    migrate(url)
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        device = Device(client)
        device.create()
        assert client.get("/healthz").status_code == 200
        database = open_database(url)
        with database.writer.begin() as connection:
            name = connection.exec_driver_sql("SELECT current_database()").scalar_one()
            connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        database.dispose()
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        assert code(client.get("/healthz")) == UNAVAILABLE
        assert Device(client, device).everything() == []


def test_the_reserve_is_real_and_no_larger_than_the_disk_can_spare(disk: Path, tmp_path: Path) -> None:
    small, large = Reserve(disk / "sealed.db"), Reserve(tmp_path / "sealed.db")
    for reserve in (small, large, small):
        reserve.hold()
    sizes = [(folder / "sealed.db-reserve").stat() for folder in (disk, tmp_path)]
    assert [size.st_size for size in sizes] == [1024 * 1024, BYTES]
    assert [512 * size.st_blocks for size in sizes] == [1024 * 1024, BYTES]
    with filled(disk), small.lent():
        assert shutil.disk_usage(disk).free == 1024 * 1024
    with suppress(OSError), filled(disk):
        assert (disk / "sealed.db-reserve").stat().st_size > 0
