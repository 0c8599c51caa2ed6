"""What each refusal takes, beside the request that is refused: over loopback, the median of many.

Most go over one kept connection, as valid requests do. A refusal that ends its connection is compared with a newcomer,
who opens one for a single request.
"""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.report import Row, percentile
from benchmarks.sync_servers import API, NOBODY, UNLIMITED, served
from benchmarks.sync_wire import Vault, Wire, batch, some_id, spelled

REPEATS = 100
TIMES_A_VALID_ONE = 1.5
"""What a refusal may take. Nearly all take much less."""
STRANGER = "127.0.1.1"
GENEROUS = UNLIMITED | {"PAIRINGS_PER_HOUR": "1000000", "PAIRINGS": "1000000", "PROXIES": NOBODY}
GENEROUS |= {"VAULT_BYTES": "1000000000"}
LARGE_BYTES = 900_000
FIELDS = b"{" + b",".join(b'"k%d":1' % number for number in range(80_000)) + b"}"
HEALTH = b"GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n"

PUSH, LARGE, CREATION = "a push of one record", "a push of 200 records, 0.9 MB", "a new vault"
PAIRING, NEWCOMER = "a new pairing", "a newcomer's look at the server"
Ask = Callable[[], int]
"""Asks once, and returns the answer's status: 0 for none."""


@dataclass(frozen=True)
class Refusal:
    """One way to be refused: its status, the valid request that it is held against, and how to meet it."""

    name: str
    status: int
    beside: str
    ask: Ask


Refusals = Callable[[int], Iterator[Refusal]]
"""What yields them for a server, by its port."""


def rows() -> Iterator[Row]:
    """Measure all of it."""
    with served(API, GENEROUS) as (port, _):
        usual = {name: _median(ask, (200, 201)) for name, ask in _valid(port).items()}
        yield from (Row(f"{name}, p50", milliseconds, "ms") for name, milliseconds in usual.items())
        yield from _measured(_always(port), usual)
    for limits, refusals in UNDER_LIMITS:
        with served(API, GENEROUS | limits) as (port, _):
            yield from _measured(refusals(port), usual)


def _measured(refusals: Iterator[Refusal], usual: dict[str, float]) -> Iterator[Row]:
    for each in refusals:
        what = f"   refused, {each.status or 'hung up'}: {each.name}"
        yield Row(what, _median(each.ask, (each.status,)), "ms", round(TIMES_A_VALID_ONE * usual[each.beside], 2))


def _median(ask: Ask, expected: tuple[int, ...]) -> float:
    return percentile([_timed(ask, expected) for _ in range(REPEATS)], 0.5)


def _timed(ask: Ask, expected: tuple[int, ...]) -> float:
    start = time.perf_counter()
    status = ask()
    passed = time.perf_counter() - start
    if status not in expected:
        raise RuntimeError(f"answered with {status} and not with {expected}")
    return 1000 * passed


def _valid(port: int) -> dict[str, Ask]:
    wire = Wire(port)
    vault, small, large = Vault(wire), [batch(1) for _ in range(REPEATS)], [_large(200) for _ in range(REPEATS)]
    return {
        PUSH: lambda: _push(wire, vault, small.pop()),
        LARGE: lambda: _push(wire, vault, large.pop()),
        CREATION: lambda: _create(wire),
        PAIRING: lambda: _begin(wire),
        NEWCOMER: lambda: _fresh(port, HEALTH),
    }


def _always(port: int) -> Iterator[Refusal]:
    """Yield what is refused whatever the limits are."""
    wire = Wire(port)
    yield from _strangers(wire, f"{Vault(wire).path}/batch")
    yield from _bad_bodies(wire, Vault(wire))
    yield from _bad_heads(port)


def _strangers(wire: Wire, path: str) -> Iterator[Refusal]:
    wrong, unknown, body = spelled(bytes(32)), f"vaults/{some_id()}/batch", batch(1)
    yield Refusal("no secret", 401, PUSH, lambda: wire.ask("POST", path, body)[0])
    yield Refusal("a wrong secret", 401, PUSH, lambda: wire.ask("POST", path, body, wrong)[0])
    yield Refusal("an unknown vault", 404, PUSH, lambda: wire.ask("POST", f"/api/v1/{unknown}", body, wrong)[0])
    yield Refusal(
        "a wrong secret or an unknown vault, version 2",
        401,
        PUSH,
        lambda: wire.ask("POST", f"/api/v2/{unknown}", body, wrong)[0],
    )
    yield Refusal("no such address", 404, PUSH, lambda: wire.ask("GET", "/api/v1/nothing")[0])


