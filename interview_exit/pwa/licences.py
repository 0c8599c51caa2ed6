"""The notices of everything that the built scripts contain of others, in one file that every licence asks for.

Bundlers drop the comments that named them. Which packages end up in the bundle is not known for sure, so this names
all that the site's own dependencies lead to, the framework among them, and a few too many.
"""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from interview_exit.pwa.names import NOTICES

FRAMEWORK = "reflex"
# Reflex's pages import it, and yet it is listed among what only the build needs.
ALSO_BUNDLED = ("@emotion/react",)
NOTICE_FILE = re.compile(r"(licen[cs]e|copying|notice)(\W.*)?", re.IGNORECASE)
RULE = "-" * 72

Lock = Mapping[str, Mapping[str, Any]]


def write_notices(web_dir: Path, static_dir: Path) -> None:
    """Write the file into the built site.

    Raises:
        ValueError: If a package states no licence at all.
    """
    lock: Lock = json.loads((web_dir / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    parts = [framework_notice(), *(notice(web_dir / place) for place in sorted(bundled(lock)))]
    (static_dir / NOTICES).write_text(f"\n\n{RULE}\n\n".join(parts) + "\n", encoding="utf-8")


def bundled(lock: Lock) -> set[str]:
    """Return the places in the lock of all that the site's own dependencies lead to."""
    found: set[str] = set()
    waiting = [place for name in (*lock[""]["dependencies"], *ALSO_BUNDLED) if (place := _place(lock, "", name))]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += _needed(lock, place)
    return found


def notice(package: Path) -> str:
    """Return what one package says of its licence."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    texts = [file.read_text(encoding="utf-8").strip() for file in sorted(package.iterdir()) if _is_notice(file)]
    if not texts and "license" not in about:
        texts = [_from_readme(package)]
    return "\n\n".join([f"{about['name']} {about['version']}", *(texts or [f"Licence: {about['license']}"])])


def framework_notice() -> str:
    """Return what Reflex says of its licence: parts of its own scripts are in every page."""
    reflex = distribution(FRAMEWORK)
    texts = [
        path.read_text(encoding="utf-8").strip() for path in reflex.files or () if NOTICE_FILE.fullmatch(path.name)
    ]
    return "\n\n".join([f"{FRAMEWORK} {reflex.version}", *texts])


def _needed(lock: Lock, place: str) -> Iterator[str]:
    yield from (found for name in lock[place].get("dependencies", {}) if (found := _place(lock, place, name)))


def _place(lock: Lock, asking: str, name: str) -> str | None:
    """Return where a package finds another one: in itself, or in a folder above."""
    while True:
        place = f"{asking}/node_modules/{name}".removeprefix("/")
        if place in lock:
            return place
        if not asking:
            return None
        asking = asking.rpartition("node_modules/")[0].rstrip("/")


def _is_notice(file: Path) -> bool:
    return file.is_file() and bool(NOTICE_FILE.fullmatch(file.name))


def _from_readme(package: Path) -> str:
    found = re.search(
        r"^#+ *licen[cs]e.*",
        (package / "README.md").read_text(encoding="utf-8"),
        re.IGNORECASE | re.MULTILINE | re.DOTALL,
    )
    if not found:
        msg = f"{package.name} states no licence"
        raise ValueError(msg)
    return found[0].strip()
