"""The server is killed in the middle of pushes: what it acknowledged is there, and no batch by half (section 12)."""

import threading
import time

import httpx2

from tests.sync.device import Device, put, some_id
from tests.sync.server import Server, serving

DEVICES = 3
ITEMS = 20


def push_until_it_dies(server: Server, first: Device, sent: list[list[str]], acknowledged: list[list[str]]) -> None:
    """Push batch after batch, noting each before it is sent and once it is acknowledged."""
    with server.client() as client:
        device = Device(client, first)
        while True:
            batch = [some_id() for _ in range(ITEMS)]
            sent.append(batch)
            try:
                answer = device.push(puts=[put(record) for record in batch])
            except httpx2.TransportError:
                return
            assert answer.status_code == 200
            acknowledged.append(batch)


def test_nothing_acknowledged_is_lost_and_no_batch_is_halved(url: str) -> None:
    sent: list[list[str]] = []
    acknowledged: list[list[str]] = []
    with serving(url) as server, server.client() as client:
        first = Device(client)
        first.create()
        threads = [
            threading.Thread(target=push_until_it_dies, args=(server, first, sent, acknowledged))
            for _ in range(DEVICES)
        ]
        for thread in threads:
            thread.start()
        while len(acknowledged) < 10 * DEVICES:
            time.sleep(0.01)
        server.kill()
        for thread in threads:
            thread.join()
    with serving(url) as server, server.client() as client:
        kept = {item["id"] for item in Device(client, first).everything()}
    assert all(kept.issuperset(batch) for batch in acknowledged)
    assert all(kept.issuperset(batch) or kept.isdisjoint(batch) for batch in sent)
