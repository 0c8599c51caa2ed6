"""The simulated queue agrees with what is known of queues."""

from itertools import accumulate
from math import factorial
from random import Random

import pytest

from benchmarks.queueing import Job, in_one_line, in_turn

ARRIVALS = 60_000


def poisson(rate: float, mean: float) -> list[Job]:
    """Return arrivals at random, each taking a random time."""
    random = Random(18)
    times = accumulate(random.expovariate(rate) for _ in range(ARRIVALS))
    return [Job(at, random.expovariate(1 / mean)) for at in times]


def erlang_wait(rate: float, mean: float, servers: int) -> float:
    """Return the mean wait in an M/M/c queue, by Erlang's formula."""
    load = rate * mean
    last = load**servers / factorial(servers) / (1 - load / servers)
    waiting = last / (sum(load**n / factorial(n) for n in range(servers)) + last)
    return waiting * mean / (servers - load)


@pytest.mark.parametrize(("servers", "rate"), [(1, 0.7), (3, 2.4), (8, 6.0)])
def test_mean_wait_is_erlangs(servers: int, rate: float) -> None:
    served = in_one_line(poisson(rate, 1.0), servers)
    mean = sum(one.waited for one in served) / len(served)
    assert mean == pytest.approx(erlang_wait(rate, 1.0, servers), rel=0.1)


def test_lines_of_their_own_serve_all_and_are_slower_than_one_line() -> None:
    jobs = poisson(2.4, 1.0)
    apart, together = in_turn(jobs, 3), in_one_line(jobs, 3)
    assert len(apart) == len(jobs)
    assert all(one.left == pytest.approx(job.at + one.waited + job.takes) for job, one in zip(jobs, apart, strict=True))
    assert sum(one.waited for one in apart) > sum(one.waited for one in together)
