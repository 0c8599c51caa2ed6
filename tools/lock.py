"""Writes the lock files, for every platform at once: `python -m tools.lock python|npm [--upgrade]`.

npm leaves other platforms' packages out of a lock that it writes beside installed ones (npm/cli#4828), so it writes
each from an empty folder. The locks name packages and their hashes, and leave it to you where to fetch them.
"""

import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tools import npm
from tools.commands import BIN, ROOT, SetupError, run
from tools.progress import timed

if TYPE_CHECKING:
    from tools.export import Wanted

# With extras: pip looks anew for a package that another wants with an extra, unless it is locked with that extra.
WRITES = ("--no-strip-extras", "--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=make lock")
COMPILE = ("uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11", "--generate-hashes", *WRITES)
NPM = ("install", "--package-lock-only", "--legacy-peer-deps", "--ignore-scripts", "--omit-lockfile-registry-resolved")
MANIFEST, LOCK = "package.json", "package-lock.json"
SITE = ROOT / "reflex.lock"


def main(kind: str, upgrade: bool) -> None:
    """Write the locks of Python or of npm; `upgrade` forgets what was locked before."""
    try:
        if kind == "python":
            for name in ("requirements", "requirements-phone", "requirements-dev"):
                lock_python(name, upgrade)
        else:
            lock_scripts(upgrade)
    except SetupError as error:
        sys.exit(f"The locks can't be written: {error}")


def lock_scripts(upgrade: bool) -> None:
    """Write npm's locks: of what checks, and of what the app asks for, which Reflex knows once it is installed."""
    from tools.export import export

    with timed("Locking what checks the JavaScript"):
        lock_npm(ROOT / "tools", upgrade)
    export(lambda wanted: lock_site(wanted, upgrade))


def lock_python(name: str, upgrade: bool) -> None:
    """Write one requirements file."""
    with timed(f"Locking {name}"):
        options = ["--upgrade"] if upgrade else []
        run([BIN / COMPILE[0], *COMPILE[1:], *options, f"{name}.in", "-o", f"{name}.txt"], "lock")


def lock_npm(folder: Path, upgrade: bool) -> None:
    """Write the lock file that belongs to a folder's package.json.

    Raises:
        SetupError: If npm fails, or leaves something out.
    """
    lock = folder / LOCK
    with TemporaryDirectory() as temporary:
        empty = Path(temporary)
        for file in (folder / MANIFEST, ROOT / ".npmrc", *([] if upgrade or not lock.is_file() else [lock])):
            shutil.copy(file, empty)
        run([BIN / "npm", *NPM], "lock", cwd=empty)
        if faults := list(npm.lacking(npm.read(empty / LOCK))):
            raise SetupError(f"{'; '.join(faults)}: type make upgrade")
        shutil.copy(empty / LOCK, lock)


def lock_site(wanted: "Wanted", upgrade: bool) -> None:
    """Write down the versions that the app asks for, in the form that Reflex gives that file, lock and install them."""
    from tools.export import WEB, install_locked

    manifest = json.loads((WEB / MANIFEST).read_text(encoding="utf-8"))
    manifest |= {"dependencies": _sorted(wanted.dependencies), "devDependencies": _sorted(wanted.development)}
    SITE.mkdir(exist_ok=True)
    (SITE / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    lock_npm(SITE, upgrade)
    install_locked(wanted)


def _sorted(versions: dict[str, str]) -> dict[str, str]:
    return dict(sorted(versions.items()))


if __name__ == "__main__":
    main(sys.argv[1], "--upgrade" in sys.argv)
