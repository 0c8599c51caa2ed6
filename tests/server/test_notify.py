"""systemd hears when the page answers, and nobody is bothered where there is no systemd."""

import socket
from pathlib import Path

import pytest

from interview_exit.server.notify import ready
from interview_exit.settings import service_manager
from tests.support.site import free_port, make_run


@pytest.mark.parametrize("prefix", ["", "@"])
def test_it_is_told_once(prefix: str, tmp_path: Path) -> None:
    address = f"{prefix}{tmp_path}/notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address.replace("@", "\0"))
        systemd.settimeout(5)
        ready(address)
        assert systemd.recv(64) == b"READY=1"


def test_where_nobody_waits_nothing_happens(tmp_path: Path) -> None:
    ready(service_manager({}))
    ready(str(tmp_path / "nobody"))


def test_it_is_told_when_the_page_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30)
        given = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "TRUSTED_HOSTS": "notes.example"}
        with make_run(PORT=str(free_port()), DATABASE_URL=f"sqlite:///{tmp_path}/sealed.db", **given) as (_, lines):
            assert lines[-1].startswith("Ready: ")
            assert systemd.recv(64) == b"READY=1"
