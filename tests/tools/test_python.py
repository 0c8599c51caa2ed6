"""What is locked is what is installed, however new the others are that were published since."""

import hashlib
import os
import subprocess
import sys
import zipfile
from base64 import urlsafe_b64encode
from importlib import metadata
from pathlib import Path

import pytest

from tools.lock import COMPILE
from tools.python import INSTALL, locked


def publish(index: Path, name: str, version: str, *lines: str) -> None:
    """Put a package into an index."""
    facts = f"{name}-{version}.dist-info"
    files = {
        f"{facts}/METADATA": "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *lines]),
        f"{facts}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any",
    }
    hashes = {path: urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode() for path, text in files.items()}
    record = [f"{path},sha256={digest.rstrip('=')},{len(files[path])}" for path, digest in hashes.items()]
    with zipfile.ZipFile(index / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
        wheel.writestr(f"{facts}/RECORD", "\n".join([*record, f"{facts}/RECORD,,"]))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index as on the day of the lock: `app` wants `alpha` with an extra, as Reflex wants granian."""
    folder = tmp_path / "index"
    folder.mkdir()
    publish(folder, "app", "1.0", "Requires-Dist: alpha[more]>=1.0")
    publish(folder, "alpha", "1.0", "Provides-Extra: more", "Requires-Dist: gamma; extra == 'more'")
    publish(folder, "gamma", "1.0")
    return folder


def lock(index: Path) -> Path:
    """Lock `app` as `make lock` does."""
    file = index.parent / "requirements.in"
    file.write_text("app\n")
    command = [sys.executable, "-m", "uv", *COMPILE[1:], "--no-index", f"--find-links={index}"]
    subprocess.run([*command, "requirements.in", "-o", "requirements.txt"], cwd=index.parent, check=True)
    return file.with_suffix(".txt")


def pip(index: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Install into a folder with what is in an index, and nothing else."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    places = ["--no-index", f"--find-links={index}", f"--target={index.parent / 'installed'}"]
    command = [sys.executable, "-m", "pip", *arguments, *places, "-r", str(index.parent / "requirements.txt")]
    return subprocess.run(
        command, env=environ | {"PIP_CONFIG_FILE": os.devnull}, capture_output=True, text=True, check=False
    )


def installed(index: Path) -> dict[str, str]:
    return {found.name: found.version for found in metadata.distributions(path=[str(index.parent / "installed")])}


@pytest.mark.parametrize("how", [INSTALL, ("install", "--require-hashes")], ids=["make run", "pip by itself"])
def test_what_was_locked_is_installed_though_newer_has_come(index: Path, how: tuple[str, ...]) -> None:
    lock(index)
    for name in ("app", "alpha", "gamma"):
        publish(index, name, "2.0", "Provides-Extra: more")
    done = pip(index, *how)
    assert done.returncode == 0, done.stderr
    assert installed(index) == {"app": "1.0", "alpha": "1.0", "gamma": "1.0"}


def test_lock_without_the_extra_is_installed_all_the_same(index: Path) -> None:
    """So it was one day, and pip 23.2 looked anew for the newest of that package: `make run` failed."""
    file = lock(index)
    file.write_text(file.read_text().replace("alpha[more]", "alpha"))
    publish(index, "alpha", "2.0", "Provides-Extra: more")
    assert pip(index, *INSTALL).returncode == 0
    assert installed(index)["alpha"] == "1.0"


def test_package_of_another_content_is_refused(index: Path) -> None:
    lock(index)
    publish(index, "alpha", "1.0", "Summary: not what was locked")
    assert "DO NOT MATCH THE HASHES" in pip(index, *INSTALL).stderr
    assert installed(index) == {}


def test_nothing_is_installed_that_is_not_locked() -> None:
    assert {found.name.lower().replace("_", "-").replace(".", "-") for found in metadata.distributions()} <= (
        locked() | {"pip", "setuptools"}
    )
