"""What is right and what is to do, of a database as it is and behind a proxy as people have one."""

import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from interview_exit.sync.commands.check import Finding, check
from tests.field.tls_proxy import NAME, tls_proxy
from tests.sync.conftest import migrate
from tests.sync.server import free_port, serving


def found(url: str = "", **environment: str) -> dict[str, Finding]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        return {finding.subject: finding for finding in check(url)}


def wrong(findings: dict[str, Finding]) -> set[str]:
    return {finding.subject for finding in findings.values() if not finding.is_right}


def test_what_is_as_it_should_be_is_right(empty_url: Callable[[], str]) -> None:
    url = empty_url()
    migrate(url)
    findings = found(DATABASE_URL=url, SERVER_BYTES="1000000")
    assert wrong(findings) == set()
    assert {"settings", "database", "tables", "disk", "HOST", "TLS"} <= set(findings)


def test_older_and_newer_tables_are_told(empty_url: Callable[[], str]) -> None:
    url = empty_url()
    migrate(url)
    migrate(url, "0001")
    findings = found(DATABASE_URL=url)
    assert (findings["tables"].is_right, "older" in findings["tables"].told) == (False, True)


def test_what_is_wrong_with_sqlite_is_told(tmp_path: Path, tmp_url: str) -> None:
    assert wrong(found(DATABASE_URL=tmp_url, SERVER_BYTES=str(2**60))) == {"disk"}
    (tmp_path / "sealed.db").write_text("I am a letter and no database, and longer than the head of one. " * 20)
    assert "damaged" in found(DATABASE_URL=tmp_url)["database"].told
    assert wrong(found(DATABASE_URL=f"sqlite:///{tmp_path}/later/sealed.db", SERVER_BYTES="1")) == set()


@pytest.mark.parametrize("value", ["x", "8e3"])
def test_a_bad_setting_is_the_first_thing_to_do(value: str) -> None:
    assert found(PORT=value) == {
        "settings": Finding("settings", False, f"PORT must be a number from 1 to 65535, not {value!r}")
    }


def test_the_way_in_is_tried_through_a_real_proxy(
    tmp_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: ask("127.0.0.1" if host == NAME else host, *rest, **more)
    )
    with serving(tmp_url) as server, tls_proxy(server.url, tmp_path) as proxy:
        given = {"DATABASE_URL": tmp_url, "SERVER_BYTES": "1000000"}
        assert "certificate" in found(proxy.https, **given)["TLS"].told
        given |= {"SSL_CERT_FILE": str(proxy.root)}
        assert wrong(found(proxy.https, **given)) == set()
        assert "keep to TLS" in found(proxy.https, **given)["HSTS"].told
        assert wrong(found(proxy.http, **given)) == {"TLS"}
        server.stop()
        assert "answers 502" in found(proxy.https, **given)["TLS"].told
        with serving(tmp_url, PROXIES="192.0.2.1", PORT=str(server.port)):
            assert wrong(found(proxy.https, **given)) == {"HSTS"}


def test_health_is_told_by_the_exit_code(tmp_url: str, tmp_path: Path) -> None:
    def ask(port: int) -> tuple[int, str]:
        command = [sys.executable, "-m", "interview_exit.sync", "healthcheck"]
        done = subprocess.run(command, env={"PORT": str(port)}, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    port = free_port()
    assert ask(port) == (1, f"Nothing answers at http://localhost:{port}.\n")
    with serving(tmp_url) as server:
        assert ask(server.port) == (0, "The server does its work.\n")
        with closing(sqlite3.connect(tmp_path / "sealed.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            # An answer is repeated for half a second.
            told = next(told for told in iter(lambda: ask(server.port), None) if told[0])
            assert told == (1, "The server does not do its work: busy.\n")
