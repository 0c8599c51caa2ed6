"""Backup and restore of PostgreSQL, by its own programs: pg_dump, pg_restore and psql."""

import re
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import create_engine, make_url

from interview_exit.sync.commands import CommandError
from interview_exit.sync.models import PAIRING, RECORD, VAULT
from interview_exit.sync.storage import new_epoch

TABLES = ("alembic_version", PAIRING.name, RECORD.name, VAULT.name)
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
HERE = "SELECT count(*) FROM pg_tables WHERE tablename = 'vault' AND schemaname = ANY (current_schemas(false))"
REVISION = re.compile(r"^COPY \S*alembic_version .*\n(\w+)$", re.MULTILINE)
# The table may be divided into parts (partition.py).
VAULT_DATA = re.compile(r" TABLE DATA \S+ (vault(?:_\d+)?) ")
ROWS = re.compile(r"^COPY \S+ \(([^)]*)\) FROM stdin;\n(.*?)^\\\.$", re.MULTILINE | re.DOTALL)
ELSEWHERE = "SELECT count(*) FROM pg_foreign_table"


def dump(url: str, copy: Path) -> None:
    """Dump a database as it is at one moment, also while servers write to it.

    Raises:
        CommandError: If pg_dump is missing or fails; its own words tell why.
    """
    _refuse_parts_elsewhere(url)
    with line(url) as conninfo, copy.open("wb") as file:
        _run(["pg_dump", "--format=custom", f"--dbname={conninfo}"], file)


def verify(file: Path) -> tuple[str, int]:
    """Read all of a backup; return the revision of its tables, and how many vaults it holds.

    Raises:
        CommandError: If it is no whole backup.
    """
    try:
        _run(["pg_restore", "--file=/dev/null", str(file)])
        versions = _run(["pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(file)])
        parts = VAULT_DATA.findall(_run(["pg_restore", "--list", str(file)]))
        tables = [f"--table={name}" for name in parts]
        vaults = _run(["pg_restore", "--data-only", *tables, "--file=-", str(file)]) if tables else ""
    except CommandError as error:
        raise CommandError(f"{file} is no whole backup ({error})") from None
    revision = REVISION.search(versions)
    if not revision:
        raise CommandError(f"{file} is no whole backup (no database of this server).")
    return revision[1], _living(vaults)


def is_empty(url: str) -> bool:
    """Return whether nothing would be lost if another database took this one's place."""
    with _connected(url) as connection:
        [tables] = connection.execute(HERE).fetchone() or (0,)
        return not tables or (connection.execute("SELECT count(*) FROM vault").fetchone() or (0,))[0] == 0


def restore(url: str, file: Path) -> None:
    """Put a backup in a database's place, in one transaction, as a new life of its numbers.

    Raises:
        CommandError: If others use that database, or one of the programs is missing or fails.
    """
    _refuse_parts_elsewhere(url)
    with _connected(url) as connection:
        [others] = connection.execute(OTHERS).fetchone() or (0,)
    if others:
        raise CommandError("A server, or somebody else, still uses the database: stop it first. Nothing was changed.")
    with line(url) as conninfo:
        psql = subprocess.Popen(  # noqa: S603
            _command(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", f"--dbname={conninfo}"]),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        failed = _feed(psql, file)
        told = psql.communicate()[1].decode(errors="replace").strip()
    if psql.returncode or failed:
        raise CommandError(f"Nothing was changed: {told or failed}")


@contextmanager
def line(url: str) -> Generator[str]:
    """Give what PostgreSQL's programs connect by; a password is in a file, since anybody sees a process's arguments."""
    [_, given] = create_engine(url).dialect.create_connect_args(make_url(url))
    # Something of the driver's own.
    given.pop("context", None)
    password = given.pop("password", None)
    with TemporaryDirectory() as folder:
        if password:
            passfile = Path(folder) / "password"
            passfile.touch(0o600)
            passfile.write_text("*:*:*:*:" + re.sub(r"([\\:])", r"\\\1", password), encoding="utf-8")
            given["passfile"] = str(passfile)
        yield make_conninfo(**given)


def _feed(psql: "subprocess.Popen[bytes]", file: Path) -> str:
    """Write one transaction, which is committed only if all of the backup could be read; return what failed."""
    assert psql.stdin  # noqa: S101 - for the type checker
    begin = f"BEGIN; DROP TABLE IF EXISTS {', '.join(TABLES)};\n"
    end = f"RESET search_path; UPDATE vault SET epoch = '{new_epoch()}' WHERE NOT gone; COMMIT;\n"  # noqa: S608
    try:
        psql.stdin.write(begin.encode())
        _run(["pg_restore", "--no-owner", "--no-privileges", "--file=-", str(file)], psql.stdin)
        psql.stdin.write(end.encode())
    except (CommandError, BrokenPipeError) as error:
        # Where psql has stopped it tells why; otherwise it ends without the last line, which undoes all of it.
        return str(error)
    return ""


def _refuse_parts_elsewhere(url: str) -> None:
    with _connected(url) as connection:
        [parts] = connection.execute(ELSEWHERE).fetchone() or (0,)
    if parts:
        raise CommandError(
            "Parts of the tables are on other servers, which pg_dump leaves out: use its own tools on each."
        )


@contextmanager
def _connected(url: str) -> Generator[psycopg.Connection]:
    try:
        with line(url) as conninfo, psycopg.connect(conninfo, autocommit=True) as connection:
            yield connection
    except psycopg.Error as error:
        raise CommandError(f"DATABASE_URL: the database can't be used ({str(error).splitlines()[0]})") from None


def _run(command: list[str], output: IO[bytes] | None = None) -> str:
    done = subprocess.run(_command(command), stdout=output or subprocess.PIPE, stderr=subprocess.PIPE, check=False)  # noqa: S603
    if done.returncode:
        raise CommandError(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return (done.stdout or b"").decode(errors="replace")


def _command(command: list[str]) -> list[str]:
    program = shutil.which(command[0])
    if not program:
        raise CommandError(
            f"{command[0]} is not on this machine: install PostgreSQL's client programs (Debian: apt-get install "
            "postgresql-client), or work where they are, as docs/operate.md shows."
        )
    return [program, *command[1:]]


def _living(copied: str) -> int:
    """Return how many vaults that are not deleted stand in what was copied."""
    found = 0
    for columns, rows in ROWS.findall(copied):
        gone = columns.split(", ").index("gone")
        found += sum(row.split("\t")[gone] == "f" for row in rows.splitlines())
    return found
