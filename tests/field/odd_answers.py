"""Whatever may answer in the server's place: sign-in pages, filters, proxies, other services, and half of a success."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from interview_exit.sync.errors import ERRORS
from tests.client.line import Answer, Asked, Deliver, Meddle
from tests.support.sealing import some_id

HTML = b"<!doctype html><title>Wi-Fi</title><form action=/login><input name=room></form>"
PAGE = {"content-type": "text/html; charset=utf-8"}
JSON = {"content-type": "application/json"}
SIGN_IN, GATEWAY, NOT_OURS, LIMIT = "sign-in", "gateway", "not-ours", "proxy-limit"
STATUSES = {
    NOT_OURS: (200, 201, 202, 203, 206, 226, 299, 400, 403, 404, 405, 408, 409, 410, 415, 421, 422, 429, 451),
    # No 407: browsers hand no page one that comes from a server.
    SIGN_IN: (401, 511),
    GATEWAY: (500, 502, 503, 504, 507, 520),
    LIMIT: (413,),
}
SERVICES: tuple[object, ...] = (
    {},
    [],
    None,
    "ok",
    7,
    True,
    {"status": "ok"},
    {"detail": "Not Found"},
    {"error": {"code": "vault_gone", "detail": "gone"}},
    {"code": 410, "detail": "gone"},
    {"code": "not found", "detail": "nothing there"},
    {"code": "vault_gone"},
    {"code": "toString", "detail": ""},
    {"code": "__proto__", "detail": ""},
    {"seq": 3},
    {"epoch": "short", "seq": 3},
)


class Odd(NamedTuple):
    """One answer that is none of the server's, and what people are told of it."""

    name: str
    answer: Answer
    told: str


def odd_answers() -> Iterator[Odd]:
    """Yield every kind of answer by something else."""
    for told, statuses in STATUSES.items():
        for status in statuses:
            yield Odd(f"{status} HTML", Answer(status, HTML, PAGE), told)
            yield Odd(f"{status} empty", Answer(status, b""), told)
    for body in SERVICES:
        yield Odd(f"200 {body}", Answer(200, json.dumps(body).encode(), JSON), NOT_OURS)
        yield Odd(f"404 {body}", Answer(404, json.dumps(body).encode(), JSON), NOT_OURS)
    for status in (301, 302, 303, 307, 308):
        yield Odd(f"{status}", Answer(status, b"", {"location": "/client/sync/engine.js"}), SIGN_IN)
    yield from under_another_status()


def under_another_status() -> Iterator[Odd]:
    """Yield our own errors under statuses that they never have: somebody's copy, cache or gateway."""
    for code in ("vault_gone", "vault_unknown", "unauthorized", "vault_exists", "epoch_changed", "vault_full"):
        body = json.dumps({"code": code, "detail": "", "epoch": some_id()}).encode()
        for status in {200, 201, 400, 403, 404, 409, 410} - {ERRORS[code][0]}:
            yield Odd(f"{status} {code}", Answer(status, body, JSON), NOT_OURS)


def instead(of: str, answer: Answer) -> Meddle:
    """Put an answer in the place of the server's, which hears nothing of the request."""

    def meddle(asked: Asked, deliver: Deliver) -> Answer:
        return answer if asked.what == of else deliver(asked)

    return meddle
