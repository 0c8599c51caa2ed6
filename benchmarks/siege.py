"""What an honest client notices while a stranger attacks: each attack bounded, over loopback, the server as it comes.

First, what it takes to refuse (refusals.py).

The attackers come from other addresses of the loopback than the honest client, and from another process. The honest
client is a newcomer each time: a connection of its own for a look at the server, a push of one record, and a pull.
"""

import json
import multiprocessing
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from threading import Thread

from benchmarks import refusals
from benchmarks.refusals import FIELDS
from benchmarks.report import Row, percentile
from benchmarks.sync_servers import API, NOBODY, served
from benchmarks.sync_wire import Vault, Wire, batch, spelled

ATTACK_SECONDS = 6
CONNECTIONS = 5_000
ADDRESSES = [f"127.0.{net}.{host}" for net in range(1, 5) for host in range(1, 251)]
# The server's own, but for how often one address and one vault may ask.
LIMITS = {
    "PROXIES": NOBODY,
    "CREATIONS_PER_HOUR": "1000",
    "VAULT_REQUESTS_PER_MINUTE": "1000000",
    "UPLOAD_BYTES_PER_HOUR": "1000000000000",
}
Attack = Callable[[int, str, str], None]


def run() -> list[Row]:
    """Measure."""
    with served(API, LIMITS) as (port, _):
        return [*refusals.rows(), *_siege(port)]


def _siege(port: int) -> Iterator[Row]:
    wire = Wire(port)
    vault, victim = Vault(wire), Vault(wire)
    for _ in range(20):
        victim.push(wire, batch(200))
    for name, attack in ATTACKS.items():
        taken, failed = _beside(attack, port, vault, victim)
        yield Row(f"{name}: honest client, p50", percentile(taken, 0.5), "ms")
        yield Row("   p99", percentile(taken, 0.99), "ms", 100)
        yield Row("   failures", failed, "", 0)


def _beside(attack: Attack, port: int, vault: Vault, victim: Vault) -> tuple[list[float], int]:
    given = (attack, port, victim.path, victim.auth)
    attacker = multiprocessing.get_context("spawn").Process(target=_attack, args=given)
    attacker.start()
    time.sleep(2)  # Nothing tells when a siege stands.
    taken, failed, until = [], 0, time.monotonic() + ATTACK_SECONDS - 3
    while time.monotonic() < until:
        try:
            taken.append(_timed(lambda: _visit(port, vault)))
        except OSError:
            failed += 1
    attacker.join()
    return taken or [float("inf")], failed


def _visit(port: int, vault: Vault) -> None:
    wire = Wire(port)
    wire.timed("GET", "/healthz")
    vault.push(wire, batch(1))
    wire.timed("GET", f"{vault.path}/changes?after=0&limit=1", auth=vault.auth)
    wire.close()


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def _attack(attack: Attack, port: int, path: str, auth: str) -> None:
    """Attack until the time is up, with whatever fails."""
    end = Thread(target=lambda: (time.sleep(ATTACK_SECONDS), os._exit(0)), daemon=True)
    end.start()
    while True:
        with suppress(OSError):
            attack(port, path, auth)


def _connect(port: int, address: str) -> socket.socket:
    wire = socket.socket()
    wire.bind((address, 0))
    wire.connect(("127.0.0.1", port))
    return wire


def _held(port: int, sent: bytes, count: int = CONNECTIONS) -> None:
    """Hold connections that have sent this, and open another one for each that ends."""
    held = [_connect(port, address) for address in islice(cycle(ADDRESSES), count)]
    for wire in held:
        with suppress(OSError):
            wire.sendall(sent)
    time.sleep(1)


def nobody(_port: int, _path: str, _auth: str) -> None:
    """Attack not at all."""
    time.sleep(1)


def idle(port: int, _path: str, _auth: str) -> None:
    """Hold connections that say nothing."""
    _held(port, b"")


def half_heads(port: int, _path: str, _auth: str) -> None:
    """Hold connections that never end their head."""
    _held(port, b"GET /healthz HTTP/1.1\r\nhost: here\r\nx: ")


def slow_bodies(port: int, path: str, auth: str) -> None:
    """Hold connections whose body does not come."""
    _held(port, _head(path, auth, 1000), 2000)


def unread(port: int, path: str, auth: str) -> None:
    """Ask for pages and read none."""
    ask = f"GET {path.removesuffix('/batch')}/changes HTTP/1.1\r\nhost: here\r\nauthorization: Bearer {auth}\r\n\r\n"
    _held(port, ask.encode(), 60)


def fields(port: int, path: str, auth: str) -> None:
    """Send bodies that used to cost half a second each, over one connection."""
    with _connect(port, ADDRESSES[0]) as wire:
        wire.sendall(_head(f"{path}", auth, len(FIELDS)) + FIELDS)
        wire.recv(4096)


def strangers(port: int, path: str, _auth: str) -> None:
    """Ask without a secret, as fast as it goes, over eight connections."""
    _all_at_once(lambda: _ask_on(port, _head(path, spelled(bytes(32)), 2) + b"{}"), 8)


def creations(port: int, _path: str, _auth: str) -> None:
    """Create vaults from many addresses, as fast as it goes, over eight connections."""
    body = json.dumps({"id": spelled(os.urandom(16)), "auth_hash": spelled(bytes(32))}).encode()
    head = (
        f"POST /api/v1/vaults HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    )
    _all_at_once(lambda: _ask_on(port, f"{head}\r\n\r\n".encode() + body), 8)


def _all_at_once(act: Callable[[], None], count: int) -> None:
    threads = [Thread(target=act, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _ask_on(port: int, request: bytes) -> None:
    with suppress(OSError), _connect(port, ADDRESSES[os.getpid() % len(ADDRESSES)]) as wire:
        while True:
            wire.sendall(request)
            wire.recv(4096)


def _head(path: str, auth: str, length: int) -> bytes:
    lines = [f"POST {path}/batch HTTP/1.1", "host: here", "content-type: application/json"]
    return "\r\n".join([*lines, f"authorization: Bearer {auth}", f"content-length: {length}", "", ""]).encode()


ATTACKS: dict[str, Attack] = {
    "nobody attacks": nobody,
    f"{CONNECTIONS:,} idle connections": idle,
    f"{CONNECTIONS:,} heads that never end": half_heads,
    "2,000 bodies that do not come": slow_bodies,
    "answers that nobody reads": unread,
    "bodies of 80,000 unknown fields": fields,
    "8 strangers, as fast as they can": strangers,
    "8 that create vaults, as fast as they can": creations,
}
