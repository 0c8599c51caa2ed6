"""The ways in which an interview ends."""

from typing import Literal

EndingId = Literal[
    "left",
    "wrapped_up",
    "withdrew_later",
    "stayed",
    "practised",
    "they_ended",
    "did_not_happen",
    "moved_day",
]

NOT_HELD: tuple[EndingId, ...] = ("did_not_happen", "moved_day")
"""There was no interview after all: what was planned waits for the next one, and there is nothing to look back on."""
