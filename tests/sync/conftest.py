"""Both databases, freshly migrated, and the API on each of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from starlette.testclient import TestClient

from interview_exit.settings import Settings, load
from interview_exit.sync.app import sync_app
from tests.sync.device import Device

Serve = Callable[..., TestClient]
GENEROUS = {
    "creations_per_hour": 10**6,
    "vault_requests_per_minute": 10**6,
    "upload_bytes_per_hour": 10**12,
    "pairings_per_hour": 10**6,
}


def migrate(url: str, revision: str = "head") -> None:
    """Bring a database to a revision, up or down."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        (command.upgrade if revision == "head" else command.downgrade)(Config("alembic.ini"), revision)


@pytest.fixture(scope="session")
def empty_url(
    backend: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Make databases without a table, and return their URLs."""
    if backend == "postgresql":
        return request.getfixturevalue("cluster").database
    return lambda: f"sqlite:///{tmp_path_factory.mktemp('database')}/sealed.db"


@pytest.fixture(scope="session")
def url(empty_url: Callable[[], str]) -> str:
    """A migrated database that all tests share: each makes a vault of its own in it."""
    fresh = empty_url()
    migrate(fresh)
    return fresh


@pytest.fixture
def settings(url: str) -> Settings:
    """Default settings on the database under test, but for limits that many tests together would meet."""
    return replace(load({"DATABASE_URL": url}), **GENEROUS)


@pytest.fixture
def serve(settings: Settings) -> Iterator[Serve]:
    """Start the API in this process, with settings changed as wanted."""
    with ExitStack() as stack:

        def start(**changed: object) -> TestClient:
            app = sync_app(replace(settings, **changed))
            return stack.enter_context(TestClient(app, raise_server_exceptions=False))

        yield start


@pytest.fixture
def client(serve: Serve) -> TestClient:
    """A client of the API."""
    return serve()


@pytest.fixture
def device(client: TestClient) -> Device:
    """A device whose vault has just been created."""
    device = Device(client)
    assert device.create().status_code == 201
    return device


@pytest.fixture
def tmp_url(tmp_path: Path) -> str:
    """A SQLite database of this test's own, for what only SQLite does."""
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrate(url)
    return url
