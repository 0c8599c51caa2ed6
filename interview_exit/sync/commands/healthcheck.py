"""Asks the running server on this machine whether it can do its work."""

import json
from http.client import HTTPConnection, HTTPException

from interview_exit.routes import HEALTH
from interview_exit.settings import Settings
from interview_exit.sync.commands import CommandError

# The server gives up on a database that stands still after 4 seconds.
SECONDS = 8


def healthcheck(settings: Settings) -> str:
    """Return what to tell, if it can.

    Raises:
        CommandError: If it can't, or does not answer.
    """
    status, said = _ask(settings)
    if status != 200:
        raise CommandError(f"The server does not do its work: {said}.")
    return "The server does its work."


def is_served(settings: Settings) -> bool:
    """Return whether a server of ours answers where the settings say, healthy or not."""
    try:
        return bool(_ask(settings)[0])
    except CommandError:
        return False


def _ask(settings: Settings) -> tuple[int, str]:
    """Return the status of the answer, and the code of a refusal.

    Raises:
        CommandError: If no server of ours answers.
    """
    connection = HTTPConnection(settings.reachable, settings.port, timeout=SECONDS)
    try:
        connection.request("GET", HEALTH)
        answer = connection.getresponse()
        body = json.loads(answer.read())
        return answer.status, body.get("code") or body["status"]
    except (OSError, HTTPException):
        raise CommandError(f"Nothing answers at {settings.url}.") from None
    except (ValueError, KeyError, AttributeError):
        raise CommandError(f"What answers at {settings.url} is not this server.") from None
    finally:
        connection.close()
