"""A backup is whole although devices push meanwhile, and what is restored from it is served."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import NullPool, create_engine, text
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync.__main__ import main
from interview_exit.sync.app import sync_app
from interview_exit.sync.commands import CommandError, postgresql
from tests.support.cluster import Cluster
from tests.sync.conftest import GENEROUS, migrate
from tests.sync.device import Device, put, some_id
from tests.sync.server import Server, free_port, serving

# A part on another server, as docs/scale.md has it; nobody connects to it here.
FOREIGN = """CREATE EXTENSION postgres_fdw; CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw;
ALTER TABLE vault DETACH PARTITION vault_1; DROP TABLE vault_1;
CREATE FOREIGN TABLE vault_1 PARTITION OF vault FOR VALUES WITH (MODULUS 3, REMAINDER 1) SERVER second"""
DEVICES = 3
ITEMS = 20


def run(url: str, *arguments: str | Path, **environment: str) -> tuple[bool, str]:
    """Do what a command does, with the server's variables set; return whether it worked, and its words."""
    given = {"DATABASE_URL": url, "PORT": str(free_port())} | environment
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said:
        for name, value in given.items():
            patch.setenv(name, value)
        try:
            main([*map(str, arguments)])
        except SystemExit as stopped:
            return False, str(stopped.code)
    return True, said.getvalue()


@contextmanager
def served(url: str) -> Iterator[TestClient]:
    """Serve a database in this process."""
    with TestClient(sync_app(replace(load({"DATABASE_URL": url}), **GENEROUS))) as client:
        yield client


@contextmanager
def pushing(server: Server, first: Device, sent: list[list[str]], acknowledged: list[list[str]]) -> Iterator[None]:
    """Push batch after batch from several devices, noting each before it is sent and once it is acknowledged."""
    end = Event()

    def push() -> None:
        with server.client() as client:
            device = Device(client, first)
            while not end.is_set():
                batch = [some_id() for _ in range(ITEMS)]
                sent.append(batch)
                assert device.push(puts=[put(record) for record in batch]).status_code == 200
                acknowledged.append(batch)

    threads = [Thread(target=push) for _ in range(DEVICES)]
    for thread in threads:
        thread.start()
    yield
    end.set()
    for thread in threads:
        thread.join()


def grown(batches: list[list[str]], by: int) -> None:
    """Wait until there are so many batches more."""
    wanted, moment = len(batches) + by, Event()
    while len(batches) < wanted:
        moment.wait(0.005)


def test_nothing_acknowledged_before_a_backup_is_missing_from_it(empty_url: Callable[[], str], tmp_path: Path) -> None:
    url, other, file = empty_url(), empty_url(), tmp_path / "copy"
    migrate(url)
    sent: list[list[str]] = []
    acknowledged: list[list[str]] = []
    with serving(url) as server, server.client() as client:
        first = Device(client)
        epoch = first.create().json()["epoch"]
        with pushing(server, first, sent, acknowledged):
            grown(acknowledged, 30)
            before = list(acknowledged)
            done, told = run(url, "backup", file, PORT=str(server.port))
            assert done, told
            grown(acknowledged, 10)
        # A running server is noticed by its answer, and by its connections where it answers elsewhere.
        for port in (server.port, free_port()):
            refused, why = run(url, "restore", "--replace", file, PORT=str(port))
            assert (refused, "stop it first" in why) == (False, True), why
        assert {item["id"] for item in first.everything()} == {record for batch in sent for record in batch}
    assert (told.startswith("Backed up 1 vaults"), "restore" in told) == (True, True)
    assert (os.listdir(tmp_path), file.stat().st_mode & 0o777) == (["copy"], 0o600)
    assert run(other, "restore", file)[0]
    with served(other) as client:
        device = Device(client, first)
        kept = {item["id"] for item in device.everything()}
        assert device.changes().json()["epoch"] != epoch
        assert device.push(puts=[put()]).status_code == 200
    assert all(kept.issuperset(batch) for batch in before)
    assert all(kept.issuperset(batch) or kept.isdisjoint(batch) for batch in sent)


