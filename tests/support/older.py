"""Answers and choices as the app writes them, for versions that know fewer (rules/older.py)."""

from typing import Any

from interview_exit.rules.older import OLDER_CHOICES, OLDER_STATES

OLDER: dict[str, str] = {**OLDER_STATES, **OLDER_CHOICES}


def saying(answer: str) -> dict[str, Any]:
    """Return the body of an outcome."""
    return {"state": OLDER[answer], "exact": answer} if answer in OLDER else {"state": answer}


def choosing(choice: str) -> dict[str, Any]:
    """Return what a step says that chooses."""
    return {"choice": OLDER[choice], "body": {"exact": choice}} if choice in OLDER else {"choice": choice}
