"""Tables divided by vault, with parts on two other servers: the contract holds, and no statement crosses vaults."""

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url
from starlette.applications import Starlette
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync import retention
from interview_exit.sync.__main__ import main
from interview_exit.sync.app import sync_app
from tests.support.cluster import Cluster
from tests.support.parted import divided
from tests.sync import test_race
from tests.sync.conftest import GENEROUS, migrate
from tests.sync.contract import hold_to_the_contract
from tests.sync.device import Device, code, erase, put
from tests.sync.plans import MODES, parts, recorded
from tests.sync.server import serving
from tests.sync.test_retention import served, tidy

STATEMENTS = 33
# What concerns all vaults: a sum once a minute, renew-epoch, and what RETENTION_MONTHS does once a day.
OF_ALL = ("SELECT coalesce(sum(", "UPDATE {} SET epoch=", "UPDATE {} SET used=", "SELECT {}.id", "DELETE FROM {} WHERE")


@pytest.fixture(scope="module")
def parted(cluster: Cluster, other_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with each of its parts on another server."""
    url = cluster.database()
    migrate(url)
    return divided((cluster, other_cluster), url, tmp_path_factory.mktemp("parts"))


@pytest.fixture
def client(parted: str) -> Iterator[TestClient]:
    with TestClient(app(parted)) as client:
        yield client


@pytest.fixture
def connection(parted: str) -> "Iterator[psycopg.Connection[tuple[object, ...]]]":
    with psycopg.connect(plain(parted), autocommit=True, prepare_threshold=None) as connection:
        yield connection


def app(url: str) -> Starlette:
    return sync_app(replace(load({"DATABASE_URL": url}), **GENEROUS))


def plain(url: str) -> str:
    return url.replace("+psycopg", "")


def part_of(connection: "psycopg.Connection[tuple[object, ...]]", vault: str) -> int:
    asked = "SELECT satisfies_hash_partition('vault'::regclass, 2, 1, %s::varchar)::int"
    [part] = connection.execute(asked, (vault,)).fetchone() or (-1,)
    return int(str(part))


def is_used_and_expires(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let vaults be used once, in both parts, and then by nobody for months."""
    with served(url) as client:
        for month in (100, 101, 200):
            monkeypatch.setattr(retention, "month_now", lambda month=month: month)
            for device in [Device(client) for _ in range(8)] if month < 200 else []:
                assert device.create().status_code == 201
                assert device.changes().status_code == 200
            tidy(client)
    with served(url, 0) as client:
        tidy(client)


def test_contract_holds_and_each_statement_stays_in_one_part(
    parted: str,
    client: TestClient,
    connection: "psycopg.Connection[tuple[object, ...]]",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with recorded() as sent:
        hold_to_the_contract(client, parted)
        is_used_and_expires(parted, monkeypatch)
    assert connection.execute("SELECT count(*) FROM vault WHERE NOT gone").fetchone() == (0,)
    assert len(sent) >= STATEMENTS
    for begins in OF_ALL:
        for part in ("vault_0", "vault_1"):
            assert any(statement.startswith(begins.format(part)) and part in statement for statement in sent), begins
    for statement, parameters in sent.items():
        for mode in MODES:
            found = parts(connection, statement, parameters, mode)
            about = (mode, statement, found)
            if statement.startswith("INSERT") or " false" in statement:
                # A new row goes where its one vault belongs; nothing is looked at.
                assert not found, about
            else:
                assert len(found) == 1, about


def test_no_change_is_stepped_over_though_transactions_there_lose_races(parted: str) -> None:
    with serving(parted, workers=2) as server:
        test_race.test_reader_steps_over_nothing_while_four_devices_write(server)


def test_a_server_that_is_away_takes_its_own_vaults_along_and_no_others(
    parted: str, client: TestClient, connection: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    name = make_url(parted).database
    devices = {part_of(connection, device.vault): device for device in (Device(client) for _ in range(40))}
    place = connection.execute("SELECT srvoptions FROM pg_foreign_server WHERE srvname = 'server1'").fetchone()
    [host] = [option for option in place[0] if option.startswith("host=")]  # type: ignore[index, union-attr]
    run = connection.execute
    # The harder case: what was planned before anybody knew which vault it would be about.
    run(f"ALTER DATABASE {name} SET plan_cache_mode = force_generic_plan")  # type: ignore[call-overload]
    for device in devices.values():
        assert device.create().status_code == 201
    run("ALTER SERVER server1 OPTIONS (SET host '/nowhere')")
    try:
        with TestClient(app(parted)) as started:
            here, away = Device(started, devices[0]), Device(started, devices[1])
            for _ in range(8):
                item = put()
                assert here.push(puts=[item]).status_code == 200
                assert here.push(erases=[erase(item["id"])]).status_code == 200
                assert here.changes().status_code == here.holding().status_code == 200
            assert code(away.push(puts=[put()])) == code(away.changes()) == (503, "database_unavailable")
            assert started.get("/healthz").status_code == 200
            tidy(started)
            run(f"ALTER SERVER server1 OPTIONS (SET host '{host.removeprefix('host=')}')")  # type: ignore[call-overload]
            assert away.push(puts=[put()]).status_code == 200
    finally:
        run(f"ALTER DATABASE {name} RESET plan_cache_mode")  # type: ignore[call-overload]


def test_dividing_keeps_all_that_is_there(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    url = cluster.database()
    migrate(url)
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        device = Device(client)
        device.create()
        item = put()
        device.push(puts=[put(), item, put()], erases=[])
        device.push(erases=[erase(item["id"])])
        before = device.everything()
    monkeypatch.setenv("DATABASE_URL", url)
    main(["partition", "--parts", "4"])
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        again = Device(client, device)
        assert again.everything() == before
        assert again.push(puts=[put()]).json()["seq"] == 5
        assert again.remove().status_code == 204
    migrate(url)
    with pytest.raises(SystemExit, match="divided already"):
        main(["partition", "--parts", "4"])


@pytest.mark.parametrize("amount", [-1, 0, 1, 1025])
def test_impossible_parts_are_refused(amount: int) -> None:
    with pytest.raises(SystemExit, match=f"--parts must be a number from 2 to 1024, not {amount}"):
        main(["partition", "--parts", str(amount)])


def test_a_file_is_not_divided(tmp_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", tmp_url)
    with pytest.raises(SystemExit, match="only PostgreSQL"):
        main(["partition", "--parts", "4"])


def test_a_database_that_cannot_be_used_is_told(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", cluster.database())
    with pytest.raises(SystemExit, match="DATABASE_URL: the database can't be used"):
        main(["partition", "--parts", "4"])
