"""A queue before servers, event by event: each arrival and each departure, in the order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapreplace


@dataclass(frozen=True)
class Job:
    """Something that comes at a time, and keeps a server busy for so long; both in seconds."""

    at: float
    takes: float


@dataclass(frozen=True)
class Served:
    """How long a job waited, and when it was done."""

    waited: float
    left: float


def in_one_line(jobs: Iterable[Job], servers: int) -> list[Served]:
    """Serve jobs in the order they come, each by the server that is free first."""
    free_at, served = [0.0] * servers, []
    for job in jobs:
        start = max(job.at, free_at[0])
        heapreplace(free_at, start + job.takes)
        served.append(Served(start - job.at, start + job.takes))
    return served


def in_turn(jobs: Sequence[Job], servers: int) -> list[Served]:
    """Serve jobs as a proxy deals them out, one server after the other; each server has a line of its own."""
    served: list[Served | None] = [None] * len(jobs)
    for turn in range(servers):
        served[turn::servers] = in_one_line(jobs[turn::servers], 1)
    return [one for one in served if one is not None]
