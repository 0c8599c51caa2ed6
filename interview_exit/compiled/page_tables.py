"""What only one page looks up, as modules of their own, so that the live page does not load it."""

from __future__ import annotations

from typing import Any

from interview_exit.compiled.tables import SENT_LATER, printed, scripts_of, tables
from interview_exit.rules import debrief, flags, insights
from interview_exit.sync.errors import ERRORS
from interview_exit.words import phrases, rehearsal
from interview_exit.words.texts import data


def prepare_tables() -> dict[str, Any]:
    """Return the tables of the page that prepares an interview."""
    return {
        "CARDS": {"words": dict(rehearsal.WORDS), "flags": dict(rehearsal.FLAG_LINES)},
        "OWN_LINES": dict(flags.OWN_LINES),
    }


def after_tables() -> dict[str, Any]:
    """Return the tables of the pages that look back."""
    return {
        "RATINGS": list(debrief.RATINGS),
        "SEEN": list(debrief.SEEN),
        "REGRETS": list(debrief.REGRETS),
        "ANSWERS": {kind: [outcome.state for outcome in outcomes] for kind, outcomes in phrases.OUTCOMES.items()},
        "LETTERS": {how: {"offered": list(fit.offered), "first": fit.first} for how, fit in debrief.LETTERS.items()},
        "NOTES": scripts_of(lambda moment: moment == SENT_LATER),
    }


def insights_tables() -> dict[str, Any]:
    """Return what the insights count by."""
    return {
        "EXITS": list(insights.EXITS),
        "MONTHS": insights.MONTHS,
        "SPANS": list(insights.SPANS),
        "RECENT_TRIES": insights.RECENT_TRIES,
    }


def data_tables() -> dict[str, Any]:
    """Return the words of the table for a spreadsheet."""
    return {
        "COLUMNS": list(data.COLUMNS),
        "KIND_NAMES": {kind.id: kind.label for kind in flags.KINDS.values()},
        "HARD": data.HARD,
    }


def sync_tables() -> dict[str, Any]:
    """Return the status that the server sends each of its codes with."""
    return {"STATUSES": {code: status for code, (status, _) in ERRORS.items()}}


MODULES = {
    "live": tables,
    "prepare": prepare_tables,
    "after": after_tables,
    "insights": insights_tables,
    "data": data_tables,
    "sync": sync_tables,
}
"""Every generated module by its name, with what gathers its tables."""


def sources() -> dict[str, str]:
    """Return the source of every generated module, by its place in assets/client."""
    return {f"tables/{name}.js": printed(gather()) for name, gather in MODULES.items()}
