"""The ways in which an interview ends."""

from typing import Literal

EndingId = Literal["left", "wrapped_up", "stayed", "practised", "they_ended"]
