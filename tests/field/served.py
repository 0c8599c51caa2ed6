"""The site and the API as one app, for the conditions that stand in front of them.

Until the app that runs is one of its own (`interview_exit.app`), this is what it will be made of.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import httpx2
import pytest
from starlette.types import ASGIApp

from interview_exit import processes, settings
from interview_exit.pwa.headers import headers
from interview_exit.pwa.site import site as built_site
from interview_exit.sync.app import beside, sync_app
from interview_exit.sync.migration import migrate
from interview_exit.transport import transport
from tests.support.site import ROOT, free_port

BUILT = ROOT / ".web" / "build" / "client"


def app() -> ASGIApp:
    """Return the app as the environment sets it."""
    given = settings.load()
    return transport(headers(beside(sync_app(given))(built_site(BUILT))), given)


@contextmanager
def running(database: Path) -> Iterator[str]:
    """Serve it on a port of its own, and return its URL."""
    variables = {"PORT": str(free_port()), "DATABASE_URL": f"sqlite:///{database}"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", variables["DATABASE_URL"])
        migrate(variables["DATABASE_URL"])
    command = [sys.executable, "-m", "tests.field.served"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | variables)
    url = f"http://127.0.0.1:{variables['PORT']}"
    try:
        with httpx2.Client(transport=httpx2.HTTPTransport(retries=8), trust_env=False) as client:
            client.get(f"{url}/healthz").raise_for_status()
        yield url
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of site and API."""
    site: str = request.getfixturevalue("site")  # built, if need be
    if find_spec("interview_exit.app"):
        yield site
        return
    with running(tmp_path_factory.mktemp("database") / "sealed.db") as url:
        yield url


if __name__ == "__main__":
    processes.run("tests.field.served:app", settings.load())
