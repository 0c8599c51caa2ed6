"""What npm's lock files say, and where they differ in meaning: in a package, its version, or its hash."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Packages = dict[str, dict[str, Any]]
# Whoever has no network is told so within seconds, not after a minute and a half.
IMPATIENT = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000")
# Peers are left to the one who needs them, as Reflex locks them; and nothing that we install needs a script of its own.
CI = ("ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", *IMPATIENT)
ADDED = ("dependencies", "optionalDependencies")


def read(file: Path) -> Packages:
    """Return the packages of a lock file by their places; the project itself has the empty one."""
    return json.loads(file.read_text(encoding="utf-8"))["packages"] if file.is_file() else {}


def lacking(packages: Packages) -> Iterator[str]:
    """Yield what a package needs, on whatever machine, and the lock doesn't have."""
    for place, facts in packages.items():
        for kind in (*ADDED, *([] if place else ["devDependencies"])):
            for name, wanted in facts.get(kind, {}).items():
                if not any(found in packages for found in places(place, name)):
                    yield f"{name} {wanted}, which {name_of(place) or 'the app'} needs, is not locked"


def places(place: str, name: str) -> Iterator[str]:
    """Yield where Node looks for a package, from another's place upwards."""
    while True:
        yield f"{place}/node_modules/{name}".lstrip("/")
        if not place:
            return
        place = place.rpartition("node_modules/")[0].rstrip("/")


def unlocked(wanted: dict[str, str], packages: Packages) -> Iterator[str]:
    """Yield where the packages that the app asks for differ from those that are locked for it."""
    project = packages.get("", {})
    asked = project.get("dependencies", {}) | project.get("devDependencies", {})
    for name in sorted(wanted.keys() | asked.keys()):
        locked = packages.get(f"node_modules/{name}", {}).get("version", "nothing") if name in asked else "nothing"
        if locked != wanted.get(name, "nothing"):
            yield f"{name}: the app wants {wanted.get(name, 'nothing')}, locked is {locked}"


def differing(locked: Packages, found: Packages) -> Iterator[str]:
    """Yield where what is installed differs from the lock; what is optional may be missing on this machine."""
    for place in sorted((locked.keys() | found.keys()) - {""}):
        ours, theirs = locked.get(place), found.get(place)
        if theirs is None and ours and ours.get("optional"):
            continue
        if _identity(ours) != _identity(theirs):
            yield f"{name_of(place)}: locked is {_identity(ours)}, installed is {_identity(theirs)}"


def name_of(place: str) -> str:
    """Return the name of the package at a place."""
    return place.rpartition("node_modules/")[2]


def _identity(facts: dict[str, Any] | None) -> str:
    return f"{facts.get('version')} ({facts.get('integrity', 'no hash')})" if facts else "nothing"


def tampered(said: str, packages: Packages) -> Iterator[str]:
    """Yield which package npm found to have another hash than the locked one, from what npm said."""
    for wanted, got in re.findall(r"wanted (sha512-\S+) but got (sha512-\S+)\.", said):
        for place, facts in packages.items():
            if facts.get("integrity") == wanted:
                yield f"{name_of(place)} {facts['version']}: locked is {wanted}, sent was {got}"
