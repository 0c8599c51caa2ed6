"""A proxy that takes no large request: it says so, breaks the connection, or passes on only a part."""

import http.client
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import Literal
from urllib.parse import urlsplit

import pytest

from tests.support.prompt import PromptHandler

How = Literal["refuse", "forbid", "reset", "cut", "truncate"]
Limited = Callable[[dict[str, str], int, How], "BodyLimit"]
REFUSALS = {
    "refuse": (413, b"<html><h1>413 Request Entity Too Large</h1></html>"),
    "forbid": (403, b"<html>Your company has blocked this request.</html>"),
}
LEFT_OUT = {"transfer-encoding", "connection", "content-length", "host", "accept-encoding"}


class BodyLimit(ThreadingHTTPServer):
    """The proxy; `url` is where to go, `bodies` the sizes of what it has passed on."""

    daemon_threads = True

    def __init__(self, targets: dict[str, str], most: int, how: How) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.targets, self.most, self.how = targets, most, how
        self.bodies: list[int] = []
        self.stopped = 0
        self.url = f"http://localhost:{self.server_port}"


class _Passing(PromptHandler):
    @property
    def proxy(self) -> BodyLimit:
        assert isinstance(self.server, BodyLimit)
        return self.server

    def pass_or_not(self) -> None:
        length = int(self.headers["content-length"] or 0)
        if length <= self.proxy.most:
            self.proxy.bodies.append(length)
            return self._pass_on(self.rfile.read(length))
        self.proxy.stopped += 1
        return getattr(self, f"_{self.proxy.how}")(length)

    do_GET = do_POST = do_PUT = do_DELETE = pass_or_not  # noqa: N815

    def _refuse(self, length: int) -> None:
        status, page = REFUSALS[self.proxy.how]
        self.rfile.read(length)
        self._say(status, page, {"content-type": "text/html"})

    _forbid = _refuse

    def _reset(self, _: int) -> None:
        self.rfile.read(self.proxy.most)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _cut(self, _: int) -> None:
        self.rfile.read(self.proxy.most)
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def _truncate(self, length: int) -> None:
        self._pass_on(self.rfile.read(length)[: self.proxy.most])

    def _pass_on(self, body: bytes) -> None:
        target = next(url for prefix, url in self.proxy.targets.items() if self.path.startswith(prefix))
        address = urlsplit(target)
        connection = http.client.HTTPConnection(address.hostname or "localhost", address.port, timeout=30)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in LEFT_OUT}
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        self._say(answer.status, answer.read(), dict(answer.getheaders()))
        connection.close()

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in LEFT_OUT:
                self.send_header(name, value)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


@contextmanager
def limiting(targets: dict[str, str], most: int, how: How) -> Iterator[BodyLimit]:
    """Stand before a site: `limiting({"/": site}, 100 * 1024, "refuse")`; further prefixes lead elsewhere."""
    proxy = BodyLimit(targets, most, how)
    Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()


@pytest.fixture
def limited_origin() -> Iterator[Limited]:
    """Put such a proxy before a site: `limited_origin({"/": site}, 100 * 1024, "reset").url`."""
    with ExitStack() as stack:
        yield lambda targets, most, how: stack.enter_context(limiting(targets, most, how))
