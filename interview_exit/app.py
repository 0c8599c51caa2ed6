"""What runs: the API, and beside it the built site. Reflex has built that and is not loaded any more."""

from pathlib import Path

from starlette.types import ASGIApp

from interview_exit.pwa.headers import headers
from interview_exit.pwa.site import site
from interview_exit.server.metrics import counted
from interview_exit.server.processes import loaded
from interview_exit.server.transport import transport
from interview_exit.settings import load
from interview_exit.sync.app import beside, sync_app

BUILT = Path(__file__).parents[1] / ".web" / "build" / "client"


def app() -> ASGIApp:
    """Return the app as the environment sets it: what a server process loads by name."""
    settings = load()
    return loaded(transport(headers(beside(sync_app(settings), counted(site(BUILT)))), settings))
