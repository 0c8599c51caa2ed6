"""Response headers of a built site: wrap the ASGI app that serves it in `headers`. Nothing of Reflex is loaded here.

Caching: files whose name holds a hash of their content are kept for ever; the worker for a day, so that a page
opened again within it needs no network to find that there is no newer one; everything else is asked for again,
cheaply, by its ETag. Answers of an API set their own rule and are otherwise not stored. Nobody on the way may minify
or amend a file: the worker would refuse it by its hash.
Scripts that the worker keeps: Chromium compiles them once and keeps that, too, but runs a module from it only if it
can't compile it while it arrives, off the main thread (as of 156). So modules name a charset that it does not know how
to do that for; they are UTF-8 for every browser, whatever they name (HTML, "fetch a single module script").
Protection: the directives that a page's `<meta>` can't carry, and those that have no `<meta>` at all. No answer is
meant for another origin, and none varies by who asks: a browser's HTTP cache could not use a script that a page loaded
when the worker asks for it, and WebKit not even the worker's own.
"""

from collections.abc import Mapping, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interview_exit.pwa.names import HASHED, WORKER, WORKER_MAX_AGE_SECONDS

FOR_EVER = "public, max-age=31536000, immutable, no-transform"
WORKER_RULE = f"public, max-age={WORKER_MAX_AGE_SECONDS}, no-transform"
ASK_AGAIN = "no-cache, no-transform"
NOT_STORED = "no-store"
FOUND = (200, 206, 304)
COMPILED_ONCE = "text/javascript; charset=iso-8859-15"

DENIED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
PROTECTION = {
    b"content-security-policy": b"frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": ", ".join(f"{feature}=()" for feature in DENIED.split()).encode(),
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}
# A worker obeys the policy that its own script came with: it may fetch from here and do nothing else.
WORKER_POLICY = "default-src 'none'; connect-src 'self'"


def headers(app: ASGIApp, network_only: Sequence[str] = ("/api/",)) -> ASGIApp:
    """Wrap an ASGI app so that its answers carry these headers.

    Args:
        app: What serves the built site.
        network_only: Path prefixes of APIs, whose answers no cache may keep.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message["headers"] = list(message.get("headers", ()))
                _complete(MutableHeaders(raw=given), scope["path"], message["status"], tuple(network_only))
                _add(given, PROTECTION)
            await send(message)

        await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    return answer


def cache_rule(path: str, status: int, network_only: tuple[str, ...]) -> str:
    """Return how long an answer may be kept."""
    if path.startswith(network_only):
        return NOT_STORED
    if status in FOUND and path.startswith(HASHED):
        return FOR_EVER
    return WORKER_RULE if status in FOUND and path == WORKER else ASK_AGAIN


def _complete(given: MutableHeaders, path: str, status: int, network_only: tuple[str, ...]) -> None:
    """Add what the answer does not say itself."""
    given.setdefault("cache-control", cache_rule(path, status, network_only))
    if path.startswith(HASHED) and path.endswith(".js") and status in FOUND:
        given["content-type"] = COMPILED_ONCE
    if path == WORKER:
        given.setdefault("content-security-policy", WORKER_POLICY)


def _add(given: list[tuple[bytes, bytes]], usual: Mapping[bytes, bytes]) -> None:
    """Add what is not there; of every answer, so it takes no detour by strings."""
    names = {name.lower() for name, _ in given}
    given += [pair for pair in usual.items() if pair[0] not in names]
