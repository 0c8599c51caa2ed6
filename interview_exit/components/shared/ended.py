"""How an interview ended, wherever that stands by itself."""

import reflex as rx

from interview_exit.components import Part
from interview_exit.components.shared.wording import worded_each
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded

ENDINGS = worded_each({ending.id: Worded(ending.title, ending.discreet) for ending in phrases.ENDINGS.values()})


def ending_label(end: rx.Var[str], live: rx.Var[bool] | bool = False) -> Part:
    """Return how an interview ended; that nobody has said so, unless it is live."""
    return rx.match(end, *ENDINGS, rx.cond(live, labels.LIVE_NOW, labels.NOT_CLOSED))
