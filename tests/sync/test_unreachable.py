"""A PostgreSQL that stands still, and closes no connection, is told of within seconds, and found again afterwards."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from interview_exit.sync.database import LONG_SECONDS, open_database, perform
from interview_exit.sync.deadline import limited
from interview_exit.sync.errors import Refused
from interview_exit.sync.health import FRESH_SECONDS
from interview_exit.sync.storage import probe
from tests.support.cluster import Cluster
from tests.sync.conftest import migrate
from tests.sync.device import Device, code, put
from tests.sync.server import Server, serving

SOON_SECONDS = 8.0
CLIENTS = 20
UNAVAILABLE = (503, "database_unavailable")


@pytest.fixture(scope="module")
def server(cluster: Cluster) -> Iterator[Server]:
    """The API on a database of its own."""
    url = cluster.database()
    migrate(url)
    with serving(url) as server:
        yield server


@pytest.fixture
def client(server: Server) -> Iterator[httpx2.Client]:
    """A client that would rather wait than miss an answer."""
    with httpx2.Client(base_url=server.url, timeout=3 * LONG_SECONDS, trust_env=False) as client:
        yield client


def timed(ask: Callable[[], httpx2.Response]) -> tuple[tuple[int, str], float]:
    """Return what is answered, and after how long."""
    start = time.monotonic()
    return code(ask()), time.monotonic() - start


def test_every_request_is_refused_within_seconds_and_answered_afterwards(
    cluster: Cluster, client: httpx2.Client
) -> None:
    devices = [Device(client) for _ in range(CLIENTS)]
    for device in devices:
        assert device.create().status_code == 201
    # All of the server's connections are open now, and some are used by none of those who come next.
    with ThreadPoolExecutor(CLIENTS) as people:
        assert {answer.status_code for answer in people.map(lambda device: device.changes(), devices)} == {200}
        with cluster.frozen():
            time.sleep(FRESH_SECONDS)
            asked = [
                lambda: client.get("/healthz"),
                *[lambda device=device: device.push(puts=[put()]) for device in devices],
                Device(client).create,
                devices[0].changes,
            ]
            answers = list(people.map(timed, asked))
            assert {answer for answer, _ in answers} == {UNAVAILABLE}
            assert max(seconds for _, seconds in answers) < SOON_SECONDS
        deadline = time.monotonic() + SOON_SECONDS
        while client.get("/healthz").status_code != 200:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert {answer.status_code for answer in people.map(lambda device: device.push(puts=[put()]), devices)} == {200}


def test_whoever_has_no_event_loop_waits_no_longer_either(cluster: Cluster) -> None:
    """The commands and the first start: on a connection that is there, and on one that has to be made."""
    url = cluster.database()
    migrate(url)
    database = open_database(url)
    perform(database.writer, probe)
    with cluster.frozen():
        start = time.monotonic()
        with limited(1), database.reader.connect() as connection, pytest.raises(Exception, match="closed"):
            connection.exec_driver_sql("SELECT 1")
        with pytest.raises(Refused, match="database_unavailable"):
            perform(database.writer, probe)
        assert time.monotonic() - start < SOON_SECONDS
    perform(database.writer, probe)
    database.dispose()
