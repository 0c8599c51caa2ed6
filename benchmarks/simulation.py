"""Where queues begin: a million vaults' busiest minutes against what each request costs, measured just before.

What is measured is processor time, which hardly depends on what else the machine does: of an API process and of
PostgreSQL, for each kind of request. Each request of the simulation takes a random time around that (exponential,
which is worse than what we see), first in one of the API's processes, then on one of the database's cores.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.queueing import Job, Served, in_one_line, in_turn
from benchmarks.report import Row, percentile
from benchmarks.sync_servers import API, UNLIMITED, process
from benchmarks.sync_wire import Vault, Wire, batch
from benchmarks.traffic import Assumptions, Kind, Request, network_returns, ordinary
from tests.support.cluster import Cluster, running
from tests.support.parted import divided

SEED = 18
SECONDS = 120.0
ROUNDS = 800
RECORDS = 30
PROCESSES = (1, 2, 4, 8)
CORES = (1, 2, 4)
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one request costs, in seconds of a core."""

    api: float
    database: float


Costs = dict[Kind, Cost]


def run() -> list[Row]:
    """Measure, then simulate."""
    costs, relayed, assumed = measured(), measured(relayed=True), Assumptions()
    busiest, returning = (draw(assumed, SECONDS, Random(SEED)) for draw in (ordinary, network_returns))
    return [
        *_told("PostgreSQL", costs),
        *_told("PostgreSQL that asks another", relayed),
        *simulated("busiest minutes", busiest, costs),
        *simulated("a network returns", returning, costs),
        *simulated("a network returns, parts elsewhere", returning, relayed),
    ]


def measured(*, relayed: bool = False) -> Costs:
    """Return what each kind of request costs; of a relayed one, what the PostgreSQL in between has of it."""
    with running() as cluster, running() as other, TemporaryDirectory() as folder:
        url = cluster.database()
        given = UNLIMITED | {"DATABASE_URL": url}
        subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], env=os.environ | given, check=True)
        if relayed:
            divided((other, other), url, Path(folder))
        with process(API, given) as (port, api):
            return {kind: _cost(ask, api, cluster) for kind, ask in _kinds(Wire(port)).items()}


def simulated(title: str, requests: Sequence[Request], costs: Costs) -> list[Row]:
    """Return how long requests wait, by the number of API processes, then by the database's cores."""
    seconds = requests[-1].at - requests[0].at
    rows = [Row(f"{title}: requests/s", len(requests) / seconds, "/s")]
    random = Random(SEED)
    jobs = [Job(request.at, random.expovariate(1 / costs[request.kind].api)) for request in requests]
    for processes in PROCESSES:
        rows += _waits(f"{processes} API processes", in_turn(jobs, processes), jobs, processes)
    # Before the database stand as many processes as hold nobody up.
    arrivals = sorted(zip(requests, in_turn(jobs, PROCESSES[-1]), strict=True), key=lambda pair: pair[1].left)
    theirs = [Job(one.left, random.expovariate(1 / costs[request.kind].database)) for request, one in arrivals]
    for cores in CORES:
        rows += _waits(f"PostgreSQL with {cores} cores", in_one_line(theirs, cores), theirs, cores)
    return rows


def _waits(what: str, served: Iterable[Served], jobs: Sequence[Job], servers: int) -> list[Row]:
    waits = [1000 * one.waited for one in served]
    busy = sum(job.takes for job in jobs) / servers / (jobs[-1].at - jobs[0].at)
    return [
        Row(f"   {what}: busy", 100 * busy, "%"),
        Row("      waiting, p50", percentile(waits, 0.5), "ms"),
        Row("      waiting, p99", percentile(waits, 0.99), "ms"),
    ]


def _told(database: str, costs: Costs) -> list[Row]:
    rows: list[Row] = []
    for kind, cost in costs.items():
        rows.append(Row(f"{kind.value}: API", 1000 * cost.api, "ms"))
        rows.append(Row(f"{kind.value}: {database}", 1000 * cost.database, "ms"))
    return rows


def _kinds(wire: Wire) -> dict[Kind, Callable[[], object]]:
    vault, full = Vault(wire), Vault(wire)
    full.fill(wire, RECORDS)
    bodies = [batch(RECORDS) for _ in range(ROUNDS)]
    return {
        Kind.NOTHING_NEW: lambda: full.pull_nothing(wire, RECORDS),
        Kind.PAGE: lambda: full.pull(wire, 0),
        Kind.PUSH: lambda: vault.push(wire, bodies.pop()),
    }


def _cost(ask: Callable[[], object], api: int, cluster: Cluster) -> Cost:
    before = _spent([api]), _spent(cluster.processes())
    for _ in range(ROUNDS):
        ask()
    after = _spent([api]), _spent(cluster.processes())
    return Cost((after[0] - before[0]) / ROUNDS, (after[1] - before[1]) / ROUNDS)


def _spent(processes: Iterable[int]) -> float:
    """Return the seconds of a core that processes have used."""
    ticks = 0
    for one in processes:
        with suppress(FileNotFoundError):
            ticks += sum(map(int, Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / TICKS
