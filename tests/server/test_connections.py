"""Connections that cost their sender nothing keep nobody else out, and each ends by itself."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.sync.conftest import migrate
from tests.sync.device import Device, put, sealed, some_id
from tests.sync.server import Server, serving

HEALTH = b"GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n"
STRANGER = "127.0.0.2"
"""Loopback has many addresses; the proxy that is trusted here has another one."""
PATIENCE_SECONDS = 10


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with few places, and little patience."""
    url = f"sqlite:///{tmp_path_factory.mktemp('few')}/sealed.db"
    migrate(url)
    limits = {"CONNECTIONS": "24", "CONNECTIONS_PER_ADDRESS": "8", "PROXIES": "127.0.0.1"}
    limits |= {"HEAD_SECONDS": "1", "IDLE_SECONDS": "2", "HEAD_BYTES": "8000", "HEAD_FIELDS": "20"}
    limits |= {"UNREAD_SECONDS": "2", "READ_BYTES": "200000", "UNREAD_BYTES": str(5 * 2**20)}
    limits |= {"REFUSED_BYTES": "100000"}
    with serving(url, workers=1, patience=True, **limits) as server:
        yield server


@pytest.fixture
def connect(server: Server) -> Iterator["Connect"]:
    """Open connections from any address of the loopback, all closed at the end."""
    with ExitStack() as stack:
        yield Connect(server.port, stack)


class Connect:
    """Opens connections."""

    def __init__(self, port: int, stack: ExitStack) -> None:
        self._port, self._stack = port, stack

    def __call__(self, address: str = STRANGER, sent: bytes = b"", buffer: int = 0) -> socket.socket:
        wire = self._stack.enter_context(socket.socket())
        wire.settimeout(PATIENCE_SECONDS)
        if buffer:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        wire.bind((address, 0))
        wire.connect(("127.0.0.1", self._port))
        wire.sendall(sent)
        return wire


def answered(wire: socket.socket) -> bool:
    """Return whether a connection gets an answer to a request."""
    try:
        wire.sendall(HEALTH)
        return wire.recv(12) == b"HTTP/1.1 200"
    except OSError:
        return False


def ended(wire: socket.socket) -> bool:
    """Return whether a connection has been closed, by whichever sign."""
    try:
        while wire.recv(65536):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


def test_one_address_has_so_many_places_and_loses_the_one_that_waited_longest(connect: Connect) -> None:
    first, *others = [connect() for _ in range(8)]
    assert answered(connect())
    assert ended(first)
    assert all(map(answered, others[1:]))


def test_a_request_in_progress_is_not_cut_off_for_another(connect: Connect, server: Server) -> None:
    with server.client() as client:
        device = Device(client)
        device.create()
    head = f"POST {device.path}/batch HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n"
    head += f"authorization: {device.auth['authorization']}\r\ncontent-length: 100\r\n\r\n"
    sending = [connect(sent=head.encode()) for _ in range(8)]
    time.sleep(0.2)  # Nothing tells when a head has been read.
    assert ended(connect())
    assert answered(connect("127.0.0.3"))
    for wire in sending:
        wire.sendall(b" " * 100)
        assert wire.recv(12) == b"HTTP/1.1 400"


def test_when_all_places_are_taken_whoever_waited_longest_makes_room(connect: Connect) -> None:
    idle = [connect(f"127.0.1.{number // 8}") for number in range(24)]
    assert answered(connect("127.0.0.3"))
    assert ended(idle[0])


def test_a_trusted_proxy_may_have_more_than_one_address(connect: Connect) -> None:
    assert all(map(answered, [connect("127.0.0.1") for _ in range(16)]))


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nx: y\r\n", HEALTH + b"GET"])
def test_a_head_that_does_not_come_is_not_waited_for(connect: Connect, sent: bytes) -> None:
    start = time.monotonic()
    assert ended(connect(sent=sent))
    assert time.monotonic() - start < PATIENCE_SECONDS / 2


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\n\r\n", b"HTTP/1.1 431"),
        (b"GET / HTTP/1.1\r\nx: " + b"a" * 9_000 + b"\r\n\r\n", b"HTTP/1.1 431"),
        (b"GET / HTTP/1.1\r\n" + b"x: y\r\n" * 21 + b"\r\n", b"HTTP/1.1 431"),
        (b"nonsense\r\n\r\n", b"HTTP/1.1 400"),
        (b"GET / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n", b"HTTP/1.1 400"),
    ],
)
def test_what_is_too_long_or_no_http_gets_a_few_bytes_that_name_no_software(
    connect: Connect, head: bytes, answer: bytes
) -> None:
    wire = connect(sent=head)
    said = wire.recv(4096)
    assert said.startswith(answer)
    assert b"server:" not in said.lower()
    assert said.endswith(b"\r\n\r\n")


