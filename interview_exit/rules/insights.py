"""What the insights count, and how much is enough to say anything by: the phone only counts."""

from __future__ import annotations

from interview_exit.rules.endings import EndingId
from interview_exit.rules.taps import StateId

ENOUGH = 5
"""Of fewer than these nothing is said but how many there are: three interviews make no pattern."""

MONTHS = 12
"""How many months are drawn; all others are in the totals."""

MOST_FLAGS = 8
"""How many flags are drawn; the table has all."""

CLEARED: tuple[StateId, ...] = ("cleared",)
"""What asking brought when it was a misunderstanding."""

MOVED: tuple[StateId, ...] = ("moved", "partly")
"""What raising something brought when it was a yes, at least in part."""

EXITS: tuple[EndingId, ...] = ("left", "wrapped_up")
"""The endings that count as going before it was over."""

SPANS = (0, 5, 15, 30, 60)
"""Where each span of minutes from the first flag to the exit begins; the last has no end."""

RECENT_TRIES = 5
"""How many tries of the drill are set against as many before them."""
