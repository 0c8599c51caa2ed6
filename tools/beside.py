"""Programs that run beside this one until it ends."""

import subprocess
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.commands import SetupError

READY_SECONDS = 60
ENDING_SECONDS = 5


@dataclass(frozen=True)
class Program:
    """One of them; what it says goes to a file."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def check(self) -> None:
        """Make sure that it runs.

        Raises:
            SetupError: If it has ended, with the last that it said.
        """
        if self.process.poll() is not None:
            said = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise SetupError(f"{self.name} has stopped: {said[-1] if said else 'it said nothing'}")

    def until(self, ready: Callable[[], bool]) -> None:
        """Wait for it.

        Raises:
            SetupError: If it ends, or takes too long.
        """
        deadline = time.monotonic() + READY_SECONDS
        while not ready():
            self.check()
            if time.monotonic() > deadline:
                raise SetupError(f"{self.name} does not answer; what it said is in {self.log}")
            time.sleep(0.05)


@contextmanager
def started(name: str, command: Sequence[str | Path], env: Mapping[str, str], log: Path) -> Generator[Program]:
    """Start a program, and end it however this ends."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        # A group of its own: what a terminal sends at Ctrl-C must reach us first, or this would seem to stop by itself.
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file, process_group=0
        )
    try:
        yield Program(name, process, log)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        # It may wait for a connection that a browser keeps open.
        process.kill()
        process.wait()
