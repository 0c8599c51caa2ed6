"""A wire between browser and site that counts every byte and can be cut.

Browsers' own counters miss what a service worker or a navigation sends; a wire does not.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread
from urllib.parse import urlsplit

import pytest


class Wire:
    """A TCP proxy on a port of its own; `said` is all that the browser has sent."""

    def __init__(self, target: str) -> None:
        address = urlsplit(target)
        self._target = (address.hostname or "localhost", address.port or 80)
        self._open: list[socket.socket] = []
        self._lock = Lock()
        self.sent = self.received = self.connections = 0
        self.said = bytearray()
        self.port = 0
        self.restore()

    @property
    def url(self) -> str:
        """Return the origin; service workers want `localhost` or HTTPS."""
        return f"http://localhost:{self.port}"

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return bytes sent by the browser, bytes received by it, and connections made."""
        return self.sent, self.received, self.connections

    def cut(self) -> None:
        """Refuse new connections and break those there are."""
        _close(self._listener)
        with self._lock:
            for end in self._open:
                _close(end)
            self._open.clear()

    def restore(self) -> None:
        """Mend the wire, on the same port."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                browser, _ = listener.accept()
                self._connect(browser)

    def _connect(self, browser: socket.socket) -> None:
        site = socket.create_connection(self._target)
        for end in (browser, site):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self.connections += 1
            self._open += [browser, site]
        Thread(target=self._pump, args=(browser, site, "sent"), daemon=True).start()
        Thread(target=self._pump, args=(site, browser, "received"), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, counter: str) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                with self._lock:
                    setattr(self, counter, getattr(self, counter) + len(data))
                    if counter == "sent":
                        self.said += data
                sink.sendall(data)
        _close(source)
        _close(sink)


def _close(end: socket.socket) -> None:
    # close() alone leaves a thread waiting in recv() for ever, and one in accept() to take one more connection.
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def unplugged(wire: Wire) -> Iterator[None]:
    """Be without the site for a while."""
    wire.cut()
    yield
    wire.restore()


@pytest.fixture
def counting_proxy(site: str) -> Iterator[Wire]:
    """The site behind a wire: browse `counting_proxy.url`, compare `counting_proxy.counts`."""
    wire = Wire(site)
    yield wire
    wire.cut()
