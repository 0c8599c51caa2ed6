"""The API served for real: its own processes, which can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2

START_SECONDS = 30
ESTABLISHED = "01"
GENEROUS = {
    "CREATIONS_PER_HOUR": "1000000",
    "VAULT_REQUESTS_PER_MINUTE": "1000000",
    "PAIRINGS_PER_HOUR": "1000000",
    "UPLOAD_BYTES_PER_HOUR": "1000000000000",
}


class Server:
    """A running server."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, host: str) -> None:
        self._process, self.port = process, port
        self.url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        self.log = ""

    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.url, timeout=30, trust_env=False, verify=False)

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait(self) -> int:
        """Return how it ended, which must be soon."""
        return self._process.wait(timeout=10)

    def connections(self) -> int:
        """Return how many connections it has open, as the kernel counts them; a connection of both ends counts once."""
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        ends = [line.split() for line in lines]
        return sum(end[1].endswith(f":{self.port:04X}") and end[3] == ESTABLISHED for end in ends)

    def kill(self) -> None:
        """End all its processes at once, without a chance to finish anything."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """Let it finish, and keep what it said."""
        self._process.terminate()
        try:
            self.log += self._process.communicate(timeout=10)[0]
        except subprocess.TimeoutExpired:
            self.kill()
            self.log += self._process.communicate()[0]


@contextmanager
def serving(url: str, workers: int = 1, *, patience: bool = True, **environment: str) -> Iterator[Server]:
    """Serve the API from a database that has been migrated; with patience, from when it answers."""
    given = GENEROUS | {"DATABASE_URL": url, "PORT": str(free_port()), "HOST": "127.0.0.1"} | environment
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_exit.sync", "serve", "--workers", str(workers)],
        env=os.environ | given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A group of its own, so that killing it kills its workers too.
        start_new_session=True,
    )
    server = Server(process, int(given["PORT"]), given["HOST"])
    try:
        if patience:
            _wait(server)
        yield server
    finally:
        server.stop()
        server.kill()


def _wait(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    with server.client() as client:
        while True:
            try:
                return _healthy(client)
            except httpx2.TransportError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def _healthy(client: httpx2.Client) -> None:
    client.get("/healthz").raise_for_status()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
