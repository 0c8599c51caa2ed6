"""What a process counts of its own work, and a port that tells it to Prometheus: off by default, and for nobody else.

Counts only, and only by words of our own: kinds of requests, classes of answers, codes of refusals. No id, address or
size of one vault is in them. Written by hand, since the text is a few lines and the usual library would bring along
counts of the process that nobody has asked for, and files to share them by.
"""

import asyncio
from collections import Counter
from contextlib import suppress
from time import monotonic

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATIENCE_SECONDS = 5
HEAD_BYTES = 8192
ANSWER = "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n{text}"
TEXT = "text/plain; version=0.0.4; charset=utf-8"
HELP = {
    "uptime_seconds": ("gauge", "How long this process has been running."),
    "connections": ("gauge", "Connections that are open."),
    "answers_total": ("counter", "Answers, by kind of request and class of status."),
    "refusals_total": ("counter", "Answers that refuse, by code."),
    "pushed_records_total": ("counter", "Records that were put or erased, repeats included."),
}

_began = monotonic()
_counts: dict[str, Counter[str]] = {name: Counter() for name in HELP}


def answered(kind: str, status: int, code: str = "") -> None:
    """Count one answer."""
    _counts["answers_total"][f'{{kind="{kind}",status="{status // 100}xx"}}'] += 1
    if code:
        _counts["refusals_total"][f'{{code="{code}"}}'] += 1


def pushed(puts: int, erases: int) -> None:
    """Count what one batch had in it."""
    _counts["pushed_records_total"]['{what="put"}'] += puts
    _counts["pushed_records_total"]['{what="erase"}'] += erases


def told(connections: int) -> str:
    """Return all of it in the text format of Prometheus."""
    now = {"uptime_seconds": Counter({"": int(monotonic() - _began)}), "connections": Counter({"": connections})}
    lines = []
    for name, (kind, meaning) in HELP.items():
        lines += [f"# HELP interview_exit_{name} {meaning}", f"# TYPE interview_exit_{name} {kind}"]
        lines += [f"interview_exit_{name}{labels} {count}" for labels, count in sorted((_counts | now)[name].items())]
    return "\n".join([*lines, ""])


async def listen(host: str, port: int, connections: set[asyncio.Protocol]) -> asyncio.Server:
    """Tell it to whoever asks for /metrics there, one question a connection."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                asked = head.startswith((b"GET /metrics ", b"GET /metrics?"))
                status, text = ("200 OK", told(len(connections))) if asked else ("404 Not Found", "")
                kind = TEXT if asked else "text/plain"
                writer.write(ANSWER.format(status=status, kind=kind, size=len(text), text=text).encode())
                await writer.drain()
        writer.close()

    return await asyncio.start_server(answer, host, port, limit=HEAD_BYTES)


def counted(site: ASGIApp) -> ASGIApp:
    """Return what serves the site, with its answers counted."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered("site", message["status"])
            await send(message)

        await site(scope, receive, note)

    return serve
