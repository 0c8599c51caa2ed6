"""Several processes on one PostgreSQL keep the contract together, and lose nothing when one of them is killed."""

import threading
from collections.abc import Iterator

import pytest

from tests.support.cluster import Cluster
from tests.sync import test_race
from tests.sync.conftest import migrate
from tests.sync.contract import hold_to_the_contract
from tests.sync.device import Device, put, some_id
from tests.sync.several import Several, several

WRITERS = 4
ENOUGH = 15
RACES = (
    test_race.test_reader_steps_over_nothing_while_four_devices_write,
    test_race.test_batches_are_never_seen_in_part,
    test_race.test_two_devices_that_push_the_same_add_it_once,
)


@pytest.fixture(scope="module")
def front(cluster: Cluster) -> Iterator[Several]:
    """All of them, behind one address."""
    url = cluster.database()
    migrate(url)
    with several(url) as front:
        yield front


def test_contract_and_races(front: Several) -> None:
    with front.client() as client:
        hold_to_the_contract(client, front.url)
    for race in RACES:
        race(front)


def test_one_is_killed_and_the_others_go_on(front: Several) -> None:
    with front.client() as client:
        first = Device(client)
        first.create()
        writers = [Writer(front, first) for _ in range(WRITERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.reach(ENOUGH)
        front.servers[0].kill()
        for writer in writers:
            writer.reach(len(writer.acknowledged) + ENOUGH)
        for writer in writers:
            writer.stop()
        kept = [item["id"] for item in first.everything()]
    for server in front.servers[1:]:
        with server.client() as client:
            assert client.get("/healthz").status_code == 200
    assert sorted(kept) == sorted(record for writer in writers for record in writer.acknowledged)
    # Only what was on its way to that one process is to be sent again.
    assert max(writer.again for writer in writers) <= 1


class Writer(threading.Thread):
    """A device that pushes record after record, each again until it is acknowledged."""

    def __init__(self, front: Several, first: Device) -> None:
        super().__init__()
        self._front, self._first = front, first
        self._stopping, self._moved = False, threading.Condition()
        self.acknowledged: list[str] = []
        self.again = 0

    def run(self) -> None:
        with self._front.client() as client:
            device, record = Device(client, self._first), some_id()
            while not self._stopping:
                if device.push(puts=[put(record)]).status_code != 200:
                    self.again += 1
                    continue
                with self._moved:
                    self.acknowledged.append(record)
                    self._moved.notify()
                record = some_id()

    def reach(self, count: int) -> None:
        """Wait until so many are acknowledged."""
        with self._moved:
            assert self._moved.wait_for(lambda: len(self.acknowledged) >= count, timeout=30)

    def stop(self) -> None:
        self._stopping = True
        self.join()
