"""A private PostgreSQL for the tests: its own files, its own socket, no port, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest
from sqlalchemy import make_url

BACKENDS = ("sqlite", "postgresql")
START_SECONDS = 30
_numbers = count(1)


class UnavailableError(Exception):
    """Why there is no PostgreSQL here."""


class Cluster:
    """A running cluster; `database()` makes an empty one in it and returns its URL."""

    def __init__(self, programs: Path, folder: Path, user: str, process: "subprocess.Popen[bytes]") -> None:
        self._programs, self._folder, self._user, self._process = programs, folder, user, process

    def database(self) -> str:
        name = f"test{next(_numbers)}"
        with psycopg.connect(f"host={self._folder} user={self._user} dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # pyright: ignore[reportArgumentType, reportCallIssue]
        return f"postgresql+psycopg://{self._user}@/{name}?host={self._folder}"

    def dump(self, url: str) -> bytes:
        """Return what an operator's backup of a database holds."""
        command = [self._programs / "pg_dump", "-h", self._folder, "-U", self._user, make_url(url).database or ""]
        return subprocess.run(command, capture_output=True, check=True, user=_as(self._user), cwd="/").stdout

    def processes(self) -> list[int]:
        """Return the ids of all its processes."""
        return [self._process.pid, *_children(self._process.pid)]

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Stop all its processes where they are: nobody gets an answer, and no connection is closed."""
        stopped: list[int] = []
        try:
            # The first begins all others, so after it there are no more.
            for pid in (self._process.pid, *_children(self._process.pid)):
                os.kill(pid, signal.SIGSTOP)
                stopped.append(pid)
            yield
        finally:
            for pid in reversed(stopped):
                os.kill(pid, signal.SIGCONT)


@contextmanager
def running() -> Iterator[Cluster]:
    """Start a cluster, and remove it in the end.

    Raises:
        UnavailableError: If there are no server binaries, or nobody to run them as.
    """
    programs, user = _programs(), _user()
    folder = Path(mkdtemp(prefix="pg"))
    shutil.chown(folder, user)
    try:
        _run([programs / "initdb", "--auth=trust", "--no-sync", "--encoding=UTF8", "-D", folder / "data"], user)
        with _server(programs, folder, user) as process:
            yield Cluster(programs, folder, user, process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that these tests started; without one, its tests are skipped and say why."""
    with _running_or_skipped() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def other_cluster() -> Iterator[Cluster]:
    """A second one."""
    with _running_or_skipped() as cluster:
        yield cluster


@contextmanager
def _running_or_skipped() -> Iterator[Cluster]:
    with ExitStack() as stack:
        try:
            cluster = stack.enter_context(running())
        except UnavailableError as reason:
            warnings.warn(f"Not tested on PostgreSQL: {reason}", pytest.PytestWarning, stacklevel=1)
            pytest.skip(f"no PostgreSQL: {reason}")
        yield cluster


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """The name of the database under test."""
    return request.param


@contextmanager
def _server(programs: Path, folder: Path, user: str) -> "Iterator[subprocess.Popen[bytes]]":
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, user=_as(user), cwd=folder)
    try:
        _wait(folder, user)
        yield process
    finally:
        # The fast way down, which does not wait for clients to leave.
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=START_SECONDS)


def _children(parent: int) -> list[int]:
    """Return the living children of a process."""
    found = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for file in found for pid in file.read_text().split()]


def _wait(folder: Path, user: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return psycopg.connect(f"host={folder} user={user} dbname=postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise UnavailableError((folder / "log").read_text()) from None
            time.sleep(0.05)


def _programs() -> Path:
    """Return where the server binaries are: Debian keeps them out of PATH, one folder per version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not (found or on_path):
        raise UnavailableError("no PostgreSQL server here (Debian: apt-get install postgresql)")
    return (found[-1] if found else Path(on_path or "").resolve()).parent


def _user() -> str:
    """Return whom to run it as; PostgreSQL refuses to be root."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid()).pw_name
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise UnavailableError("PostgreSQL refuses to run as root, and there is neither 'postgres' nor 'nobody'")


def _as(user: str) -> str | None:
    return None if os.geteuid() else user


def _run(command: list[str | Path], user: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, user=_as(user), cwd="/", check=False)
    if done.returncode:
        raise UnavailableError(f"initdb failed: {done.stderr.strip()}")
