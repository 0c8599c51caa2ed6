"""The system packages that tests need: installed where that can be, after saying so; otherwise named in one command."""

import glob
import os
import shutil
import subprocess
from importlib.util import find_spec

from tools.commands import SetupError, run

APT = ("apt-get", "install", "-y", "--no-install-recommends")
SERVERS = "/usr/sbin"
"""Not everybody has this in PATH."""
BENCHMARKS = {"chromium": "chromium"}
TESTS = BENCHMARKS | {
    "chromium-headless-shell": "chromium-headless-shell",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "initdb": "postgresql",
    "certutil": "libnss3-tools",
    "pgbouncer": "pgbouncer",
    "nginx": "nginx",
    "systemd-analyze": "systemd",
}
# By the command that needs them: what each program's package is called in Debian.
PROGRAMS = {"test": TESTS, "bench": BENCHMARKS}


def install(programs: dict[str, str], command: str) -> None:
    """Install the packages of the programs that are missing; with INSTALL=0 only say which.

    Raises:
        SetupError: If something is missing still.
    """
    missing = [package for program, package in programs.items() if not is_there(program)]
    if not missing:
        return
    by_hand = " ".join(["sudo", *APT[:2], *missing])
    if not shutil.which("apt-get"):
        raise SetupError(
            f"{command} needs {', '.join(missing)} (Debian's names), and there is no apt-get here to fetch them with: "
            f"install what this system has of them, or use Debian 12 or newer, as a container of it"
        )
    as_root = _as_root()
    if os.environ.get("INSTALL") == "0" or as_root is None:
        raise SetupError(f"{command} needs packages that are missing. Type: {by_hand}")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    _apt(as_root, missing, command, by_hand)


def is_there(program: str) -> bool:
    """Return whether a program is there. Debian keeps PostgreSQL's out of PATH, and a part of Python in a package."""
    if program == "ensurepip":
        return find_spec(program) is not None
    found = shutil.which(program) or shutil.which(program, path=SERVERS)
    return bool(found or (program == "initdb" and glob.glob("/usr/lib/postgresql/*/bin/initdb")))


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    may = (
        shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    )
    return ["sudo"] if may else None


def _apt(as_root: list[str], missing: list[str], command: str, by_hand: str) -> None:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run([*as_root, "apt-get", "update"], "apt", quiet)
        run([*as_root, *APT, *missing], "apt", quiet)
    except SetupError as error:
        raise SetupError(
            f"{command} needs {', '.join(missing)}, which can't be had here: {error}. Once that is mended: {by_hand}"
        ) from None
