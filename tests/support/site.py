"""The production build, served by the command that people type."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 300
STOP_SECONDS = 15
# All tests together come from one address.
GENEROUS = {
    "CREATIONS_PER_HOUR": "1000000",
    "PAIRINGS_PER_HOUR": "1000000",
    "UPLOAD_BYTES_PER_HOUR": "1000000000000",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--site`."""
    parser.addoption("--site", help="test against this running server instead of starting one")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@contextmanager
def make_run(
    target: str = "run", last: str = "Ready: ", **variables: str
) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Type `make run` and wait until it says that it is ready, or ends.

    Args:
        target: What to make instead.
        last: What the line holds by which it says so.
        variables: Its environment, beside ours.

    Yields:
        The process, and the lines that it has printed so far.
    """
    process = subprocess.Popen(
        ["make", "--no-print-directory", target],
        cwd=ROOT,
        env=os.environ | GENEROUS | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process, _until_ready(process, last)
    finally:
        stop(process)


def _until_ready(process: subprocess.Popen[str], last: str) -> list[str]:
    assert process.stdout
    lines = []
    patience = Timer(START_SECONDS, os.killpg, [process.pid, signal.SIGKILL])
    patience.start()
    for line in process.stdout:
        lines.append(line.rstrip())
        if last in line:
            break
    patience.cancel()
    return lines


def stop(process: subprocess.Popen[str], how: signal.Signals = signal.SIGTERM) -> str:
    """Stop it as a terminal does, with everything that it started; return what it still had to say."""
    if process.poll() is None:
        os.killpg(process.pid, how)
    if process.stdout is None or process.stdout.closed:
        return ""
    said, _ = process.communicate(timeout=STOP_SECONDS)
    return said


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's URL; built first if what it is built from has changed. Its database is empty and temporary."""
    if given := request.config.getoption("--site"):
        yield given.rstrip("/")
        return
    database = tmp_path_factory.mktemp("database") / "sealed.db"
    with make_run(PORT=str(free_port()), DATABASE_URL=f"sqlite:///{database}") as (_, lines):
        assert lines[-1].startswith("Ready: "), "\n".join(lines)
        yield lines[-1].removeprefix("Ready: ")
