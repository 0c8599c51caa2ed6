"""The first start makes the database whole or not at all; what stops it is told in a sentence."""

import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, NullPool, create_engine, inspect, text

from interview_exit.sync.migration import MigrationError, migrate

ROOT = Path(__file__).parents[2]
START = """
from interview_exit.settings import load
from interview_exit.sync.migration import migrate
migrate(load().database_url)
"""
TABLES = {"alembic_version", "vault", "record", "pairing"}
# What versions until 2026 left when they were interrupted: after each of their statements.
OLD = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
  CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
CREATE TABLE vault (id VARCHAR(22) NOT NULL, auth_hash BLOB NOT NULL, epoch VARCHAR(22) NOT NULL, seq BIGINT NOT NULL,
  records BIGINT NOT NULL, bytes BIGINT NOT NULL, gone BOOLEAN NOT NULL, PRIMARY KEY (id));
CREATE TABLE record (vault VARCHAR(22) NOT NULL, id VARCHAR(22) NOT NULL, seq BIGINT NOT NULL, blob BLOB, tag BLOB,
  PRIMARY KEY (vault, id), UNIQUE (vault, seq))
"""
STATEMENTS = OLD.split(";")


def start(url: str, **options: object) -> "subprocess.Popen[str]":
    """Do what a start does, in a process of its own."""
    command = [sys.executable, "-c", START]
    environment = os.environ | {"DATABASE_URL": url}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, **options)  # pyright: ignore[reportArgumentType, reportCallIssue]


def is_whole(url: str) -> bool:
    engine = create_engine(url, poolclass=NullPool)
    with closing(engine.connect()) as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
        return set(inspect(engine).get_table_names()) == TABLES and len(version) == 1


@pytest.fixture
def migrated(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Migrate as a start does."""

    def run(url: str) -> None:
        monkeypatch.setenv("DATABASE_URL", url)
        migrate(url)

    return run


@pytest.mark.parametrize("done", range(len(STATEMENTS) + 1))
def test_a_start_that_was_interrupted_is_gone_on_with(
    done: int, tmp_path: Path, migrated: Callable[[str], None]
) -> None:
    with closing(sqlite3.connect(tmp_path / "sealed.db")) as connection:
        for statement in STATEMENTS[:done]:
            connection.execute(statement)
        if done == len(STATEMENTS):
            connection.execute("INSERT INTO vault VALUES ('v', x'00', 'e', 0, 0, 0, 0)")
            connection.commit()
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrated(url)
    assert is_whole(url)
    with closing(sqlite3.connect(tmp_path / "sealed.db")) as connection:
        assert connection.execute("SELECT count(*) FROM vault").fetchone() == (int(done == len(STATEMENTS)),)


def test_a_start_that_is_killed_leaves_nothing_half_done(empty_url: Callable[[], str]) -> None:
    """At whatever moment: earlier versions left a table without a version after about every second kill."""
    url, moment = empty_url(), 0.0
    for _ in range(6):
        process = start(url)
        time.sleep(0.25 + moment)
        moment += 0.08
        process.send_signal(signal.SIGKILL)
        process.communicate()
        engine = create_engine(url, poolclass=NullPool)
        found = set(inspect(engine).get_table_names())
        assert found in (set(), TABLES), found
    process = start(url)
    assert process.communicate()[1] == ""
    assert is_whole(url)


def test_first_starts_at_the_same_time_all_succeed(empty_url: Callable[[], str]) -> None:
    url = empty_url()
    said = [process.communicate()[1] for process in [start(url) for _ in range(4)]]
    assert said == [""] * 4
    assert is_whole(url)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of this size; only root may mount one."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_told_and_later_forgotten(tmp_path: Path, migrated: Callable[[str], None]) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, "1M"):
        url = f"sqlite:///{disk}/sealed.db"
        for free in range(0, 120, 8):
            for file in disk.iterdir():
                file.unlink()
            with (disk / "other").open("wb") as other:
                os.posix_fallocate(other.fileno(), 0, shutil.disk_usage(disk).free - free * 1024)
            told = ""
            try:
                migrated(url)
            except MigrationError as error:
                told = str(error)
            assert re.fullmatch(r"(DATABASE_URL: the disk is full: [^\n]*)?", told), free
            assert told or free
            (disk / "other").unlink()
            migrated(url)
            assert is_whole(url)


def test_a_limit_on_a_files_size_is_told_and_later_forgotten(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sealed.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    said = start(url, preexec_fn=limit).communicate()[1]
    assert "DATABASE_URL: the database can't be used (its disk fails)" in said
    assert start(url).communicate()[1] == ""
    assert is_whole(url)


def test_database_of_a_newer_version_is_told_in_one_line(tmp_path: Path, migrated: Callable[[str], None]) -> None:
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrated(url)
    with closing(sqlite3.connect(tmp_path / "sealed.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'later'")
    with pytest.raises(MigrationError, match=re.compile(r"^DATABASE_URL: [^\n]*newer version[^\n]*$")) as stopped:
        migrated(url)
    assert str(tmp_path) not in str(stopped.value)


@pytest.mark.parametrize(
    ("made", "told"),
    [("folder", "its file can't be opened"), ("text", "its file is damaged, or no database"), ("nothing", "opened")],
)
def test_what_is_no_database_is_told_in_one_line(
    made: str, told: str, tmp_path: Path, migrated: Callable[[str], None]
) -> None:
    file = tmp_path / "sealed.db"
    if made == "folder":
        file.mkdir()
    elif made == "text":
        file.write_text("I am a letter and no database, and longer than the head of one. " * 20)
    else:
        file = tmp_path / "no" / "such" / "folder.db"
    with pytest.raises(MigrationError, match=re.escape(told)) as stopped:
        migrated(f"sqlite:///{file}")
    assert "\n" not in str(stopped.value)


def test_whoever_is_up_to_date_needs_to_write_nothing(tmp_path: Path, migrated: Callable[[str], None]) -> None:
    """A database that can only be read, or is locked by others, is still of use."""
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrated(url)
    engine: Engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        migrated(url)
