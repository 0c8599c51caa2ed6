"""The small outline shape that stands for a kind."""

import reflex as rx

from interview_exit.components import Part


def glyph(kind: str | Part) -> rx.Component:
    """Return the shape of a kind; it is never the only carrier of meaning, so it is hidden from speech."""
    return rx.el.span(class_name=["glyph", kind], aria_hidden="true")
