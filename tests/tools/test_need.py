"""System packages are installed after saying so, or named in one command; never is there a bare failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.need import TESTS

ROOT = Path(__file__).parents[2]
ASK = """
import sys
from tools import need
need.SERVERS = ""
try:
    need.install(need.PROGRAMS["test"], "make test")
except need.SetupError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def have(programs: Path, name: str, *lines: str) -> None:
    """Put a program there."""
    path = programs / name
    path.write_text("\n".join(["#!/bin/sh", *lines]))
    path.chmod(0o755)


def need(programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Ask for what tests need."""
    environ = os.environ | {"PATH": str(programs)} | variables
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def test_one_command_is_named_instead_when_nothing_may_be_installed(programs: Path) -> None:
    have(programs, "apt-get", f"touch {programs}/called")
    for name in ("chromium", "Xvfb", "initdb"):
        have(programs, name)
    done = need(programs, INSTALL="0")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "make test needs packages that are missing. "
        "Type: sudo apt-get install chromium-headless-shell webkit2gtk-driver libnss3-tools "
        "pgbouncer nginx systemd\n"
    )
    assert not (programs / "called").exists()


def test_what_is_installed_is_said_before(programs: Path) -> None:
    have(programs, "sudo", 'test "$1" = -n || exec "$@"')
    have(programs, "apt-get", f'echo "$@" >> {programs}/called')
    done = need(programs)
    assert done.stdout.startswith("Installing system packages: chromium chromium-headless-shell webkit2gtk-driver xvfb")
    update, install = (programs / "called").read_text().splitlines()
    assert update == "update"
    assert install.startswith("install -y --no-install-recommends chromium chromium-headless-shell")


def test_packages_that_cannot_be_had_are_told_in_a_line(programs: Path) -> None:
    have(programs, "sudo", 'test "$1" = -n || exec "$@"')
    have(programs, "apt-get", "echo 'E: Unable to locate package chromium'; exit 100")
    done = need(programs)
    assert done.returncode == 1
    assert "which can't be had here: it stopped with “E: Unable to locate package chromium”" in done.stderr
    assert done.stderr.count("\n") == 1


def test_system_without_apt_is_told_what_to_look_for(programs: Path) -> None:
    done = need(programs)
    assert done.returncode == 1
    assert "chromium, chromium-headless-shell, webkit2gtk-driver, xvfb" in done.stderr
    assert "there is no apt-get here" in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_is_said_when_all_is_there(programs: Path) -> None:
    for name in TESTS:
        have(programs, name)
    done = need(programs)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
