"""Answers carry the caching rules and protections that are no part of a page."""

import urllib.request
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message

from interview_exit.pwa.headers import COMPILED_ONCE, FOR_EVER, cache_rule, headers
from tests.support.coroutines import run

STRANGER = {
    "Origin": "https://evil.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization",
}
RULES = [
    ("/assets/root-abc.js", 200, FOR_EVER),
    ("/assets/root-abc.js", 304, FOR_EVER),
    ("/assets/gone-abc.js", 404, "no-cache, no-transform"),
    ("/sw.js", 200, "public, max-age=86400, no-transform"),
    ("/sw.js", 404, "no-cache, no-transform"),
    ("/", 200, "no-cache, no-transform"),
    ("/icons/notes/any-192.png", 200, "no-cache, no-transform"),
    ("/api/v1/vaults", 200, "no-store"),
]


@pytest.mark.parametrize(("path", "status", "rule"), RULES)
def test_how_long_an_answer_may_be_kept(path: str, status: int, rule: str) -> None:
    assert cache_rule(path, status, ("/api/",)) == rule


def answered(path: str, **own: str) -> Headers:
    """Return the headers of an answer that brings some of its own."""
    sent: list[Any] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def ask() -> None:
        scope = {"type": "http", "path": path, "method": "GET", "headers": []}
        await headers(PlainTextResponse("", headers=own))(scope, receive, send)

    run(ask())
    return Headers(raw=sent[0]["headers"])


def test_every_answer_is_protected() -> None:
    given = answered("/history")
    assert given["x-content-type-options"] == "nosniff"
    assert given["referrer-policy"] == "no-referrer"
    assert given["cross-origin-opener-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in given["content-security-policy"]
    assert "microphone=()" in given["permissions-policy"]


def test_the_worker_may_fetch_from_here_and_nothing_else() -> None:
    assert answered("/sw.js")["content-security-policy"] == "default-src 'none'; connect-src 'self'"


def test_modules_are_labelled_so_that_they_are_compiled_once_and_nothing_else_is() -> None:
    assert answered("/assets/root-abc.js")["content-type"] == COMPILED_ONCE
    for path in ("/assets/root-abc.css", "/sw.js", "/"):
        assert answered(path)["content-type"] == "text/plain; charset=utf-8"


def test_what_an_answer_says_itself_is_kept() -> None:
    assert answered("/api/v1/x", **{"cache-control": "private"})["cache-control"] == "private"


def test_the_served_app_varies_by_nothing_but_how_an_answer_is_packed(site: str) -> None:
    """WebKit would else ask the network for the worker at every start, and a cache not find what a page has loaded."""
    for path in ("/sw.js", "/", "/api/v1/openapi.json"):
        with urllib.request.urlopen(urllib.request.Request(f"{site}{path}", headers={"Origin": site})) as answer:
            assert answer.headers.get_all("vary") in (["Accept-Encoding"], None)


@pytest.mark.parametrize(
    "path", ["/", "/sw.js", "/assets/", "/_event/", "/_upload", "/ping", "/api/v1/vaults", "/healthz"]
)
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
def test_the_served_app_shares_nothing_with_another_origin(site: str, method: str, path: str) -> None:
    connection = HTTPConnection(urlsplit(site).netloc, timeout=10)
    connection.request(method, path, headers=STRANGER)
    answer = connection.getresponse()
    assert [name for name, _ in answer.getheaders() if name.lower().startswith("access-control-")] == []
    assert answer.status in ({200, 404, 405} if method == "GET" else {403, 404, 405})
    connection.close()
