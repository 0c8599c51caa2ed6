"""An HTTP server in front of the site that passes everything on, unless it is told to answer something itself.

    with Front(site, answer=lambda asked: Answer(403) if asked.path.startswith("/api/") else None) as front:
        page.goto(front.url)

Websockets are passed on, too, once their opening request has been. Bodies stay as they are, compressed or not.
"""

import socket
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import urlsplit

from tests.support.prompt import PromptHandler

OF_ONE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Asked:
    """A request, without its body."""

    method: str
    path: str
    """Without the query."""
    headers: dict[str, str]
    """By their names in small letters."""


@dataclass(frozen=True)
class Answer:
    """What is answered in the site's place."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict[str, str])


class Hangup(Exception):  # noqa: N818, nobody hears of it
    """The connection is broken off without an answer."""


class Front:
    """The server; `url` is where to browse, `asked` all that was asked, whoever answered it."""

    def __init__(self, target: str, answer: Callable[[Asked], Answer | None] = lambda _: None) -> None:
        self.target = urlsplit(target)
        self.answer = answer
        self.asked: list[Asked] = []
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.front = self

    @property
    def url(self) -> str:
        """Return the origin; service workers want `localhost` or HTTPS."""
        return f"http://localhost:{self._server.server_port}"

    @property
    def paths(self) -> list[str]:
        """Return the paths that were asked for."""
        return [asked.path for asked in self.asked]

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class Server(ThreadingHTTPServer):
    """A server that knows what it stands in front of."""

    daemon_threads = True
    request_queue_size = 64
    front: Front

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, as the base class has it
        """Stay silent: a browser that closes a page breaks its connections off."""


class Handler(PromptHandler):
    """Answers, or asks the site."""

    def handle_any(self) -> None:
        """Answer a request of any method."""
        front = cast("Server", self.server).front
        asked = Asked(
            self.command, self.path.partition("?")[0], {name.lower(): value for name, value in self.headers.items()}
        )
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        front.asked.append(asked)
        try:
            own = front.answer(asked)
        except Hangup:
            self.close_connection = True
            return
        if own:
            self._send(own.status, list(own.headers.items()), own.body)
        elif "upgrade" in asked.headers:
            self._tunnel(front)
        else:
            self._pass_on(front, body)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = handle_any  # noqa: N815, the base class calls them that

    def _pass_on(self, front: Front, body: bytes) -> None:
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OF_ONE_CONNECTION}
        with closing(HTTPConnection(front.target.hostname or "localhost", front.target.port, timeout=30)) as site:
            site.request(self.command, self.path, body or None, headers)
            answer = site.getresponse()
            status, given, content = answer.status, answer.getheaders(), answer.read()
        self._send(status, given, content)

    def _send(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in OF_ONE_CONNECTION:
                self.send_header(name, value)
        if status not in {204, 304}:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def _tunnel(self, front: Front) -> None:
        self.close_connection = True
        with socket.create_connection((front.target.hostname or "localhost", front.target.port or 80)) as site:
            site.sendall(f"{self.requestline}\r\n{self.headers}".encode())
            back = Thread(target=_pump, args=(site, self.connection), daemon=True)
            back.start()
            _pump(self.connection, site)
            back.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
