"""Only their owner can read the database and what lies beside it: new ones, and those that earlier versions made."""

import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync.app import sync_app
from interview_exit.sync.migration import migrate
from tests.sync.device import Device, put


def rights(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o7777 for path in folder.iterdir()}


def use(url: str, folder: Path) -> dict[str, int]:
    """Push something, and return the rights of all files while the server runs."""
    with TestClient(sync_app(load({"DATABASE_URL": url}))) as client:
        device = Device(client)
        device.create()
        assert device.push(puts=[put()]).status_code == 200
        return rights(folder)


@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_new_files_are_their_owners(mask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    old = os.umask(mask)
    try:
        folder.mkdir()
        url = f"sqlite:///{folder}/sealed.db"
        monkeypatch.setenv("DATABASE_URL", url)
        migrate(url)
        found = use(url, folder)
    finally:
        os.umask(old)
    assert {"sealed.db", "sealed.db-wal", "sealed.db-shm"} <= set(found)
    assert set(found.values()) == {0o600}
    assert folder.stat().st_mode & 0o7777 == 0o700


def test_files_of_earlier_versions_are_corrected(tmp_url: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for name in ("sealed.db", "sealed.db-wal", "sealed.db-shm"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o664)
    assert set(use(tmp_url, tmp_path).values()) == {0o600}
    assert tmp_path.stat().st_mode & 0o7777 == 0o700


def test_a_folder_that_others_share_stays_as_it_is(tmp_url: str, tmp_path: Path) -> None:
    (tmp_path / "other").touch(mode=0o644)
    (tmp_path / "sealed.db").chmod(0o644)
    tmp_path.chmod(0o755)
    use(tmp_url, tmp_path)
    assert tmp_path.stat().st_mode & 0o7777 == 0o755
    assert rights(tmp_path)["other"] == 0o644
    assert rights(tmp_path)["sealed.db"] == 0o600
