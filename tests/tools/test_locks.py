"""The locks are whole: whatever machine installs from them, nothing is left to be looked for."""

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import npm

ROOT = Path(__file__).parents[2]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
NPM_LOCKS = [ROOT / "reflex.lock" / "package-lock.json", ROOT / "tools" / "package-lock.json"]
SYSTEMS = {
    "linux": {"platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "linux-arm": {"platform_system": "Linux", "os_name": "posix", "platform_machine": "aarch64"},
    "darwin": {"platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    "win32": {"platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
}
PYTHONS = ["3.11.0", "3.11.7", "3.12.3", "3.13.1", "3.14.0"]
Environment = dict[str, str]


def environments() -> Iterator[Environment]:
    """Yield the machines that Reflex runs on."""
    for system, facts in SYSTEMS.items():
        for version in PYTHONS:
            yield facts | {
                "sys_platform": system.partition("-")[0],
                "python_version": version.rpartition(".")[0],
                "python_full_version": version,
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
            }


def locked() -> list[Requirement]:
    """Return every line of the locks that names a package."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in LOCKS).splitlines()
    return [Requirement(line.rstrip(" \\")) for line in lines if re.match(r"[a-zA-Z]", line)]


def applies(requirement: Requirement, environment: Environment, extra: str = "") -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment | {"extra": extra})


def wanted(lock: list[Requirement], environment: Environment) -> set[Requirement]:
    """Return what the locked packages want there, each with the extras that another wants of it."""
    here, found = {canonicalize_name(each.name) for each in lock if applies(each, environment)}, set()
    asked = [(name, extra) for name in here for extra in ("", *extras_of(name, lock))]
    while asked:
        name, extra = asked.pop()
        for requirement in requires(name):
            if applies(requirement, environment, extra) and requirement not in found:
                found.add(requirement)
                asked += [(canonicalize_name(requirement.name), further) for further in requirement.extras]
    return found


def requires(name: str) -> list[Requirement]:
    """Return what a package wants by its own word; of one for other machines alone there is no word here."""
    try:
        return [Requirement(line) for line in metadata.requires(name) or []]
    except metadata.PackageNotFoundError:
        return []


def extras_of(name: str, lock: list[Requirement]) -> set[str]:
    return {extra for each in lock if canonicalize_name(each.name) == name for extra in each.extras}


def missing(lock: list[Requirement], environment: Environment) -> set[str]:
    """Return what is wanted there and not locked for it: by name, by version, or by extra."""
    pins = {canonicalize_name(pin.name): pin for pin in lock if applies(pin, environment)}
    faults = set()
    for requirement in wanted(lock, environment):
        pin = pins.get(canonicalize_name(requirement.name))
        version = next(iter(pin.specifier)).version if pin else ""
        if not (pin and requirement.specifier.contains(version, prereleases=True) and requirement.extras <= pin.extras):
            faults.add(f"{requirement.name}{sorted(requirement.extras) or ''}{requirement.specifier}")
    return faults


@pytest.mark.parametrize(
    "environment", list(environments()), ids=lambda facts: f"{facts['platform_machine']}-{facts['python_full_version']}"
)
def test_all_that_any_locked_package_wants_on_a_machine_is_locked_for_it_extras_too(environment: Environment) -> None:
    assert missing(locked(), environment) == set()


def test_every_locked_package_that_this_machine_takes_is_installed_in_that_version() -> None:
    here = [pin for pin in locked() if pin.marker is None or pin.marker.evaluate()]
    assert {(pin.name, str(pin.specifier)) for pin in here} == {
        (pin.name, f"=={metadata.version(pin.name)}") for pin in here
    }


def test_nothing_is_written_by_hand_that_another_package_wants_by_itself() -> None:
    by_hand = [Requirement(line.split("  #")[0]) for line in (ROOT / "requirements.in").read_text().splitlines()[1:]]
    assert all(re.search(rf"\b{each.name}\b", (ROOT / "requirements.txt").read_text()) for each in by_hand)
    assert "async-timeout" not in {each.name for each in by_hand}


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda lock: lock.parent.name)
def test_every_npm_package_that_another_may_add_has_its_entry(lock: Path) -> None:
    assert list(npm.lacking(npm.read(lock))) == []


def test_the_app_asks_for_npm_packages_in_one_version_each() -> None:
    project = npm.read(NPM_LOCKS[0])[""]
    asked = project["dependencies"] | project["devDependencies"]
    assert {name: version for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == {}
