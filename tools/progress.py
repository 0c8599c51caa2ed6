"""What a command says while it works: each step on a line of its own, and how long it took."""

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class Progress:
    """Steps, one after the other; each line is closed with its seconds."""

    def __init__(self, out: TextIO = sys.stdout) -> None:
        self._out = out
        self._began: float | None = None

    def now(self, step: str) -> None:
        """Close the step before, and open this one."""
        self.done()
        print(f"{step} … ", end="", file=self._out, flush=True)
        self._began = time.monotonic()

    def done(self, ended_well: bool = True) -> None:
        """Close the step, if one is open."""
        if self._began is not None:
            print(seconds(time.monotonic() - self._began) if ended_well else "", file=self._out, flush=True)
        self._began = None


@contextmanager
def timed(step: str) -> Generator[None]:
    """Say one step, and its seconds once it is done."""
    progress = Progress()
    progress.now(step)
    try:
        yield
    except BaseException:
        progress.done(ended_well=False)
        raise
    progress.done()


@contextmanager
def quiet(log: Path) -> Generator[Progress]:
    """Send all that is printed, by programs too, to a file, but for the steps."""
    sys.stdout.flush()
    kept = [os.dup(1), os.dup(2)]
    try:
        with os.fdopen(os.dup(1), "w") as out, log.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
            progress = Progress(out)
            try:
                yield progress
            except BaseException:
                progress.done(ended_well=False)
                raise
            progress.done()
    finally:
        sys.stdout.flush()
        for number, copy in enumerate(kept, start=1):
            os.dup2(copy, number)
            os.close(copy)


def seconds(duration: float) -> str:
    """Return a duration as people read it."""
    return f"{duration:.1f} s" if duration < 10 else f"{duration:.0f} s"
