"""Answers carry the caching rules and protections that are no part of a page."""

import urllib.request
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message

from interview_exit.pwa import headers
from interview_exit.pwa.headers import COMPILED_ONCE, FOR_EVER, cache_rule
from tests.support.coroutines import run

RULES = [
    ("/assets/root-abc.js", 200, FOR_EVER),
    ("/assets/root-abc.js", 304, FOR_EVER),
    ("/assets/gone-abc.js", 404, "no-cache"),
    ("/sw.js", 200, "public, max-age=86400"),
    ("/sw.js", 404, "no-cache"),
    ("/", 200, "no-cache"),
    ("/icons/notes/any-192.png", 200, "no-cache"),
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


def test_the_site_does_not_vary_by_who_asks() -> None:
    """WebKit would else ask the network for the worker at every start."""
    given = answered("/sw.js", vary="Accept-Encoding, Origin, Origin", **{"access-control-allow-origin": "x"})
    assert given["vary"] == "Accept-Encoding"
    assert "access-control-allow-origin" not in given
    assert "vary" not in answered("/", vary="Origin")


def test_an_api_varies_as_it_likes() -> None:
    assert answered("/api/v1/x", vary="Origin")["vary"] == "Origin"


def test_the_served_app_carries_them_last_of_all(site: str) -> None:
    """As the outermost layer: Reflex adds headers of its own to what an `api_transformer` returns."""
    with urllib.request.urlopen(f"{site}/sw.js") as answer:
        assert answer.headers.get_all("vary") in (["Accept-Encoding"], None)
        assert answer.headers["cache-control"] == "public, max-age=86400"
