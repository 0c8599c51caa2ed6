"""A version is released once, from what is committed, with a word on what is new; its number stands in one place."""

import re
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest

from interview_exit import __version__
from tools import release
from tools.commands import SetupError
from tools.release import CHANGELOG, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with all that a release needs."""
    git(tmp_path, "init", "--quiet")
    changelog = tmp_path / CHANGELOG.relative_to(ROOT)
    changelog.parent.mkdir()
    changelog.write_text(f"# Changes\n\n## {__version__}\n\n- Something new.\n\n## 0.0.1\n\n- Old.\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "All")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.com"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def test_version_that_is_told_committed_and_new_can_be_released(project: Path) -> None:
    assert release.ready(project) == "- Something new."


def test_what_is_not_committed_stops_a_release(project: Path) -> None:
    (project / "more").touch()
    with pytest.raises(SetupError, match="1 files are not committed"):
        release.ready(project)


def test_version_that_was_released_before_stops_a_release(project: Path) -> None:
    git(project, "tag", f"v{__version__}")
    with pytest.raises(SetupError, match=f"v{re.escape(__version__)} was released before"):
        release.ready(project)


def test_version_that_the_changelog_does_not_tell_of_stops_a_release(project: Path) -> None:
    (project / CHANGELOG.relative_to(ROOT)).write_text("# Changes\n\n## 0.0.1\n\n- Old.\n")
    git(project, "commit", "--quiet", "--all", "--message", "Forget it")
    with pytest.raises(SetupError, match=f"tells nothing of {re.escape(__version__)}"):
        release.ready(project)


def test_this_version_is_told_of() -> None:
    assert release.section(CHANGELOG.read_text(encoding="utf-8"), __version__)


def test_version_is_written_in_one_place() -> None:
    assert re.search(r'^dynamic = \["version"\]$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert not re.search(r"^version\b(?! = \{)", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)


def test_about_page_and_health_tell_the_version(site: str) -> None:
    assert f"Version {__version__}" in urlopen(f"{site}/about").read().decode()
    assert urlopen(f"{site}/healthz").read().decode() == f'{{"status":"ok","version":"{__version__}"}}'
