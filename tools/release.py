"""Checks everything, and tags the version: `make release`. What is tagged here goes out by `git push --follow-tags`."""

import re
import subprocess
import sys
from pathlib import Path

from interview_exit import __version__
from tools.commands import ROOT, SetupError

CHANGELOG = ROOT / "docs" / "CHANGELOG.md"
STEPS = ("check", "fresh", "test")


def main() -> None:
    """Release, or stop with one sentence."""
    try:
        notes = ready(ROOT)
        for step in STEPS:
            passes(step)
        ready(ROOT)
    except SetupError as error:
        sys.exit(f"Nothing is released: {error}")
    _git(ROOT, "tag", "--annotate", tag(), "--message", f"{tag()}\n\n{notes}")
    print(f"{tag()} is tagged. Type: git push --follow-tags")


def passes(step: str) -> None:
    """Type one of the commands that must succeed.

    Raises:
        SetupError: If it fails.
    """
    if subprocess.run(["make", step], cwd=ROOT, check=False).returncode:
        raise SetupError(f"make {step} failed: mend that, commit, and type make release again")


def ready(root: Path) -> str:
    """Return the version's notes, if it can be released from what is committed.

    Raises:
        SetupError: If something is not committed, not told, or was released before.
    """
    if changed := _git(root, "status", "--porcelain"):
        raise SetupError(f"{len(changed.splitlines())} files are not committed: commit them, or put them away")
    if _git(root, "tag", "--list", tag()):
        raise SetupError(f"{tag()} was released before: write a new version into interview_exit/__init__.py")
    if not (notes := section((root / CHANGELOG.relative_to(ROOT)).read_text(encoding="utf-8"), __version__)):
        raise SetupError(f"{CHANGELOG.relative_to(ROOT)} tells nothing of {__version__}: write what is new")
    return notes


def section(changelog: str, version: str) -> str:
    """Return what the changelog tells of a version."""
    found = re.search(rf"^## {re.escape(version)}$\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def tag() -> str:
    """Return the name that git has for this version."""
    return f"v{__version__}"


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
