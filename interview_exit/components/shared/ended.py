"""How an interview ended, wherever that stands by itself."""

import reflex as rx

from interview_exit.components import Part
from interview_exit.words import phrases
from interview_exit.words.texts import labels

ENDINGS = [(ending.id, ending.title) for ending in phrases.ENDINGS.values()]


def ending_label(end: rx.Var[str], live: rx.Var[bool] | bool = False) -> Part:
    """Return how an interview ended; that nobody has said so, unless it is live."""
    return rx.match(end, *ENDINGS, rx.cond(live, labels.LIVE_NOW, labels.NOT_CLOSED))
