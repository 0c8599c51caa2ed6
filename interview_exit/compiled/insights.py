"""What the insights count by."""

from __future__ import annotations

from collections.abc import Sequence

from interview_exit.rules import insights

EXITS: Sequence[str] = insights.EXITS
"""The endings that count as going before it was over."""

MONTHS: int = insights.MONTHS
"""How many months are drawn at most."""

SPANS: Sequence[int] = insights.SPANS
"""Where each span of minutes begins; the last one has no end."""

RECENT_TRIES: int = insights.RECENT_TRIES
"""How many tries of the drill are set against as many before them."""
