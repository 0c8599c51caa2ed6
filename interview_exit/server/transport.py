"""What every answer says of the way it came, whichever app gave it: wrap the outermost one in `transport`.

Over TLS it asks the browser never to come without it again (HSTS). The server itself speaks plain HTTP, so it believes
the nearest proxy, if that is one of ours, and nobody else. Nothing is asked for `localhost` or a bare address: browsers
would keep to it for everything else that is ever served there, or pay no heed.
A request for another host than the operator has named is refused here, before anything else is done about it.
No answer names the server's software, whatever an app or its framework would say.
"""

from collections.abc import Container, Iterable
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interview_exit.routes import HEALTH
from interview_exit.settings import Settings

UNSAID: Final = {b"server", b"strict-transport-security"}
LOCAL: Final = "localhost"
OTHER_NAME: Final = PlainTextResponse("This server does not go by that name.\n", 421)


def transport(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Wrap an app so that its answers suit the way they came."""
    hsts = (b"strict-transport-security", f"max-age={settings.hsts_seconds}".encode())

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                lasting = settings.hsts_seconds > 0 and is_secure(scope, settings.proxies)
                message["headers"] = _with(message.get("headers", []), [hsts] if lasting else [])
            await send(message)

        if scope["type"] == "http" and not _is_ours(scope, settings.trusted_hosts):
            await OTHER_NAME(scope, receive, send_with_headers)
            return
        await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    return answer


def _is_ours(scope: Scope, names: Container[str]) -> bool:
    """Return whether a request names us, or asks for our health, which whoever watches may do by an address."""
    return not names or scope["path"] == HEALTH or name_of(Headers(scope=scope).get("host", "")) in names


def is_secure(scope: Scope, proxies: Container[str]) -> bool:
    """Return whether a browser came by TLS, and to a name that can keep to it."""
    headers = Headers(scope=scope)
    client = scope.get("client") or ("",)
    # Each proxy may add its own word behind those of the proxies, or liars, before it.
    forwarded = ",".join(headers.getlist("x-forwarded-proto")).rpartition(",")[2].strip().lower()
    by_tls = scope.get("scheme") == "https" or (client[0] in proxies and forwarded == "https")
    return by_tls and is_lasting(headers.get("host", ""))


def name_of(host: str) -> str:
    """Return the name in a Host header, without its port."""
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    return name.strip("[]").rstrip(".").lower()


def is_lasting(host: str) -> bool:
    """Return whether a Host header is a name of one's own."""
    name = name_of(host)
    try:
        ip_address(name)
    except ValueError:
        return bool(name) and name != LOCAL and not name.endswith(f".{LOCAL}")
    return False


def _with(given: Iterable[tuple[bytes, bytes]], added: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [header for header in given if header[0].lower() not in UNSAID] + added
