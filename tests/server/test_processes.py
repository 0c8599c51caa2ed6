"""A server stops when it is told to, however often it is told, and has room for its connections."""

import os
import resource
import signal
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from interview_exit.server.processes import allow_files
from tests.sync.conftest import migrate
from tests.sync.server import serving


@pytest.mark.parametrize("workers", [1, 2])
def test_told_to_stop_again_and_again_it_stops_in_order(tmp_path: Path, workers: int) -> None:
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrate(url)
    with serving(url, workers) as server:
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
            os.killpg(server.pid, how)
        assert server.wait() == 0
        assert server.log == ""


def test_no_more_connections_wait_to_be_opened_than_may(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrate(url)
    with serving(url, BACKLOG="4") as server, ExitStack() as stack:
        os.kill(server.pid, signal.SIGSTOP)
        stack.callback(os.kill, server.pid, signal.SIGCONT)
        # The kernel takes one more than it is told.
        for _ in range(5):
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=5))
        with pytest.raises(TimeoutError):
            socket.create_connection(("127.0.0.1", server.port), timeout=0.5)


def test_open_files_are_allowed_up_to_what_is_wanted() -> None:
    """In a process of its own: what is raised can't be seen to be raised here again."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), hard))
    try:
        allow_files(1000)
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (1000, hard)
        allow_files(100)
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (1000, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
