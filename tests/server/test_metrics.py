"""What Prometheus may ask for: counts, and nothing about anybody."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2

from tests.sync.conftest import migrate
from tests.sync.device import Owner, erase, put
from tests.sync.server import Server, free_port, serving

PUSHES = 12


@contextmanager
def counting(folder: Path, workers: int = 1) -> Iterator[tuple[Server, str]]:
    """A server, and where it tells what it has counted."""
    folder.mkdir()
    url, port = f"sqlite:///{folder}/sealed.db", free_port()
    migrate(url)
    with serving(url, workers, METRICS_PORT=str(port)) as server:
        yield server, f"http://127.0.0.1:{port}/metrics"


def ask(address: str) -> str:
    # Of several processes one may still be starting when another answers already.
    with httpx2.Client(transport=httpx2.HTTPTransport(retries=6), timeout=10) as client:
        answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/plain; version=0.0.4; charset=utf-8")
    return answer.text


def used_by(folder: Path, shares: list[int]) -> tuple[str, list[str]]:
    """Let vaults push so often each; return what was counted, and all that must not be told."""
    with counting(folder) as (server, address), server.client() as client:
        owners = [Owner(client) for _ in shares]
        for owner in owners:
            owner.establish()
        [records, *_] = everything = [[put(blob="A" * 4000) for _ in range(3)] for _ in range(PUSHES)]
        batches = iter(everything)
        for owner, share in zip(owners, shares, strict=True):
            for _ in range(share):
                assert owner.push(puts=next(batches)).status_code == 200
        owners[0].push(erases=[erase(records[0]["id"])])
        client.get(f"/api/v2/vaults/{owners[0].vault}/changes")
        secrets = [owner.vault for owner in owners] + [item["id"] for batch in everything for item in batch]
        return ask(address), [*secrets, *(owner.auth["authorization"].split()[1] for owner in owners), "127.0.0.1"]


def test_one_vault_that_is_full_looks_like_many_that_are_not(tmp_path: Path) -> None:
    """The same requests in all, from one vault or spread over four, give the same text."""
    one, secrets = used_by(tmp_path / "one", [PUSHES, 0, 0, 0])
    many, more = used_by(tmp_path / "many", [3, 3, 3, 3])
    assert [secret for secret in (*secrets, *more) if secret in one + many] == []
    steady = [re.sub(r"(uptime_seconds|kind=\"healthy\".*) \d+\n", r"\1\n", text) for text in (one, many)]
    assert steady[0] == steady[1]
    for line in (
        'answers_total{kind="push",status="2xx"} 13',
        'answers_total{kind="changes",status="4xx"} 1',
        'refusals_total{code="unauthorized"} 1',
        'pushed_records_total{what="put"} 36',
        'pushed_records_total{what="erase"} 1',
        "connections 1",
    ):
        assert f"interview_exit_{line}\n" in one, one


def test_each_process_has_a_port_and_answers_nothing_else(tmp_path: Path) -> None:
    with counting(tmp_path / "two", workers=2) as (server, address):
        port = int(address.split(":")[2].split("/")[0])
        for each in (port, port + 1):
            assert "interview_exit_uptime_seconds" in ask(f"http://127.0.0.1:{each}/metrics")
            for said, begin in ((b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 404"), (b"x" * 9000, b"")):
                with socket.create_connection(("127.0.0.1", each), timeout=10) as line, suppress(ConnectionResetError):
                    line.sendall(said)
                    assert line.recv(12) == begin
        with server.client() as client:
            assert client.get("/metrics").status_code == 404


def test_what_can_not_be_listened_on_is_named(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sealed.db"
    migrate(url)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with serving(url, patience=False, METRICS_PORT=port) as server:
            assert server.wait() != 0
    assert f"METRICS_PORT {port} can't be used (" in server.log
