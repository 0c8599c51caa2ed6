"""HTTP/1.1 over a plain socket: so little of its own that what is measured is the server."""

import hashlib
import json
import secrets
import socket
import time
from base64 import urlsafe_b64encode

RECORD_BYTES = 512


def spelled(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def some_id() -> str:
    """Return a fresh id."""
    return spelled(secrets.token_bytes(16))


def batch(records: int) -> bytes:
    """Return the body of a push of fresh records."""
    puts = [{"id": some_id(), "blob": spelled(secrets.token_bytes(RECORD_BYTES))} for _ in range(records)]
    return json.dumps({"puts": puts}).encode()


class Wire:
    """One kept connection; each request waits for its answer."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest = b""

    def ask(self, method: str, path: str, body: bytes = b"", auth: str = "") -> tuple[int, bytes]:
        """Return an answer's status and body."""
        head = [f"{method} {path} HTTP/1.1", "host: here", f"content-length: {len(body)}"]
        head += ["content-type: application/json"] if body else []
        head += [f"authorization: Bearer {auth}"] if auth else []
        self._socket.sendall("\r\n".join([*head, "", ""]).encode() + body)
        return self._answer()

    def timed(self, method: str, path: str, body: bytes = b"", auth: str = "") -> float:
        """Return how many milliseconds a request takes that must succeed."""
        start = time.perf_counter()
        status, answer = self.ask(method, path, body, auth)
        passed = time.perf_counter() - start
        if status >= 300:
            raise RuntimeError(f"{method} {path}: {status} {answer[:200]!r}")
        return 1000 * passed

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _answer(self) -> tuple[int, bytes]:
        while b"\r\n\r\n" not in self._rest:
            self._receive()
        head, _, self._rest = self._rest.partition(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line[15:])
        while len(self._rest) < length:
            self._receive()
        body, self._rest = self._rest[:length], self._rest[length:]
        return int(head[9:12]), body

    def _receive(self) -> None:
        received = self._socket.recv(1 << 20)
        if not received:
            raise ConnectionError("the server hung up")
        self._rest += received


class Vault:
    """A vault, and how to speak to it."""

    def __init__(self, wire: Wire) -> None:
        self.id, self._secret = some_id(), secrets.token_bytes(32)
        self.auth = spelled(self._secret)
        self.path = f"/api/v1/vaults/{self.id}"
        body = {"id": self.id, "auth_hash": spelled(hashlib.sha256(self._secret).digest())}
        wire.timed("POST", "/api/v1/vaults", json.dumps(body).encode())

    def push(self, wire: Wire, body: bytes) -> float:
        """Push, and return the milliseconds it took."""
        return wire.timed("POST", f"{self.path}/batch", body, self.auth)

    def fill(self, wire: Wire, records: int) -> None:
        """Push so many records."""
        for start in range(0, records, 200):
            self.push(wire, batch(min(200, records - start)))

    def pull(self, wire: Wire, after: int) -> tuple[int, bool]:
        """Pull a page, and return the cursor and whether there is more."""
        status, body = wire.ask("GET", f"{self.path}/changes?after={after}", auth=self.auth)
        if status != 200:
            raise RuntimeError(f"pull: {status} {body[:200]!r}")
        page = json.loads(body)
        return page["cursor"], page["more"]

    def pull_nothing(self, wire: Wire, after: int) -> float:
        """Return the milliseconds of a pull with nothing new."""
        return wire.timed("GET", f"{self.path}/changes?after={after}", auth=self.auth)
