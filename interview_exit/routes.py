"""Every URL has a name or a builder.

Paths are neutral words: they stand in the address bar. The id of an interview travels in the fragment, which a
browser never sends to a server.
"""

LIVE = "/"
HISTORY = "/history"
ENTRY = "/entry"
PREPARE = "/prepare"
DEBRIEF = "/debrief"
CARD = "/card"
ABOUT = "/about"
DEVICES = "/devices"
INSIGHTS = "/insights"
DATA = "/data"
PRINT = "/print"
SERVER = "/server"
# No page: the service worker leaves it to the network, so whatever stands before the server can show its own.
SIGN_IN = "/api/sign-in"

PAGE_TITLE = "Notes"


def entry(interview_id: str) -> str:
    """Return the URL of one past interview."""
    return f"{ENTRY}#{interview_id}"
