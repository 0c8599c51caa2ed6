"""The two commands keep their word: what they print, how they end, and that the second time is short."""

import os
import re
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from interview_exit import settings
from tests.support.site import ROOT, free_port, make_run

BUILT = ROOT / ".web" / "built"


def make(*arguments: str) -> str:
    """Type `make` and return what it printed."""
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def lines_of(**variables: str) -> list[str]:
    """Return what `make run` prints until it is ready, or ends."""
    with make_run(**variables) as (_, lines):
        return lines


def sessions_processes(session: int) -> list[int]:
    """Return the living processes that came of one command."""
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if _session(pid) == session]


def _session(pid: int) -> int:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return -1


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/sealed.db"


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("how", "whom"), [(signal.SIGINT, os.killpg), (signal.SIGTERM, os.killpg), (signal.SIGTERM, os.kill)]
)
def test_run_answers_when_it_says_so_and_leaves_nothing_behind(
    how: signal.Signals, whom: Callable[[int, int], None], database_url: str, tmp_path: Path
) -> None:
    port = free_port()
    with make_run(PORT=str(port), DATABASE_URL=database_url) as (process, lines):
        assert re.fullmatch(r"Starting … \d+\.\d s", lines[0])
        assert lines[1:] == [f"Ready: http://localhost:{port}"]
        assert urlopen(f"http://localhost:{port}/").status == 200
        assert urlopen(f"http://localhost:{port}/healthz").status == 200
        whom(process.pid, how)
        said, _ = process.communicate(timeout=10)
        assert "Traceback" not in said
        assert sessions_processes(process.pid) == []
        assert {path.name for path in tmp_path.iterdir()} == {"sealed.db", "sealed.db-reserve"}


@pytest.mark.usefixtures("site")
def test_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert lines_of(PORT=str(port))[0].startswith(f"PORT {port} can't be used (Address already in use)")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "http"), ("HOST", "here"), ("LOG_LEVEL", "loud"), ("DATABASE_URL", "mysql://me@db/notes")],
)
def test_bad_setting_is_named(name: str, value: str) -> None:
    assert lines_of(**{name: value})[0].startswith(f"{name} must ")


@pytest.mark.usefixtures("site")
def test_database_that_cannot_be_used_is_named() -> None:
    assert lines_of(PORT=str(free_port()), DATABASE_URL="sqlite:////nowhere/at/all.db")[0].startswith("DATABASE_URL")


@pytest.mark.usefixtures("site")
def test_nothing_is_built_again_when_only_times_have_changed() -> None:
    before = BUILT.stat().st_mtime_ns
    os.utime(ROOT / "interview_exit" / "rules" / "flags.py")
    assert make("build") == ""
    assert BUILT.stat().st_mtime_ns == before


def commands() -> set[str]:
    return set(re.findall(r"^  make ([a-z]+)", make("help"), re.MULTILINE))


def test_help_lists_every_command() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert commands() == set(phony.split())


def test_readme_names_only_commands_and_settings_that_there_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)", readme))
    assert {"run", "test"} <= named <= commands()
    assert (
        {"PORT", "DATABASE_URL"} <= set(re.findall(r"^\| `([A-Z_]+)`", readme, re.MULTILINE)) <= set(settings.DEFAULTS)
    )


def test_integration_is_a_flat_list_of_steps_that_ends_in_make_test() -> None:
    steps = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("step ")]
    assert steps[-2:] == ['step "A new clone" make fresh', 'step "Tests" make test']
    assert all(re.fullmatch(r'step "[^"]+" [a-z].*', step) for step in steps)


def test_programs_may_keep_what_they_compile_whatever_the_environment_says() -> None:
    told = "include Makefile\ntold:\n\t@env\n"
    environ = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = ["make", "--no-print-directory", "-f", "-", "told"]
    said = subprocess.run(command, cwd=ROOT, env=environ, input=told, capture_output=True, text=True, check=True).stdout
    assert "PYTHONUNBUFFERED=1" in said
    assert "PYTHONDONTWRITEBYTECODE" not in said
