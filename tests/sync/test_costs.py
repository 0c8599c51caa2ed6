"""No refusal costs much more than taking a good body of that size: it would be the way to stop the server."""

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings, target
from hypothesis import strategies as st

from interview_exit.sync.errors import Refused
from interview_exit.sync.wire import BATCH_BYTES, BATCH_ITEMS, parse_batch
from tests.sync.device import put, sealed

TIMES_A_GOOD_BODY = 6
"""What a bad one may cost. It was 60 at 100,000 unknown fields, and 45 at as many empty lists."""
GOOD = json.dumps({"puts": [put(blob=sealed(3800)) for _ in range(BATCH_ITEMS)]}).encode()
PIECES = [
    *(b"[],", b"{},", b"1,", b"null,", b"[", b'{"a":', b'"a",', b'"puts":0,', b'{"id":"x","blob":"y"},', b'{"id":1},'),
    *(b"A", b"9", b" ", b"\\u0041", b"\\ud83d\\ude00", b'\\"', b"\xc3\xa9", b"-_"),
]
HEADS = [
    b"",
    b"{",
    b"[",
    b'{"puts":[',
    b'{"puts":',
    b'{"puts":[{"id":"',
    b'{"puts":[{"',
    b'{"erases":[{"tag":"',
    b'{"epoch":"',
]
TAILS = [b"", b"}", b"]", b"]}", b"1]}", b'"puts":1}', b'"}]}', b'":1}]}', b'"}']


def seconds(body: bytes) -> float:
    """Return what it takes to take or refuse a body; the best of some, since others use this machine, too."""
    return min(_once(body) for _ in range(5))


def _once(body: bytes) -> float:
    start = time.perf_counter()
    with suppress(Refused):
        parse_batch(body)
    return time.perf_counter() - start


def filled(head: bytes, piece: bytes, tail: bytes, size: int = BATCH_BYTES) -> bytes:
    return head + piece * ((size - len(head) - len(tail)) // len(piece)) + tail


def fields(count: int) -> bytes:
    return b",".join(b'"k%d":1' % number for number in range(count))


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"{" + fields(90_000) + b"}",
        lambda: b"{" + fields(1_900) + b"}",
        lambda: b'{"puts":[{' + fields(1_900) + b"}]}",
        lambda: b'{"puts":[' + b",".join([b"{" + fields(9) + b"}"] * 190) + b"]}",
        lambda: filled(b'{"puts":[', b"[],", b"[]]}"),
        lambda: json.dumps({"puts": [put(blob="A" * 5100 + "!") for _ in range(BATCH_ITEMS)]}).encode(),
    ],
)
def test_worst_bodies_known_cost_no_more_than_some_good_ones(make: Callable[[], bytes]) -> None:
    assert seconds(make()) < TIMES_A_GOOD_BODY * seconds(GOOD)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    head=st.sampled_from(HEADS),
    piece=st.lists(st.sampled_from(PIECES), min_size=1, max_size=3),
    tail=st.sampled_from(TAILS),
)
def test_no_body_that_is_looked_at_costs_many_good_ones(head: bytes, piece: list[bytes], tail: bytes) -> None:
    """The search goes where it takes longest."""
    cost = seconds(filled(head, b"".join(piece), tail)) / seconds(GOOD)
    target(cost)
    assert cost < TIMES_A_GOOD_BODY
