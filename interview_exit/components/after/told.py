"""How past interviews are told wherever they stand: the shapes of their flags, what they came to."""

import reflex as rx

from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.verdict_name import name_of


def marks(kinds: rx.Var[list[str]]) -> rx.Component:
    """Return the shapes of an interview's flags, in the order of their taps."""
    return rx.el.span(rx.foreach(kinds, glyph), class_name="marks")


def result(verdict: rx.Var[str]) -> rx.Component:
    """Return the way forward that it came to."""
    return rx.el.span(rx.cond(verdict, name_of(verdict), ""), class_name="result quiet")
