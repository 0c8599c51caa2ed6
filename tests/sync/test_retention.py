"""What nobody uses for months goes, with all its traces, if the operator wants that; and its devices lose nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import NullPool, create_engine, text
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync import retention
from interview_exit.sync.app import sync_app
from interview_exit.sync.commands.backup import backup, restore
from tests.sync.conftest import GENEROUS, migrate
from tests.sync.device import Device, Owner, code, put

Begin = Callable[[int], Any]
MONTHS = 3


@pytest.fixture
def own_url(empty_url: Callable[[], str]) -> str:
    """A database of this test's own."""
    url = empty_url()
    migrate(url)
    return url


@pytest.fixture
def month(monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Let it be a month."""
    return lambda number: monkeypatch.setattr(retention, "month_now", lambda: number)


@contextmanager
def served(url: str, months: int = MONTHS) -> Iterator[TestClient]:
    settings = replace(load({"DATABASE_URL": url}), retention_months=months, **GENEROUS)
    with TestClient(sync_app(settings)) as client:
        yield client


def tidy(client: TestClient) -> None:
    """Do what is done once a day."""
    app: Any = client.app
    assert client.portal
    client.portal.call(app.state.service._retention.tidy)


def rows(url: str, query: str) -> list[Any]:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return [*connection.execute(text(query)).scalars()]


def test_what_nobody_uses_goes_and_what_is_used_stays(own_url: str, month: Begin) -> None:
    with served(own_url) as client:
        month(100)
        used, unused, gone = Owner(client), Owner(client), Owner(client)
        for owner in (used, unused, gone):
            owner.establish()
            owner.push(puts=[put()])
        gone.remove()
        for now in range(101, 104):
            month(now)
            assert used.changes().json()["retention_months"] == MONTHS
            tidy(client)
            assert len(rows(own_url, "SELECT id FROM record")) == 2
        month(104)
        tidy(client)
        assert rows(own_url, "SELECT vault FROM record") == [used.vault]
        assert set(rows(own_url, "SELECT id FROM vault")) == {used.vault, gone.vault}
        assert (code(unused.changes()), code(gone.changes())) == ((404, "vault_unknown"), (410, "vault_gone"))
        # It comes back: the same vault, from its beginning.
        assert (unused.establish().status_code, unused.push(puts=[put()]).json()["seq"]) == (201, 1)
        assert used.holding().json()["retention_months"] == MONTHS


def test_vaults_that_were_there_before_count_from_now(own_url: str, month: Begin) -> None:
    month(100)
    with served(own_url, 0) as client:
        owner = Device(client)
        owner.create()
        assert "retention_months" not in owner.changes().json() | owner.holding().json()
        tidy(client)
    assert rows(own_url, "SELECT used FROM vault") == [None]
    with served(own_url) as client:
        for now, kept in ((500, 1), (503, 1), (504, 0)):
            month(now)
            tidy(client)
            assert len(rows(own_url, "SELECT id FROM vault")) == kept


def test_a_month_is_written_once_and_forgotten_when_it_is_not_wanted(own_url: str, month: Begin) -> None:
    month(100)
    with served(own_url) as client:
        owner = Owner(client)
        owner.establish()
        owner.changes()
        [(used, seq)] = [(*rows(own_url, "SELECT used FROM vault"), *rows(own_url, "SELECT seq FROM vault"))]
        assert (used, seq) == (100, 0)
    with served(own_url, 0) as client:
        Owner(client, owner).changes()
        tidy(client)
    assert rows(own_url, "SELECT used FROM vault") == [None]


def test_what_is_restored_has_time_to_be_used(
    own_url: str, month: Begin, tmp_path: Path, empty_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    month(100)
    with served(own_url) as client:
        owner = Owner(client)
        owner.establish()
        owner.changes()
    backup(load({"DATABASE_URL": own_url}), tmp_path / "copy")
    other = empty_url()
    monkeypatch.setenv("DATABASE_URL", other)
    restore(load({"DATABASE_URL": other, "PORT": "1"}), tmp_path / "copy", replace=False)
    month(200)
    with served(other) as client:
        tidy(client)
        assert Owner(client, owner).changes().status_code == 200


def test_the_column_comes_and_goes_without_touching_a_row(own_url: str) -> None:
    with served(own_url, 0) as client:
        owner = Owner(client)
        owner.establish()
        record = put()
        owner.push(puts=[record])
    migrate(own_url, "0002")
    migrate(own_url)
    with served(own_url) as client:
        assert Owner(client, owner).everything() == [record | {"seq": 1}]
