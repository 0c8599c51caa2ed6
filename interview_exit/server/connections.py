"""Open connections: how many, from whom, and how long each may wait, send its head, or leave an answer unread.

A connection costs its sender nothing, so whoever holds a thousand of them must not keep the next person out. What is
over a limit makes room at its own expense: an address that has too many loses the one that has waited longest, and
when all places are taken, so does whoever waits longest of all. A request in progress is never cut off for another.

The addresses of trusted proxies stand for all their clients, so only the limit on all connections counts for them.
"""

import asyncio
import socket
import sys
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from termios import TIOCOUTQ
from typing import Any, Final, cast

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from interview_exit.server.addresses import network
from interview_exit.settings import Settings

REFUSALS: Final = {
    400: b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    431: b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
}


class HeadTooLarge(Exception):  # noqa: N818 - an answer, and no error of ours
    """A request's address and header fields are longer than any client of ours sends."""


@dataclass
class Address:
    """One subscriber's connections; those that wait for a request, longest first."""

    open: int = 0
    waiting: "OrderedDict[GuardedConnection, None]" = field(default_factory=OrderedDict["GuardedConnection", None])


class OpenConnections(ServerState):
    """All connections of one server process.

    Args:
        settings: How many there may be, in all and from one address, and which addresses are proxies.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._addresses: dict[str, Address] = {}
        self._waiting: OrderedDict[GuardedConnection, None] = OrderedDict()
        self._unread: OrderedDict[GuardedConnection, int] = OrderedDict()

    def enter(self, connection: "GuardedConnection") -> bool:
        """Count a new connection; return whether there is a place for it, made where needed."""
        address = self._addresses.setdefault(connection.address, Address())
        address.open += 1
        limits = self.settings
        if address.open > limits.connections_per_address and not connection.is_proxy:
            return self._make_room(address.waiting)
        return len(self.connections) <= limits.connections or self._make_room(self._waiting)

    def leave(self, connection: "GuardedConnection") -> None:
        """Count a connection no more."""
        self.busy(connection)
        self.read(connection)
        address = self._addresses[connection.address]
        address.open -= 1
        if not address.open:
            del self._addresses[connection.address]

    def wait(self, connection: "GuardedConnection") -> None:
        """Note that a connection has nothing to do until its next request is there."""
        self._waiting[connection] = self._addresses[connection.address].waiting[connection] = None

    def busy(self, connection: "GuardedConnection") -> None:
        """Note that a connection has a request."""
        self._waiting.pop(connection, None)
        self._addresses[connection.address].waiting.pop(connection, None)

    def unread(self, connection: "GuardedConnection", size: int) -> None:
        """Note that an answer waits to be read; whoever has let one wait longest makes room for it."""
        self._unread[connection] = size
        while sum(self._unread.values()) > self.settings.unread_bytes:
            self._unread.popitem(last=False)[0].drop()

    def read(self, connection: "GuardedConnection") -> None:
        """Note that an answer waits no more."""
        self._unread.pop(connection, None)

    def _make_room(self, waiting: "OrderedDict[GuardedConnection, None]") -> bool:
        if not waiting:
            return False
        longest = next(iter(waiting))
        self.busy(longest)
        longest.drop()
        return True


class GuardedConnection(HttpToolsProtocol):
    """One connection, with a deadline for whatever its client has to do next."""

    def __init__(self, config: Config, server_state: OpenConnections, app_state: dict[str, Any], **given: Any) -> None:  # noqa: ANN401, as uvicorn has it
        super().__init__(config, server_state, app_state, **given)
        self.open = server_state
        self.address, self.is_proxy = "", False
        self._head_deadline: asyncio.TimerHandle | None = None
        self._send_deadline: asyncio.TimerHandle | None = None
        self._head_bytes = self._head_fields = 0
        self._in_head = self._too_large = False

    def drop(self) -> None:
        """End it at once, whatever is on its way."""
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Find a place, or hang up."""
        super().connection_made(transport)
        peer = self.client[0] if self.client else ""
        self.address, self.is_proxy = network(peer), peer in self.open.settings.proxies
        _give_up_on_silence(transport, self.open.settings.idle_seconds)
        if not self.open.enter(self):
            self.drop()
            return
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._head_is_there()
        self.resume_writing()
        self.open.leave(self)
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what has come; between two requests it must be the beginning of a head."""
        # Uvicorn begins with none, whatever type it gives it.
        cycle = cast("RequestResponseCycle | None", self.cycle)
        if self._head_deadline is None and (cycle is None or cycle.response_complete):
            self._expect_head()
        super().data_received(data)

    def on_message_begin(self) -> None:
        """Count a head from its beginning."""
        self._head_bytes = self._head_fields = 0
        self._in_head = True
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        """Take a piece of the address."""
        self._count_head(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header field."""
        self._head_fields += 1
        self._count_head(name, value)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Begin to answer."""
        self._in_head = False
        self._head_is_there()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, unless the client still sends what nobody asked for."""
        super().on_response_complete()
        if self.cycle.more_body and not self.pipeline:
            self.transport.close()
        elif self._in_head:
            # It came together with the request before.
            self._unset_keepalive_if_required()
            self._expect_head()
        elif not (self.pipeline or self.transport.is_closing()):
            self.open.wait(self)

    def pause_writing(self) -> None:
        """Look after an answer that its client does not take."""
        super().pause_writing()
        self._look_again()

    def resume_writing(self) -> None:
        """Go on, now that the client has taken it."""
        if self._send_deadline:
            self._send_deadline.cancel()
            self._send_deadline = None
        self.open.read(self)
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse in a few bytes what is no HTTP; uvicorn's own answer names the server's software."""
        del msg
        self.transport.write(REFUSALS[431 if self._too_large else 400])
        self.transport.close()

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing: anybody may ask for an upgrade, as often as they like."""

    def _expect_head(self) -> None:
        self.open.wait(self)
        self._head_deadline = self.loop.call_later(self.open.settings.head_seconds, self.drop)

    def _head_is_there(self) -> None:
        self.open.busy(self)
        if self._head_deadline:
            self._head_deadline.cancel()
            self._head_deadline = None

    def _count_head(self, *parts: bytes) -> None:
        self._head_bytes += sum(map(len, parts))
        if self._head_bytes > self.open.settings.head_bytes or self._head_fields > self.open.settings.head_fields:
            self._too_large = True
            raise HeadTooLarge

    def _look_again(self) -> None:
        self.open.unread(self, self.transport.get_write_buffer_size())
        self._send_deadline = self.loop.call_later(self.open.settings.unread_seconds, self._look, _left(self.transport))

    def _look(self, before: int) -> None:
        if before - _left(self.transport) < self.open.settings.read_bytes:
            self.drop()
        else:
            self._look_again()


def _left(transport: asyncio.Transport) -> int:
    """Return how many bytes of what was written its client has not taken, those included that the kernel has taken.

    The kernel may hold megabytes, and asks for more only once a third of them is gone.
    """
    waiting, end = transport.get_write_buffer_size(), transport.get_extra_info("socket")
    with suppress(OSError):
        return waiting + int.from_bytes(ioctl(end.fileno(), TIOCOUTQ, bytes(4)), sys.byteorder)
    return waiting


def _give_up_on_silence(transport: asyncio.Transport, seconds: int) -> None:
    """Let the kernel drop what it has already taken from us and nobody fetches; only Linux can."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    end = transport.get_extra_info("socket")
    if option is not None and end is not None:
        with suppress(OSError):
            end.setsockopt(socket.IPPROTO_TCP, option, 1000 * seconds)
