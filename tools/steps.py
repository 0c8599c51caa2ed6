"""What must be installed or built before a command can run: `python -m tools.steps run`.

A step is done again when the content of what it reads has changed; a touched file, or a checkout and back, is no
change.
Needs no package, and runs on the machine's own Python: it makes the virtual environment that has the rest.
"""

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import need, npm, python
from tools.commands import BIN, LOGS, ROOT, SetupError, environment, explain, run
from tools.progress import timed

WEB = ROOT / ".web"
TOOLS = ROOT / "tools"


@dataclass(frozen=True)
class Step:
    """One thing to do, and what it is done from."""

    mark: Path
    reads: Callable[[], Iterable[Path]]
    does: Callable[[], None]

    def fingerprint(self) -> str:
        """Return what changes when the step must be done again."""
        digest = hashlib.sha256(f"{python.place()}\n".encode())
        for path in sorted(self.reads()):
            digest.update(f"{path.relative_to(ROOT)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        return digest.hexdigest()

    def is_done(self, fingerprint: str) -> bool:
        """Return whether it was done from exactly this."""
        return self.mark.is_file() and self.mark.read_text() == fingerprint


def main(command: str) -> None:
    """Do what a command needs and what has changed; stop with one sentence where that can't be."""
    try:
        with alone():
            need.install(need.PROGRAMS.get(command, {}), f"make {command}")
            for step in NEEDED[command]():
                fingerprint = step.fingerprint()
                if not step.is_done(fingerprint):
                    step.does()
                    step.mark.write_text(fingerprint)
    except SetupError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"Setting up stopped at {error.filename}: {explain(str(error))}")
    except KeyboardInterrupt:
        sys.exit("Stopped. What was done is kept; the rest is done next time.")


@contextmanager
def alone() -> Generator[None]:
    """Let one command at a time set things up: two tests may start the site at once."""
    LOGS.mkdir(exist_ok=True)
    with (LOGS / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install_tools() -> None:
    """Install what checks the JavaScript."""
    with timed("Installing what checks the JavaScript"):
        run([BIN / "npm", *npm.CI], "tools", cwd=TOOLS)


def build_site() -> None:
    """Build the site, in the environment that has Reflex; that program says by itself what it does."""
    program = [BIN / "python", "-m", "tools.export"]
    if status := subprocess.run(program, cwd=ROOT, env=environment(), check=False).returncode:
        raise SystemExit(status)


def describe() -> None:
    """Tell what checks the JavaScript of the modules that Python writes."""
    run([BIN / "python", "-m", "tools.typescript"], "typescript", cwd=ROOT)


def python_files() -> list[Path]:
    """Return all that decides what those modules are."""
    return [*(ROOT / "interview_exit").rglob("*.py"), TOOLS / "typescript.py"]


def site_files() -> list[Path]:
    """Return all that decides how the site is built. Reflex links shared assets into assets/external by itself."""
    inside = [path for folder in ("interview_exit", "assets") for path in (ROOT / folder).rglob("*")]
    skipped = {"__pycache__", "external"}
    sources = [path for path in inside if path.is_file() and not skipped & set(path.relative_to(ROOT).parts)]
    by_name = ("rxconfig.py", "requirements.txt", ".npmrc", "tools/export.py", "tools/npm.py")
    return [*sources, *(ROOT / "reflex.lock").iterdir(), *(ROOT / name for name in by_name)]


PYTHON = Step(python.VENV / "installed", lambda: [ROOT / "requirements.txt"], python.install)
DEV = Step(python.VENV / "dev", lambda: [*PYTHON.reads(), ROOT / "requirements-dev.txt"], python.install_dev)
PHONE = Step(python.VENV / "phone", lambda: [*PYTHON.reads(), ROOT / "requirements-phone.txt"], python.install_phone)
SCRIPTS = Step(TOOLS / "node_modules" / "installed", lambda: [TOOLS / "package-lock.json"], install_tools)
TYPES = Step(LOGS / "types" / "written", python_files, describe)
SITE = Step(WEB / "built", site_files, build_site)


def for_checks() -> list[Step]:
    """Return what the checks need: tsc reads types of npm packages in .web, whichever build put them there."""
    steps = [PYTHON, PHONE, DEV, SCRIPTS, TYPES]
    return steps if (WEB / "node_modules" / ".package-lock.json").is_file() else [*steps, SITE]


NEEDED: dict[str, Callable[[], list[Step]]] = {
    "run": lambda: [PYTHON, SITE],
    "phone": lambda: [PYTHON, PHONE, SITE],
    "test": lambda: [PYTHON, PHONE, DEV, SCRIPTS, SITE],
    "bench": lambda: [PYTHON, DEV, SITE],
    "check": for_checks,
    "dev": lambda: [PYTHON, PHONE, DEV],
}

if __name__ == "__main__":
    main(sys.argv[1])
