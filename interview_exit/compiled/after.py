"""What only the pages that look back look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_exit.compiled.shapes import Script, scripts_of
from interview_exit.rules import debrief, limits
from interview_exit.rules.debrief import Letters
from interview_exit.words import phrases

RATINGS: Sequence[str] = debrief.RATINGS
"""What can be said of a company or a manager, by id."""

SEEN: Sequence[str] = debrief.SEEN
"""What they may have seen of the candidate, by id."""

REGRETS: Sequence[str] = debrief.REGRETS
"""Whether there are regrets, by id."""

ANSWERS: Mapping[str, Sequence[str]] = {
    kind: [outcome.state for outcome in outcomes] for kind, outcomes in phrases.OUTCOMES.items()
}
"""What asking about a flag can bring, by its kind."""

LETTERS: Mapping[str, Letters] = {**debrief.LETTERS}
"""Which notes fit how it ended."""

EVENING_HOUR: int = limits.EVENING_HOUR
"""When to be reminded of what is to be sent tonight."""

NOTES: Mapping[str, Script] = scripts_of("later")
"""The notes that can be sent afterwards."""