def _bad_bodies(wire: Wire, vault: Vault) -> Iterator[Refusal]:
    bad, many, long = b'{"puts":[{"id":"x","blob":"x"}]}', _large(201), _large(1)
    yield Refusal("not JSON", 400, PUSH, lambda: _push(wire, vault, b"{"))
    yield Refusal("not of that form", 422, PUSH, lambda: _push(wire, vault, bad))
    yield Refusal("80,000 unknown fields, 0.9 MB", 413, LARGE, lambda: _push(wire, vault, FIELDS))
    yield Refusal("201 records, 0.9 MB", 413, LARGE, lambda: _push(wire, vault, many))
    yield Refusal("one record of 0.9 MB", 413, LARGE, lambda: _push(wire, vault, long))
    yield Refusal("more than 1 MiB", 413, LARGE, lambda: _push(wire, vault, b" " * (2**20 + 1)))


def _bad_heads(port: int) -> Iterator[Refusal]:
    begun = HEALTH[:-2]
    long, many = begun + b"x: " + b"a" * 17_000 + b"\r\n\r\n", begun + b"x: y\r\n" * 101 + b"\r\n"
    yield Refusal("too long a head", 431, NEWCOMER, lambda: _fresh(port, long))
    yield Refusal("a head of too many fields", 431, NEWCOMER, lambda: _fresh(port, many))
    yield Refusal("no HTTP", 400, NEWCOMER, lambda: _fresh(port, b"nonsense\r\n\r\n"))


def _crowded(port: int) -> Iterator[Refusal]:
    head = b"POST /api/v1/vaults HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n"
    with _connect(port) as busy:
        busy.sendall(head)
        time.sleep(0.5)  # Nothing tells when a head has been read.
        yield Refusal("an address whose connections are all busy", 0, NEWCOMER, lambda: _fresh(port, HEALTH))


def _closed(port: int) -> Iterator[Refusal]:
    wire = Wire(port)
    yield Refusal("a server that takes no new vaults", 403, CREATION, lambda: _create(wire))


def _too_often(port: int) -> Iterator[Refusal]:
    wire, pairing = Wire(port), some_id()
    vault, message, body = Vault(wire), f"/api/v1/pairings/{pairing}/messages/1", batch(1)
    vault.pull(wire, 0)
    _begin(wire, pairing)
    wire.ask("DELETE", message)
    yield Refusal("a vault that asks too often", 429, PUSH, lambda: _push(wire, vault, body))
    yield Refusal("an address that makes too many vaults", 429, CREATION, lambda: _create(wire))
    yield Refusal("an address that begins too many pairings", 429, PAIRING, lambda: _begin(wire))
    yield Refusal("a pairing that asks too often", 429, PAIRING, lambda: wire.ask("DELETE", message)[0])


def _pushing(name: str, status: int) -> Refusals:
    """Return what yields the refusal of a large push."""

    def refusals(port: int) -> Iterator[Refusal]:
        wire = Wire(port)
        vault, body = Vault(wire), _large(200)
        yield Refusal(name, status, LARGE, lambda: _push(wire, vault, body))

    return refusals


ONCE = ("VAULT_REQUESTS_PER_MINUTE", "CREATIONS_PER_HOUR", "PAIRINGS_PER_HOUR", "PAIRING_REQUESTS_PER_MINUTE")
UNDER_LIMITS: list[tuple[dict[str, str], Refusals]] = [
    ({"CONNECTIONS_PER_ADDRESS": "1"}, _crowded),
    ({"CREATIONS": "closed"}, _closed),
    (dict.fromkeys(ONCE, "1"), _too_often),
    ({"UPLOAD_BYTES_PER_HOUR": "1"}, _pushing("an address that sends too much", 429)),
    ({"VAULT_RECORDS": "1"}, _pushing("a full vault", 507)),
    ({"SERVER_BYTES": "1"}, _pushing("a full server", 507)),
]


def _push(wire: Wire, vault: Vault, body: bytes) -> int:
    return wire.ask("POST", f"{vault.path}/batch", body, vault.auth)[0]


def _large(records: int) -> bytes:
    blob = spelled(os.urandom(LARGE_BYTES * 3 // 4 // records))
    return json.dumps({"puts": [{"id": some_id(), "blob": blob} for _ in range(records)]}).encode()


def _create(wire: Wire) -> int:
    body = json.dumps({"id": some_id(), "auth_hash": spelled(bytes(32))}).encode()
    return wire.ask("POST", "/api/v1/vaults", body)[0]


def _begin(wire: Wire, pairing: str = "") -> int:
    return wire.ask("POST", "/api/v1/pairings", json.dumps({"id": pairing or some_id()}).encode())[0]


def _connect(port: int) -> socket.socket:
    wire = socket.socket()
    wire.bind((STRANGER, 0))
    wire.connect(("127.0.0.1", port))
    return wire


def _fresh(port: int, sent: bytes) -> int:
    """Ask over a connection of its own."""
    with _connect(port) as wire:
        try:
            wire.sendall(sent)
            answer = wire.recv(4096)
        except ConnectionError:
            return 0
        return int(answer[9:12] or 0)
