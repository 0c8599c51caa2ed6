"""Four devices write and one reads by cursor, over two processes: no reader ever steps over a change (section 12).

A server that hands out its numbers before the commit fails this within a second or two.
"""

import threading
from collections.abc import Iterator

import pytest

from tests.sync.device import Device, put, some_id
from tests.sync.server import Served, Server, serving

WRITERS = 4
PUSHES = 60
ITEMS = 5


@pytest.fixture(scope="module")
def server(url: str) -> Iterator[Server]:
    """Two processes on one database."""
    with serving(url, workers=2) as server:
        yield server


def write(server: Served, first: Device, ids: list[list[str]]) -> None:
    """Push some batches as a device of its own, each on a new connection so that both processes get some."""
    for batch in ids:
        with server.client() as client:
            device = Device(client, first)
            assert device.push(puts=[put(record) for record in batch]).status_code == 200


def test_reader_steps_over_nothing_while_four_devices_write(server: Served) -> None:
    ids = [[[some_id() for _ in range(ITEMS)] for _ in range(PUSHES)] for _ in range(WRITERS)]
    with server.client() as client:
        first = Device(client)
        first.create()
        writers = [threading.Thread(target=write, args=(server, first, batches)) for batches in ids]
        for writer in writers:
            writer.start()
        seen = follow(server, first, writers)
    assert [item["seq"] for item in seen] == list(range(1, WRITERS * PUSHES * ITEMS + 1))
    assert {item["id"] for item in seen} == {record for batches in ids for batch in batches for record in batch}


def test_batches_are_never_seen_in_part(server: Served) -> None:
    batches = [[some_id() for _ in range(50)] for _ in range(20)]
    with server.client() as client:
        first = Device(client)
        first.create()
        writer = threading.Thread(target=write, args=(server, first, batches))
        writer.start()
        sizes = {len(first.everything()) for _ in iter(writer.is_alive, False)} | {len(first.everything())}
    assert {size % 50 for size in sizes} == {0}
    assert 1000 in sizes


def test_two_devices_that_push_the_same_add_it_once(server: Served) -> None:
    items = [put() for _ in range(100)]
    with server.client() as client:
        first = Device(client)
        first.create()
        twice = [threading.Thread(target=push_all, args=(server, first, items)) for _ in range(4)]
        for thread in twice:
            thread.start()
        for thread in twice:
            thread.join()
        assert sorted(item["id"] for item in first.everything()) == sorted(item["id"] for item in items)


def follow(server: Served, first: Device, writers: list[threading.Thread]) -> list[dict[str, object]]:
    """Pull by cursor until the writers are done and nothing is left, going from process to process."""
    seen, cursor, busy = [], 0, True
    while True:
        with server.client() as client:
            page = Device(client, first).changes(cursor, 7).json()
        seen, cursor = seen + page["items"], page["cursor"]
        if not (busy or page["more"] or page["items"]):
            return seen
        # Asked before the next pull, so that one whole round comes after the last push.
        busy = any(writer.is_alive() for writer in writers)


def push_all(server: Served, first: Device, items: list[dict[str, str]]) -> None:
    with server.client() as client:
        device = Device(client, first)
        for start in range(0, len(items), 10):
            assert device.push(puts=items[start : start + 10]).status_code == 200
