"""The server against its budgets (design.md section 12), beside a bare Starlette echo and raw sqlite3 in the same run.

Everything is on one machine, over loopback, with records of 512 bytes, SQLite in WAL mode and synchronous FULL. Ratios
tell more than figures: they hardly depend on the machine, nor on what else it does.
"""

import time
from collections.abc import Callable
from threading import Thread

from benchmarks.report import Row, percentile
from benchmarks.sync_servers import API, PAGE_AND_API, bare_echo, memory, raw_sqlite, served
from benchmarks.sync_wire import Vault, Wire, batch

CLIENTS = 32
CLIENT_SECONDS = 5
TURNS = 7
TURN_SECONDS = 1.5
BAD = (b"{", b"[]", b'{"puts":[{"id":"x","blob":"x"}]}', b'{"puts":[]}', b" " * (1 << 20) + b" ")


def run() -> list[Row]:
    """Measure."""
    with served(API) as (port, process), bare_echo() as (echo_port, _):
        wire, echo = Wire(port), Wire(echo_port)
        rows = [*pushing(wire), *one_push(wire, echo), *many_clients(port, echo_port), *pulling(wire), *bad_input(wire)]
        rows.append(Row("memory of the API's processes after all this", memory(process), "MB", 110, want=60))
        return rows + beside_the_page(port, echo_port)


def pushing(wire: Wire) -> list[Row]:
    """Measure batches of fifty."""
    vault, bodies = Vault(wire), [batch(50) for _ in range(300)]
    ours = 50 * len(bodies) / (sum(vault.push(wire, body) for body in bodies) / 1000)
    raw = raw_sqlite(len(bodies), 50)
    return [
        Row("push, batches of 50: records/s", ours, "/s", 11_000, want=20_000, least=True),
        Row("   raw sqlite3, same table and batches", raw, "/s"),
        Row("   share of raw sqlite3", ours / raw, ""),
    ]


def one_push(wire: Wire, echo: Wire) -> list[Row]:
    """Measure pushes of one record, each on the disk before its answer."""
    vault, bodies = Vault(wire), [batch(1) for _ in range(1000)]
    ours = [vault.push(wire, body) for body in bodies]
    bare = [echo.timed("POST", "/echo", body) for body in bodies]
    return [
        Row("push of one record, p50", percentile(ours, 0.5), "ms", 1.6, want=0.9),
        Row("push of one record, p99", percentile(ours, 0.99), "ms", 5, want=1.5),
        Row("   echo of the same body, p50", percentile(bare, 0.5), "ms"),
        Row("   raw sqlite3, the mean of as many commits", 1000 / raw_sqlite(len(bodies), 1), "ms"),
    ]


def many_clients(port: int, echo_port: int) -> list[Row]:
    """Measure clients that push ten records and pull, all at once; then the same requests to the echo."""
    ours, bare = _together(port, _client), _together(echo_port, _echoer)
    rate, bare_rate = len(ours) / CLIENT_SECONDS, len(bare) / CLIENT_SECONDS
    return [
        Row(f"{CLIENTS} clients, push 10 and pull: requests/s", rate, "/s", 660, want=1000, least=True),
        Row("   p99", percentile(ours, 0.99), "ms", 100),
        Row("   the same requests to a bare Starlette echo", bare_rate, "/s"),
        Row("   share of the echo", rate / bare_rate, "", 0.075, want=0.15, least=True),
    ]


def beside_the_page(port: int, echo_port: int) -> list[Row]:
    """Measure the same clients where page and API are one process, in turns with the API alone and the echo."""
    whole: list[float] = []
    rates: dict[str, list[int]] = {"whole": [], "alone": [], "echo": []}
    with served(PAGE_AND_API) as (whole_port, process):
        for _ in range(TURNS):
            taken = _together(whole_port, _client, TURN_SECONDS)
            whole += taken
            rates["whole"].append(len(taken))
            rates["alone"].append(len(_together(port, _client, TURN_SECONDS)))
            rates["echo"].append(len(_together(echo_port, _echoer, TURN_SECONDS)))
        used = memory(process)
    return [
        Row(
            "page and API in one process: share of the API alone", _share(rates, "whole", "alone"), "", 0.9, least=True
        ),
        Row("   share of the echo", _share(rates, "whole", "echo"), "", 0.075, want=0.15, least=True),
        Row(f"   p99 under {CLIENTS} clients", percentile(whole, 0.99), "ms", 100),
        Row("   memory of its processes", used, "MB", 130, want=80),
    ]


def _share(rates: dict[str, list[int]], one: str, other: str) -> float:
    return percentile([a / b for a, b in zip(rates[one], rates[other], strict=True)], 0.5)


def pulling(wire: Wire) -> list[Row]:
    """Measure a full pull, and pulls with nothing new of a small and a large vault."""
    small, middle, large = Vault(wire), Vault(wire), Vault(wire)
    small.fill(wire, 100)
    middle.fill(wire, 10_000)
    large.fill(wire, 50_000)
    few = percentile([small.pull_nothing(wire, 100) for _ in range(500)], 0.5)
    many = percentile([large.pull_nothing(wire, 50_000) for _ in range(500)], 0.5)
    return [
        Row("full pull of 10,000 records, best of 3", min(_full_pull(wire, middle) for _ in range(3)), "s", 0.13),
        Row("pull with nothing new, 100 records, p50", few, "ms", 1.2, want=0.5),
        Row("pull with nothing new, 50,000 records, p50", many, "ms", 1.2, want=0.5),
        Row("   ratio", many / few, "", 1.3),
    ]


def bad_input(wire: Wire) -> list[Row]:
    """Measure the slowest refusal, best of three each."""
    vault = Vault(wire)
    slowest = max(min(_refused(wire, vault, body) for _ in range(3)) for body in BAD)
    return [Row("refusal of bad input, the slowest kind", slowest, "ms", 20)]


def _together(
    port: int, client: Callable[[int, float, list[float]], None], seconds: float = CLIENT_SECONDS
) -> list[float]:
    taken: list[float] = []
    until = time.perf_counter() + seconds
    threads = [Thread(target=client, args=(port, until, taken)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def _client(port: int, until: float, taken: list[float]) -> None:
    wire = Wire(port)
    vault, cursor = Vault(wire), 0
    bodies = [batch(10) for _ in range(20)]
    while time.perf_counter() < until:
        # Ids are fresh, or nothing would be written: a repeat changes nothing.
        taken.append(vault.push(wire, bodies.pop() if bodies else batch(10)))
        start = time.perf_counter()
        cursor, _ = vault.pull(wire, cursor)
        taken.append(1000 * (time.perf_counter() - start))


def _echoer(port: int, until: float, taken: list[float]) -> None:
    wire, body = Wire(port), batch(10)
    while time.perf_counter() < until:
        taken.append(wire.timed("POST", "/echo", body))
        taken.append(wire.timed("GET", "/echo"))


def _full_pull(wire: Wire, vault: Vault) -> float:
    start, cursor, more = time.perf_counter(), 0, True
    while more:
        cursor, more = vault.pull(wire, cursor)
    return time.perf_counter() - start


def _refused(wire: Wire, vault: Vault, body: bytes) -> float:
    start = time.perf_counter()
    status, _ = wire.ask("POST", f"{vault.path}/batch", body, vault.auth)
    if not 400 <= status < 500:
        raise RuntimeError(f"bad input was answered with {status}")
    return 1000 * (time.perf_counter() - start)
