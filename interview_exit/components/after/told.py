"""How past interviews are told wherever they stand: the shapes of their flags, how they ended, the way they took."""

import reflex as rx

from interview_exit.components import Part
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.verdict_name import name_of
from interview_exit.words import phrases
from interview_exit.words.texts import labels

ENDINGS = [(ending.id, ending.told) for ending in phrases.ENDINGS.values()]


def marks(kinds: rx.Var[list[str]]) -> rx.Component:
    """Return the shapes of an interview's flags, in the order of their taps."""
    return rx.el.span(rx.foreach(kinds, glyph), class_name="marks")


def ending_label(end: rx.Var[str], live: rx.Var[bool]) -> Part:
    """Return how an interview ended."""
    return rx.match(end, *ENDINGS, rx.cond(live, labels.LIVE_NOW, labels.NOT_CLOSED))


def verdict_path(verdicts: rx.Var[list[str]]) -> rx.Component:
    """Return the verdicts over time, first to last."""
    return rx.el.span(
        rx.foreach(verdicts, lambda verdict: rx.el.span(name_of(verdict), class_name="step")),
        class_name="path quiet",
    )
