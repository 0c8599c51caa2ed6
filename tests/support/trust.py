"""A Chromium that trusts one more authority than it would by itself, as a phone does once that was installed there.

Its list of authorities lies in its home, in the form of NSS: no flag that lets errors of certificates pass is needed,
and what the authority has not signed is refused.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.support.browsers import CHROMIUM_FLAGS


def trust(home: Path, *certificates: Path) -> Mapping[str, str]:
    """Make a home in which these authorities are trusted, and return its environment."""
    database = home / ".pki" / "nssdb"
    database.mkdir(parents=True, exist_ok=True)
    command = ["certutil", "-d", f"sql:{database}"]
    subprocess.run([*command, "-N", "--empty-password"], check=True)
    for certificate in certificates:
        subprocess.run([*command, "-A", "-t", "C,,", "-n", certificate.name, "-i", certificate], check=True)
    return os.environ | {"HOME": str(home)}


@contextmanager
def trusting_chromium(playwright: Playwright, home: Path, name: str, *certificates: Path) -> Iterator[Browser]:
    """Start one that finds a name on this machine."""
    found = shutil.which("chromium-headless-shell")
    assert found, "Chromium's shell is missing: apt-get install chromium-headless-shell"
    browser = playwright.chromium.launch(
        executable_path=found, args=[*CHROMIUM_FLAGS, mapped(name)], env={**trust(home, *certificates)}
    )
    yield browser
    browser.close()


def mapped(name: str) -> str:
    """Return the flag by which Chromium finds a name on this machine."""
    return f"--host-resolver-rules=MAP {name} 127.0.0.1"
