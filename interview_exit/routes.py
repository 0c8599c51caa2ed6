"""Every URL has a name or a builder.

Paths are neutral words: they stand in the address bar. The id of an interview travels in the fragment, which a
browser never sends to a server.
"""

from collections.abc import Sequence

LIVE: str = "/"
HISTORY: str = "/history"
ENTRY: str = "/entry"
PREPARE: str = "/prepare"
DEBRIEF: str = "/debrief"
CARD: str = "/card"
SETTINGS: str = "/settings"
ABOUT: str = "/about"
DEVICES: str = "/devices"
INSIGHTS: str = "/insights"
DATA: str = "/data"
PRINT: str = "/print"
SERVER: str = "/server"
# No page: the service worker leaves it to the network, so whatever stands before the server can show its own.
SIGN_IN: str = "/api/sign-in"


FIRST_VAULTS: str = "/api/v1/vaults"
VAULTS: str = "/api/v2/vaults"
PAIRINGS: str = "/api/v1/pairings"
DESCRIPTION: str = "/api/v1/openapi.json"
# For whatever watches over the server.
HEALTH: str = "/healthz"

SCREENS: Sequence[str] = (
    *("flags", "more", "card", "moment", "unsafe", "skill", "details", "away", "end", "over"),
    *("drill", "rehearse"),
)
"""What is shown over the flags, or over the page that prepares an interview: the fragment of their address."""


def entry(interview_id: str) -> str:
    """Return the URL of one past interview."""
    return f"{ENTRY}#{interview_id}"
