"""What a verdict is called, and the shape that goes with it."""

import reflex as rx

from interview_exit.components import Part
from interview_exit.components.shared.wording import called
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases

KIND_OF_VERDICT: dict[VerdictId, str] = {
    "leave_now": "alarm",
    "clear_air": "unclear",
    "give_chance": "negotiable",
    "wrap_up": "mismatch",
    "withdraw_later": "mismatch",
    "practice": "mismatch",
    "stay": "",
}


def name_of(verdict: rx.Var[str]) -> Part:
    """Return what a verdict is called, or its neutral name when discreet."""
    return rx.match(verdict, *[(each, called(words)) for each, words in phrases.WORDS.items()], "")
