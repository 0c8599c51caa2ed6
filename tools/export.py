"""Builds the site into .web/build/client from exactly what is locked: `python -m tools.export`.

Reflex would run `npm install` and `npm add` itself, and those ask a registry what is new. The function that it calls
for that is replaced: it says which packages the app uses, these must be the locked ones, and `npm ci` installs them.
"""

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reflex.utils import frontend_skeleton, js_runtimes
from reflex_base import constants
from reflex_base.config import Config, get_config

from interview_exit.pwa.plugin import refuse_prefix
from tools import npm
from tools.commands import BIN, LOGS, ROOT, SetupError, environment, explain, run
from tools.progress import Progress, quiet

WEB = ROOT / ".web"
LOCK = ROOT / "reflex.lock" / "package-lock.json"
INSTALLED = WEB / "node_modules" / ".package-lock.json"
LOG = LOGS / "site.log"
RELOCK = "type make lock, and commit what it writes"

# Never Bun, no telemetry, no look-up of newer versions, nothing in the user's home; and a registry that nobody asks,
# since Reflex times requests to two public ones where none is named.
REFLEX = {
    "REFLEX_USE_NPM": "1",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    "REFLEX_DIR": str(LOGS / "reflex"),
    "NPM_CONFIG_REGISTRY": "https://registry.invalid",
}


@dataclass(frozen=True)
class Wanted:
    """The npm packages that the app asks for, by name, each in one version."""

    dependencies: dict[str, str]
    development: dict[str, str]


def main() -> None:
    """Build, or stop with one sentence."""
    try:
        export(install_locked)
    except SetupError as error:
        sys.exit(f"The site can't be built: {error}")


def export(install: Callable[[Wanted], None]) -> None:
    """Have Reflex compile the app, install its packages in this way, and build the site.

    Raises:
        SetupError: If that fails.
    """
    from reflex.reflex import cli

    try:
        refuse_prefix(get_config())
    except ValueError as error:
        raise SetupError(str(error)) from None
    machine = environment()
    LOGS.mkdir(exist_ok=True)
    # Reflex copies assets over what is there and takes away none.
    shutil.rmtree(WEB / "public", ignore_errors=True)
    try:
        with quiet(LOG) as progress:
            os.environ.update(REFLEX, PATH=machine["PATH"])
            js_runtimes.install_frontend_packages = _replacement(install, progress, machine)
            progress.now("Compiling the pages")
            cli(["export", "--frontend-only", "--no-zip"], standalone_mode=False)
    except SetupError:
        raise
    # What the framework no longer does as a plugin of ours expects (interview_exit/pwa) is told by the plugin alone.
    except ValueError as error:
        raise SetupError(str(error)) from error
    except (Exception, SystemExit):
        # What an exception says, nobody has printed; Reflex prints why it exits.
        if not isinstance(sys.exc_info()[1], SystemExit):
            with LOG.open("a", encoding="utf-8") as log:
                traceback.print_exc(file=log)
        said = LOG.read_text(encoding="utf-8", errors="replace")
        raise SetupError(f"{explain(said)} (all that was said: {LOG.relative_to(ROOT)})") from None


def wanted_by(packages: Iterable[str], config: Config) -> Wanted:
    """Return what Reflex would add: its own packages, those of plugins, and those of the pages.

    Raises:
        SetupError: If one has no version.
    """
    plugins = config.plugins
    development = _versions(spec for plugin in plugins for spec in plugin.get_frontend_development_dependencies())
    dependencies = _versions([*packages, *(spec for plugin in plugins for spec in plugin.get_frontend_dependencies())])
    dependencies |= {name: version.lstrip("v") for name, version in constants.PackageJson.DEPENDENCIES.items()}
    development |= constants.PackageJson.DEV_DEPENDENCIES
    return Wanted(dependencies, {name: version for name, version in development.items() if name not in dependencies})


def install_locked(wanted: Wanted) -> None:
    """Install what is locked, if that is what the app asks for.

    Raises:
        SetupError: If the lock is another app's, or something else than the lock is found installed.
    """
    locked = npm.read(LOCK)
    if faults := [*npm.unlocked(wanted.dependencies | wanted.development, locked), *npm.lacking(locked)]:
        raise SetupError(f"{'; '.join(faults)}: {RELOCK}")
    frontend_skeleton.sync_root_lockfiles_to_web()
    if not INSTALLED.is_file() or any(npm.differing(locked, npm.read(INSTALLED))):
        npm_ci()
    if faults := list(npm.differing(locked, npm.read(INSTALLED))):
        raise SetupError(f"{'; '.join(faults)}: type make clean, then try again")


def npm_ci() -> None:
    """Install the lock that lies in .web, each package checked by its hash.

    Raises:
        SetupError: If that fails; a package of another hash is named.
    """
    try:
        run([BIN / "npm", *npm.CI], "npm", cwd=WEB)
    except SetupError as error:
        said = (LOGS / "npm.log").read_text(encoding="utf-8", errors="replace")
        other = next(npm.tampered(said, npm.read(LOCK)), "the npm packages can't be installed")
        raise SetupError(f"{other}: {error}") from None


def _replacement(
    install: Callable[[Wanted], None], progress: Progress, machine: dict[str, str]
) -> Callable[[set[str], Config], None]:
    def install_frontend_packages(packages: set[str], config: Config) -> None:
        wanted = wanted_by(packages, config)
        ours = dict(os.environ)
        progress.now("Installing npm packages")
        os.environ.clear()
        os.environ.update(machine)
        install(wanted)
        os.environ.update(ours)
        progress.now("Building the site")

    return install_frontend_packages


def _versions(specs: Iterable[str]) -> dict[str, str]:
    versions: dict[str, str] = {}
    for spec in specs:
        name, _, version = spec.rpartition("@")
        if not name:
            raise SetupError(f"{spec} is asked for without a version: give it one, then {RELOCK}")
        versions[name] = version.lstrip("v")
    return versions


if __name__ == "__main__":
    main()
