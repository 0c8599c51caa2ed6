"""Types the README's `make run` where nothing is installed or cached, as a newcomer does: `make fresh`.

What is committed is cloned into a temporary folder, with an empty home. How this machine reaches a package index (its
system-wide configuration, certificates, proxies) stays as it is; all else of this environment is left behind.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from urllib.request import urlopen

from tools.commands import ROOT, SetupError
from tools.progress import timed

PATIENCE_SECONDS = 600
STOP_SECONDS = 15
COMMAND = r"^(make run)\b"
# What leads to an index, and what any program needs; caches are where the home is.
KEPT = re.compile(
    r"PATH|LANG|LC_\w+|TMPDIR|PYENV_VERSION|PYTHON|PIP_(?!CACHE|CONFIG)\w+|npm_config_registry|\w*(?:_|^)(?:CERTS?|CERT_FILE|CERT_DIR|CA_BUNDLE)|\w+_(?:proxy|PROXY)"
)


def main() -> None:
    """Clone, run, look, stop; or stop with one sentence."""
    began = time.monotonic()
    try:
        with new_place() as place:
            with timed("Cloning what is committed"):
                clone(place / "clone")
            serve_once(place / "clone", environment(place))
    except SetupError as error:
        sys.exit(f"make fresh: {error}")
    print(f"A new clone answers after {time.monotonic() - began:.0f} s in all", flush=True)


@contextmanager
def new_place() -> Generator[Path]:
    """Yield a folder with an empty home, and remove it."""
    place = Path(mkdtemp(prefix="fresh-"))
    try:
        (place / "home").mkdir()
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def clone(folder: Path) -> None:
    """Clone the commit that is checked out."""
    commit = _git("rev-parse", "HEAD")
    _git("clone", "--quiet", "--no-local", "--no-checkout", str(ROOT), str(folder))
    _git("-C", str(folder), "checkout", "--quiet", commit)


def environment(place: Path) -> dict[str, str]:
    """Return the environment of somebody who has nothing yet."""
    kept = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name) and value}
    paths = [path for path in kept.get("PATH", os.defpath).split(os.pathsep) if Path(path) != ROOT / ".venv" / "bin"]
    return kept | {"PATH": os.pathsep.join(paths), "HOME": str(place / "home"), "PORT": str(_free_port())}


def serve_once(folder: Path, environ: dict[str, str]) -> None:
    """Type the command, pass on what it says, and see the page answer; nothing of it is left running.

    Raises:
        SetupError: If it ends before it is ready, the page doesn't answer, or something of it stays.
    """
    process = subprocess.Popen(
        readme_command(folder), cwd=folder, env=environ, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        _see_the_page(_address(process))
    finally:
        _stop(process)


def readme_command(folder: Path) -> list[str]:
    """Return the first command that the README names."""
    found = re.search(COMMAND, (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    if not found:
        raise SetupError("the README names no make run")
    return found[1].split()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout  # noqa: S101
    signal.signal(signal.SIGALRM, lambda _number, _frame: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(PATIENCE_SECONDS)
    for line in process.stdout:
        print(f"  {line}", end="", flush=True)
        if line.startswith("Ready: "):
            signal.alarm(0)
            return line.removeprefix("Ready: ").strip()
    raise SetupError("make run ended before it was ready; its own words stand above")


def _see_the_page(address: str) -> None:
    with urlopen(address, timeout=10) as answer:
        if answer.status != 200 or b"data-flag=" not in answer.read():
            raise SetupError(f"{address} answers {answer.status}, and not with the page")


def _stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.communicate(timeout=STOP_SECONDS)
        # Whoever is left of the group would answer this.
        os.killpg(process.pid, signal.SIGKILL)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise SetupError(f"make run did not stop within {STOP_SECONDS} s") from None
    except ProcessLookupError:
        return
    raise SetupError("make run left a process behind")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"git {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout.strip()


if __name__ == "__main__":
    main()
