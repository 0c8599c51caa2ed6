"""What is measured, each on its own: the API alone, page and API together, and a bare Starlette that only echoes."""

import os
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.sync_wire import RECORD_BYTES, some_id

START_SECONDS = 60
API = ("-m", "interview_exit.sync", "serve")
PAGE_AND_API = ("-m", "interview_exit.serve")
UNLIMITED = {
    "CREATIONS_PER_HOUR": "1000000000",
    "VAULT_REQUESTS_PER_MINUTE": "1000000000",
    "UPLOAD_BYTES_PER_HOUR": "1000000000000",
    "SERVER_BYTES": "1000000000000",
}
NOBODY = "127.0.0.200"
"""To be the one proxy: the address of a real one would be exempt from limits that are measured."""


async def echo(request: Request) -> Response:
    """Return the body."""
    return Response(await request.body(), media_type="application/json")


bare = Starlette(routes=[Route("/echo", echo, methods=["GET", "POST"])])


@contextmanager
def served(command: tuple[str, ...], limits: Mapping[str, str] = UNLIMITED) -> Iterator[tuple[int, int]]:
    """Serve the API or more from a fresh SQLite file; yields its port and process id."""
    with TemporaryDirectory() as folder:
        given = {**limits, "DATABASE_URL": f"sqlite:///{folder}/sealed.db"}
        subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], env=os.environ | given, check=True)
        with process(command, given) as running:
            yield running


@contextmanager
def bare_echo() -> Iterator[tuple[int, int]]:
    """Serve the echo; yields its port and process id."""
    with process(("-m", "benchmarks.sync_servers"), {}) as running:
        yield running


def raw_sqlite(batches: int, records: int) -> float:
    """Return the records per second of the same table, pragmas and batches without any server."""
    with TemporaryDirectory() as folder, closing(sqlite3.connect(f"{folder}/raw.db", isolation_level=None)) as file:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            file.execute(f"PRAGMA {pragma}")
        columns = "vault TEXT, id TEXT, seq BIGINT, blob BLOB, tag BLOB"
        file.execute(f"CREATE TABLE record ({columns}, PRIMARY KEY (vault, id), UNIQUE (vault, seq))")
        blob, vault, seq = secrets.token_bytes(RECORD_BYTES), some_id(), 0
        rows = [[(vault, some_id(), (seq := seq + 1), blob) for _ in range(records)] for _ in range(batches)]
        start = time.perf_counter()
        for some in rows:
            file.execute("BEGIN IMMEDIATE")
            file.executemany("INSERT INTO record (vault, id, seq, blob) VALUES (?, ?, ?, ?)", some)
            file.execute("COMMIT")
        return batches * records / (time.perf_counter() - start)


def memory(process: int) -> float:
    """Return the megabytes of a server: of all its processes, what they share counted once."""
    children = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False)
    kilobytes = 0
    for one in [process, *map(int, children.stdout.split())]:
        # One that has ended has none, though it is still listed.
        with suppress(ProcessLookupError):
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kilobytes += int(line.split()[1])
    return kilobytes / 1024


@contextmanager
def process(arguments: tuple[str, ...], given: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Run Python with these arguments and settings; yields its port and process id once it listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, *arguments], env=os.environ | given | {"PORT": str(port)})
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _wait(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    Server(
        "benchmarks.sync_servers:bare",
        port=int(os.environ["PORT"]),
        interface=Interfaces.ASGI,
        log_level=LogLevels.warning,
        workers_kill_timeout=3,
    ).serve()
