"""The log tells how the server does, and nothing about whom it serves."""

import json
import re
import subprocess
import sys

import pytest

from tests.sync.conftest import Serve
from tests.sync.device import Device, erase, put

ALLOWED = {"time", "level", "event", "kind", "method", "status", "code", "ms", "fault", "at"}


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_each_answer_is_one_line(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    device = Device(serve(log_level="debug"))
    device.create()
    device.changes(after=9)
    created, refused = lines(capsys)
    assert (created["kind"], created["status"], "code" in created) == ("create", 201, False)
    assert (refused["kind"], refused["status"], refused["code"]) == ("changes", 409, "cursor_ahead")


def test_no_address_id_secret_or_body_at_any_level(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    device = Device(serve(log_level="debug"))
    device.create(**{"x-forwarded-for": "192.0.2.77"})
    item = put()
    device.push(puts=[item])
    device.push(erases=[erase(item["id"])])
    device.changes()
    device.push_raw('{"canary": 1}')
    device.client.get("/canary?canary=canary")
    device.remove()
    told = capsys.readouterr().err
    assert all(set(json.loads(line)) <= ALLOWED for line in told.splitlines())
    secrets = [device.vault, device.auth["authorization"][7:], device.auth_hash, item["id"], item["blob"]]
    assert not [secret for secret in [*secrets, "canary", "192.0.2.77", "testclient"] if secret in told]


def test_fault_is_told_by_type_and_place_without_its_text(
    serve: Serve, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Device(serve())
    device.create()

    def fail(*_: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr("interview_exit.sync.storage.head", fail)
    answer = device.changes()
    (line,) = lines(capsys)
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert (line["level"], line["fault"]) == ("error", "RuntimeError")
    assert re.search(r"storage:\d+", str(line["at"]))
    assert "canary" not in str(line) + answer.text


def test_nothing_is_said_of_requests_by_default(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    Device(serve()).create()
    assert capsys.readouterr().err == ""


# In a process of its own: here pytest listens to every library, and the server has nobody who does.
LIBRARY = """
import logging
from interview_exit.sync import log
log.start("debug")
library = logging.getLogger("some.library")
library.warning("canary")
try:
    int("canary")
except ValueError:
    library.exception("canary of %s", "canary")
"""


def test_of_what_a_library_says_only_errors_are_told_and_without_a_word() -> None:
    told = subprocess.run([sys.executable, "-c", LIBRARY], capture_output=True, text=True, check=True).stderr
    line = json.loads(told)
    assert (line["level"], line["event"], line["fault"]) == ("error", "some.library", "ValueError")
    assert set(line) <= ALLOWED
    assert "canary" not in told
