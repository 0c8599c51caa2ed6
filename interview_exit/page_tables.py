"""What only one page looks up, as modules of their own, so that the live page does not load it."""

from __future__ import annotations

from typing import Any

from interview_exit import debrief, flags, rehearsal
from interview_exit.tables import SENT_LATER, printed, scripts_of, tables


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
        "LETTERS": {how: {"offered": list(fit.offered), "first": fit.first} for how, fit in debrief.LETTERS.items()},
        "NOTES": scripts_of(lambda moment: moment == SENT_LATER),
    }


MODULES = {"tables": tables, "tables-prepare": prepare_tables, "tables-after": after_tables}
"""Every generated module by its name, with what gathers its tables."""


def sources() -> dict[str, str]:
    """Return the source of every generated module, by its file's name."""
    return {f"{name}.js": printed(gather()) for name, gather in MODULES.items()}