def test_a_head_may_be_as_long_as_is_allowed(connect: Connect) -> None:
    assert connect(sent=HEALTH[:-2] + b"x: y\r\n" * 19 + b"\r\n").recv(12) == b"HTTP/1.1 200"


def test_a_body_nobody_asked_for_ends_the_connection_after_the_answer(connect: Connect) -> None:
    wire = connect(sent=b"GET /healthz HTTP/1.1\r\nhost: here\r\ncontent-length: 100000\r\n\r\nabc")
    assert wire.recv(12) == b"HTTP/1.1 200"
    assert ended(wire)


def test_a_connection_with_nothing_to_do_ends(connect: Connect) -> None:
    wire = connect()
    assert answered(wire)
    start = time.monotonic()
    assert ended(wire)
    assert 1 < time.monotonic() - start < PATIENCE_SECONDS / 2


def unread(connect: Connect, server: Server, count: int) -> list[socket.socket]:
    """Ask for long answers over as many connections, and read none of them."""
    with server.client() as client:
        device = Device(client)
        device.create()
        for _ in range(8):
            device.push(puts=[put(blob=sealed(64 * 1024)) for _ in range(11)])
    head = f"GET {device.path}/changes HTTP/1.1\r\nhost: here\r\nauthorization: {device.auth['authorization']}\r\n\r\n"
    return [connect(sent=head.encode() * 3, buffer=4096) for _ in range(count)]


def falls_to(server: Server, count: int) -> None:
    """Wait until so many connections are left."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while server.connections() > count:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_an_answer_that_nobody_reads_is_given_up(connect: Connect, server: Server) -> None:
    [wire] = unread(connect, server, 1)
    falls_to(server, 0)
    assert ended(wire)


@pytest.mark.parametrize(("a_second", "kept"), [(800_000, True), (30_000, False)])
def test_an_answer_that_is_read_too_slowly_is_given_up(
    connect: Connect, server: Server, a_second: int, *, kept: bool
) -> None:
    [wire] = unread(connect, server, 1)
    start, taken, enough = time.monotonic(), 0, 2.8 if kept else PATIENCE_SECONDS
    while server.connections() and (passed := time.monotonic() - start) < enough:
        if taken < a_second * passed:
            taken += len(wire.recv(16_384))
        else:
            time.sleep(0.01)
    assert bool(server.connections()) is kept


def test_when_waiting_answers_hold_too_much_the_one_that_waits_longest_is_given_up(
    connect: Connect, server: Server
) -> None:
    first, *others = unread(connect, server, 3)
    start = time.monotonic()
    falls_to(server, 2)
    assert time.monotonic() - start < 1.5
    assert ended(first)
    assert others


def test_of_a_refused_request_only_so_much_is_let_in(connect: Connect) -> None:
    head = f"POST /api/v1/vaults/{some_id()}/batch HTTP/1.1\r\nhost: here\r\ncontent-length: 1000000\r\n\r\n"
    wire = connect(sent=head.encode() + b"a" * 110_000)
    assert wire.recv(12) == b"HTTP/1.1 401"
    assert ended(wire)


def test_upgrades_are_answered_as_if_nobody_had_asked(connect: Connect, server: Server) -> None:
    upgrade = b"GET /healthz HTTP/1.1\r\nhost: here\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"
    assert connect(sent=upgrade).recv(12) == b"HTTP/1.1 200"
    assert server.log == ""


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_a_proxy_that_comes_by_ipv6_is_known_too(tmp_path: Path) -> None:
    """Its connections are all its clients': counted as one address's, the first would have to make room."""
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrate(url)
    with serving(url, HOST="::1", PROXIES="::1", CONNECTIONS_PER_ADDRESS="2") as server, ExitStack() as stack:
        first, *_ = [stack.enter_context(socket.create_connection(("::1", server.port))) for _ in range(4)]
        first.settimeout(5)
        with server.client() as client:
            client.get("/healthz").raise_for_status()
        first.sendall(b"GET /healthz HTTP/1.1\r\nHost: [::1]\r\n\r\n")
        assert first.recv(12) == b"HTTP/1.1 200"
