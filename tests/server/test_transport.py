"""An answer suits the way it came: TLS is asked for again only where it was, and nobody learns what the server runs."""

from dataclasses import replace
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Message

from interview_exit.server.transport import transport
from interview_exit.settings import load
from tests.support.coroutines import run

OURS = "127.0.0.1"
HSTS = "max-age=15552000"
CASES = [
    # Who asks, by which name, and what was the scheme; then what is sent.
    (OURS, "notes.example", ["https"], HSTS),
    (OURS, "notes.example:8443", ["HTTPS"], HSTS),
    (OURS, "notes.example", ["http, https"], HSTS),
    (OURS, "notes.example", ["http", "https"], HSTS),
    (OURS, "notes.example", ["https, http"], None),
    (OURS, "notes.example", ["http"], None),
    (OURS, "notes.example", [], None),
    (OURS, "notes.example", ["httpsx"], None),
    ("192.0.2.7", "notes.example", ["https"], None),
    ("", "notes.example", ["https"], None),
    (OURS, "localhost:8443", ["https"], None),
    (OURS, "notes.localhost", ["https"], None),
    (OURS, "192.0.2.1:443", ["https"], None),
    (OURS, "[2001:db8::1]:443", ["https"], None),
    (OURS, "[2001:db8::1]", ["https"], None),
    (OURS, "", ["https"], None),
]


def answered(client: str, host: str, forwarded: list[str], scheme: str = "http", **settings: int) -> Headers:
    """Return the headers of an answer to somebody."""
    sent: list[Any] = []
    headers = [(b"host", host.encode()), *[(b"x-forwarded-proto", word.encode()) for word in forwarded]]

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def ask() -> None:
        scope = {"type": "http", "path": "/", "method": "GET", "headers": headers, "scheme": scheme}
        app = transport(PlainTextResponse("", headers={"server": "loud/1.0"}), replace(load({}), **settings))
        await app(scope | ({"client": (client, 1)} if client else {"client": None}), receive, send)

    run(ask())
    return Headers(raw=sent[0]["headers"])


@pytest.mark.parametrize(("client", "host", "forwarded", "sent"), CASES)
def test_tls_is_asked_for_again_only_where_it_was(client: str, host: str, forwarded: list[str], sent: str) -> None:
    assert answered(client, host, forwarded).get("strict-transport-security") == sent


def test_a_server_with_a_certificate_of_its_own_needs_no_proxy() -> None:
    assert answered("192.0.2.7", "notes.example", [], scheme="https")["strict-transport-security"] == HSTS


def test_an_operator_can_decide_otherwise() -> None:
    assert "strict-transport-security" not in answered(OURS, "notes.example", ["https"], hsts_seconds=0)
    given = answered(OURS, "notes.example", ["https"], hsts_seconds=60)
    assert given["strict-transport-security"] == "max-age=60"


def test_the_server_does_not_say_what_it_runs() -> None:
    assert "server" not in answered(OURS, "notes.example", [])


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        *[(host, "/", 200) for host in ("notes.example", "NOTES.example:8443", "notes.example.", "[::1]:8000")],
        *[(host, "/", 421) for host in ("evil.example", "notes.example.evil.example", "127.0.0.1:8000", "")],
        *[("evil.example", path, 421) for path in ("/api/v2/vaults/x", "/healthz/", "/history/")],
        *[(host, "/healthz", 200) for host in ("127.0.0.1:8000", "evil.example", "")],
    ],
)
def test_a_server_that_has_been_given_names_goes_by_no_other(host: str, path: str, status: int) -> None:
    listed = replace(load({}), trusted_hosts=frozenset({"notes.example", "::1"}))
    for settings, expected in ((listed, status), (load({}), 200)):
        client = TestClient(transport(PlainTextResponse(""), settings))
        assert client.get(path, headers={"host": host}).status_code == expected