def test_what_is_there_is_kept_unless_told_and_then_replaced_whole(
    empty_url: Callable[[], str], tmp_path: Path
) -> None:
    url, file = empty_url(), tmp_path / "copy"
    migrate(url)
    with served(url) as client:
        old, new = Device(client), Device(client)
        old.create()
        old.push(puts=[put()])
        assert run(url, "backup", file)[0]
        new.create()
    assert run(url, "backup", file) == (False, f"{file} can't be made (File exists).")
    kept, why = run(url, "restore", file)
    assert (kept, "--replace" in why) == (False, True)
    assert run(url, "restore", "--replace", file)[0]
    with served(url) as client:
        assert len(Device(client, old).everything()) == 1
        assert Device(client, new).changes().status_code == 404


def test_a_backup_of_older_tables_is_brought_up_to_date(empty_url: Callable[[], str], tmp_path: Path) -> None:
    url, other = empty_url(), empty_url()
    for each in (url, other):
        migrate(each)
    migrate(url, "0001")
    assert run(url, "backup", tmp_path / "copy")[0]
    assert run(other, "restore", tmp_path / "copy")[0]
    with served(other) as client:
        assert Device(client).create().status_code == 201


def test_what_is_no_whole_backup_changes_nothing(empty_url: Callable[[], str], tmp_path: Path) -> None:
    url, file, cut = empty_url(), tmp_path / "copy", tmp_path / "cut"
    migrate(url)
    with served(url) as client:
        device = Device(client)
        device.create()
        device.push(puts=[put() for _ in range(100)])
    assert run(url, "backup", file)[0]
    for size in (0, 100, 5_000, file.stat().st_size - 5_000):
        cut.write_bytes(file.read_bytes()[:size])
        done, why = run(url, "restore", "--replace", cut)
        assert (done, why.startswith(f"{cut} is no whole backup")) == (False, True), (size, why)
    with served(url) as client:
        assert len(Device(client, device).everything()) == 100


def test_a_backup_by_a_newer_version_is_refused(empty_url: Callable[[], str], tmp_path: Path) -> None:
    url, file = empty_url(), tmp_path / "copy"
    migrate(url)
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    assert run(url, "backup", file)[0]
    done, why = run(empty_url(), "restore", file)
    assert (done, "newer version" in why) == (False, True), why


def test_a_failed_backup_leaves_no_file_and_says_why(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/none.db", "postgresql+psycopg://nobody@127.0.0.1:1/none"):
        done, why = run(url, "backup", tmp_path / "copy")
        assert (done, bool(why)) == (False, True)
    assert os.listdir(tmp_path) == []


def test_tables_in_parts_are_backed_up_whole_or_not_at_all(cluster: Cluster, tmp_path: Path) -> None:
    url, other, file = cluster.database(), cluster.database(), tmp_path / "copy"
    migrate(url)
    migrate(other)
    with served(url) as client:
        devices = [Device(client) for _ in range(5)]
        for device in devices:
            device.create()
            device.push(puts=[put()])
        devices[0].remove()
    for each in (url, other):
        assert run(each, "partition", "--parts", "3")[0]
    done, told = run(url, "backup", file)
    assert (done, told.startswith("Backed up 4 vaults")) == (True, True), told
    assert run(other, "restore", file)[0]
    with served(other) as client:
        assert [len(Device(client, device).everything()) for device in devices[1:]] == [1] * 4
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in FOREIGN.split(";"):
            connection.execute(text(statement))
    for command in (("backup", tmp_path / "more"), ("restore", "--replace", file)):
        done, why = run(url, *command)
        assert (done, why.startswith("Parts of the tables are on other servers")) == (False, True), why


def test_missing_programs_of_postgresql_are_named(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match=r"pg_dump is not on this machine: install .*postgresql-client"):
        postgresql.dump(cluster.database(), tmp_path / "copy")


def test_a_password_is_no_argument_of_a_program() -> None:
    with postgresql.line(r"postgresql+psycopg://me:a%3Ab%5Cc@db:5433/notes?sslmode=require") as conninfo:
        file = Path(re.search(r"passfile=(\S+)", conninfo)[1])  # pyright: ignore[reportOptionalSubscript]
        assert file.read_text() == r"*:*:*:*:a\:b\\c"
        assert file.stat().st_mode & 0o777 == 0o600
        assert "a:b" not in conninfo
        assert {"host=db", "port=5433", "dbname=notes", "user=me", "sslmode=require"} <= set(conninfo.split())
    assert not file.exists()
