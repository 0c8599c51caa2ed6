"""Response headers: make the app a `PwaApp` instead of an `rx.App`, or wrap any ASGI app in `headers`.

Reflex lets every answer vary by the asking page's origin, for its API's sake. A browser's HTTP cache then can't use a
script that a page loaded when the worker asks for it, and WebKit not even the worker's own script: it would ask the
network for that at every start. The built site is for its own origin only, so its answers don't vary by it.
`PwaApp` wraps what Reflex has wrapped itself; as an `api_transformer` this would come too early.

Caching: files whose name holds a hash of their content are kept for ever; the worker for a day, so that a page
opened again within it needs no network to find that there is no newer one; everything else is asked for again,
cheaply, by its ETag. Answers of an API set their own rule and are otherwise not stored.
Scripts that the worker keeps: Chromium compiles them once and keeps that, too, but runs a module from it only if it
can't compile it while it arrives, off the main thread (as of 156). So modules name a charset that it does not know how
to do that for; they are UTF-8 for every browser, whatever they name (HTML, "fetch a single module script").
Protection: the directives that a page's `<meta>` can't carry, and those that have no `<meta>` at all.
"""

from collections.abc import Sequence

import reflex as rx
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interview_exit.pwa.names import HASHED, REFLEX_ENDPOINTS, WORKER, WORKER_MAX_AGE_SECONDS

FOR_EVER = "public, max-age=31536000, immutable"
WORKER_RULE = f"public, max-age={WORKER_MAX_AGE_SECONDS}"
ASK_AGAIN = "no-cache"
NOT_STORED = "no-store"
FOUND = (200, 206, 304)
COMPILED_ONCE = "text/javascript; charset=iso-8859-15"

DENIED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
PROTECTION = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in DENIED.split()),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
FOR_OTHER_ORIGINS = ("access-control-allow-origin", "access-control-allow-credentials")
# A worker obeys the policy that its own script came with: it may fetch from here and do nothing else.
WORKER_POLICY = "default-src 'none'; connect-src 'self'"


class PwaApp(rx.App):
    """A Reflex app whose answers carry these headers."""

    def __call__(self) -> ASGIApp:
        """Return the app to serve."""
        return headers(super().__call__())


def headers(app: ASGIApp, network_only: Sequence[str] = (*REFLEX_ENDPOINTS, "/api/")) -> ASGIApp:
    """Wrap an ASGI app so that its answers carry these headers.

    Args:
        app: What serves the built site.
        network_only: Path prefixes of APIs, whose answers no cache may keep.
    """

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(MutableHeaders(scope=message), scope["path"], message["status"], tuple(network_only))
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
    """Add what the answer does not say itself, and drop what is meant for other origins."""
    given.setdefault("cache-control", cache_rule(path, status, network_only))
    if path.startswith(HASHED) and path.endswith(".js") and status in FOUND:
        given["content-type"] = COMPILED_ONCE
    if path == WORKER:
        given.setdefault("content-security-policy", WORKER_POLICY)
    for name, value in PROTECTION.items():
        given.setdefault(name, value)
    if not path.startswith(network_only):
        _keep_to_this_origin(given)


def _keep_to_this_origin(given: MutableHeaders) -> None:
    varied = [part.strip() for line in given.getlist("vary") for part in line.split(",")]
    others = dict.fromkeys(part for part in varied if part.lower() != "origin")
    for name in ("vary", *FOR_OTHER_ORIGINS):
        del given[name]
    if others:
        given["vary"] = ", ".join(others)
