"""The virtual environment: exactly what is locked, for this machine, resolved by nobody."""

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tools import need
from tools.commands import BIN, ROOT, SetupError, run
from tools.progress import timed

VENV = ROOT / ".venv"
# No resolving: pip would look for the newest of a package that another wants with an extra. And wheels only: what is
# built from source fetches what builds it, and that is locked nowhere. Python compiles by itself the part that is used.
INSTALL = ("install", "--no-compile", "--no-deps", "--only-binary=:all:", "--require-hashes")
REQUIREMENTS = ("requirements.txt", "requirements-phone.txt", "requirements-dev.txt")


def install() -> None:
    """Install what runs and builds the app."""
    with timed("Installing Python packages"):
        _create()
        _install("requirements.txt", "python")


def install_phone() -> None:
    """Install what puts it on phones in the same network."""
    with timed("Installing what serves phones"):
        _install("requirements-phone.txt", "phone")


def install_dev() -> None:
    """Install what checks and tests it."""
    with timed("Installing what checks and tests"):
        _install("requirements-dev.txt", "dev")


@cache
def place() -> str:
    """Return which Python this is and where: an environment works with no other, and nowhere else."""
    return f"{sys.version} {sys.base_prefix} {VENV.resolve()}"


def locked() -> set[str]:
    """Return the names of all that is locked."""
    lines = "".join((ROOT / name).read_text() for name in REQUIREMENTS).splitlines()
    return {_normal(found[0]) for line in lines if (found := re.match(r"[\w.-]+(?=\[|==)", line))}


def _create() -> None:
    created_for = VENV / "place"
    moved = created_for.is_file() and created_for.read_text() != place()
    if moved or not _works():
        if not find_spec("ensurepip"):
            need.install({"ensurepip": "python3-venv"}, "make run")
        # Emptied and not removed: it may be a link.
        for path in VENV.iterdir() if VENV.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        _run([_base(), "-m", "venv", VENV], "venv")
    created_for.write_text(place())


def _works() -> bool:
    program = "import pip, sys; print(sys.version)"
    try:
        done = subprocess.run([BIN / "python", "-c", program], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.stdout.strip() == sys.version.strip()


def _base() -> Path:
    """Return the machine's own Python: this one may be of the very environment that is made anew."""
    own = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    return own if sys.prefix != sys.base_prefix and own.exists() else Path(sys.executable)


def _install(requirements: str, log: str) -> None:
    _pip(*INSTALL, "-r", requirements, log=log)
    if left := _installed() - locked():
        _pip("uninstall", "-y", *sorted(left), log="uninstall")
    try:
        _pip("check", log="check")
    except SetupError as error:
        raise SetupError(f"The lock doesn't fit this machine; please report it: {error}") from None


def _pip(*arguments: str, log: str) -> str:
    return _run([BIN / "python", "-m", "pip", "--no-input", *arguments], log)


def _run(command: list[str | Path], log: str) -> str:
    try:
        return run(command, log)
    except SetupError as error:
        raise SetupError(f"The Python packages can't be installed: {error}") from None


def _installed() -> set[str]:
    program = "import importlib.metadata as m, json; print(json.dumps([d.name for d in m.distributions()]))"
    said = subprocess.run([BIN / "python", "-c", program], capture_output=True, text=True, check=True).stdout
    return {_normal(name) for name in json.loads(said)} - {"pip", "setuptools"}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
