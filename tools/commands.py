"""Runs the programs that set things up: what they say goes to a file, and a failure becomes one sentence."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOGS = ROOT / ".build"
BIN = ROOT / ".venv" / "bin"

NO_INDEX = (
    "the package index can't be reached: check the network, or name an index that this machine reaches in "
    "PIP_INDEX_URL and npm_config_registry, then try again"
)
# The first that fits is the cause: pip calls a package not found, too, when it could not ask for it.
CAUSES = {
    r"No space left on device|ENOSPC|Disk quota exceeded": "the disk is full: make room, then try again",
    r"Read-only file system|EROFS": "the disk can't be written to: put the project where you may write, then try again",
    r"Permission denied|EACCES|EPERM": (
        "a file or folder belongs to somebody else: type sudo chown -R $USER . ~/.npm ~/.cache, then try again"
    ),
    r"DO NOT MATCH THE HASHES|EINTEGRITY": (
        "what was sent is not what is locked, so none of it is used: try again, and if that "
        "changes nothing, ask who runs the package index that this machine uses"
    ),
    r"CERTIFICATE_VERIFY_FAILED|UNABLE_TO_(?:GET|VERIFY)\w+|SELF_SIGNED_CERT\w*": (
        "the package index shows a certificate that this machine doesn't know: name the file that has it in PIP_CERT "
        "and NODE_EXTRA_CA_CERTS, then try again"
    ),
    r"NewConnectionError|(?:Connect|Read)Timeout|ConnectionResetError|NameResolutionError|ProxyError": NO_INDEX,
    r"ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED": NO_INDEX,
    r"No matching distribution found for (?P<what>\S+)": (
        "there is no {what} for this machine and its Python: use Python 3.11 to 3.14 on Linux (glibc) or macOS, x64 or "
        "ARM, or a package index that has it"
    ),
}


class SetupError(Exception):
    """One sentence that says what is missing and what to type."""


def run(command: Sequence[str | Path], log: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> str:
    """Run a program and return what it printed.

    Raises:
        SetupError: If it fails; the sentence names the cause, and the file with all that the program said.
    """
    LOGS.mkdir(exist_ok=True)
    file = LOGS / f"{log}.log"
    with file.open("w", encoding="utf-8") as output:
        done = subprocess.run(command, cwd=cwd, env=env or environment(), stdout=output, stderr=output, check=False)
    said = file.read_text(encoding="utf-8", errors="replace")
    if done.returncode:
        raise SetupError(f"{explain(said)} (all that was said: {file.relative_to(ROOT)})")
    return said


def explain(said: str) -> str:
    """Return the cause of a failure, and what to do about it."""
    for pattern, sentence in CAUSES.items():
        if found := re.search(pattern, said):
            return sentence.format(**found.groupdict())
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f"it stopped with “{lines[-1]}”: try again after make clean" if lines else "it stopped without a word"


def environment() -> dict[str, str]:
    """Return the environment in which everything is set up: the locked programs come first."""
    return os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # A user's own setting would install beside the virtual environment.
        "PIP_USER": "0",
    }
