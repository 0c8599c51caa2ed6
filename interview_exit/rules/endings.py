"""The ways in which an interview ends."""

from typing import Literal

EndingId = Literal["left", "wrapped_up", "withdrew_later", "stayed", "practised", "they_ended"]
