"""Something one tap away, under a line that says what is set there now."""

import reflex as rx


def section(
    title: str, now: str | rx.Var[str] | rx.Component, *children: rx.Component, unfolded: bool = False
) -> rx.Component:
    """Return a part of a page that unfolds.

    Args:
        title: What it is about.
        now: What is set there, so that nobody has to open it to see.
        children: What is inside.
        unfolded: Whether it is open at first.
    """
    return rx.el.details(
        rx.el.summary(rx.el.span(title, rx.el.span(now, class_name="now"), class_name="stack")),
        rx.el.div(*children, class_name="fields"),
        open=unfolded,
        class_name="part",
    )
