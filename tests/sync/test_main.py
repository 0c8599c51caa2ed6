"""Commands for whoever runs the server."""

import subprocess
import sys

import pytest

from interview_exit.sync.__main__ import main
from tests.sync.device import Device, code, put


def test_renewed_epoch_makes_devices_push_again(
    device: Device, url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    item = put()
    old = device.push(puts=[item]).json()["epoch"]
    monkeypatch.setenv("DATABASE_URL", url)
    main(["renew-epoch"])
    assert "Renewed the epoch of " in capsys.readouterr().out
    assert code(device.push(puts=[put()], epoch=old)) == (409, "epoch_changed")
    new = device.changes().json()["epoch"]
    assert new != old
    assert device.push(puts=[item], epoch=new).json()["seq"] == 1


@pytest.mark.parametrize("value", ["sqlite:////nowhere/at/all.db", "mysql://db/notes"])
def test_database_that_cannot_be_used_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(SystemExit, match="DATABASE_URL"):
        main(["renew-epoch"])


def test_commands_are_listed() -> None:
    run = [sys.executable, "-m", "interview_exit.sync", "--help"]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert "renew-epoch" in told
    assert "serve" in told
