"""The health check says whether the server can do its work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from interview_exit.sync import health


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a server whose database lies in a folder that exists."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/sealed.db")
    health.engine.cache_clear()
    yield TestClient(Starlette(routes=health.routes))
    health.engine().dispose()
    health.engine.cache_clear()


def test_healthy_when_the_database_answers(client: TestClient) -> None:
    answer = client.get("/api/v1/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_unhealthy_when_it_does_not(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    answer = client.get("/api/v1/health")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
