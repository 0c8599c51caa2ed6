"""The small outline shape that stands for a kind."""

import reflex as rx


def glyph(kind: str | rx.Var[str]) -> rx.Component:
    """Return the shape of a kind; it is never the only carrier of meaning, so it is hidden from speech."""
    return rx.el.span(class_name=["glyph", kind], aria_hidden="true")
