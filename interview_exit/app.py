"""What runs: the API, and beside it the built site. Reflex has built that and is not loaded any more."""

from pathlib import Path

from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from interview_exit.pwa.headers import headers
from interview_exit.sync.app import beside, from_environment

BUILT = Path(__file__).parents[1] / ".web" / "build" / "client"


def app() -> ASGIApp:
    """Return the app as the environment sets it: what a server process loads by name."""
    return headers(beside(from_environment(), StaticFiles(directory=BUILT, html=True)))
