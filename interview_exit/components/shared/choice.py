"""A choice among a few words; a second tap takes it back."""

import reflex as rx

from interview_exit.bridge.doorway import Action


def choice(label: str | rx.Var[str], pressed: bool | rx.Var[bool], on_click: Action) -> rx.Component:
    """Return one button of a choice."""
    return rx.el.button(
        label,
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(pressed, "true", "false"),
        on_click=on_click,
    )


def choices(title: str, *buttons: rx.Component, layout: str = "chips", heading: bool = True) -> rx.Component:
    """Return a choice under its title.

    Args:
        title: What is chosen.
        buttons: One per possible answer.
        layout: `chips` that wrap, or `thirds` of equal size side by side.
        heading: Whether the title is a heading of the page, or one of several under such a heading.
    """
    return rx.el.div(
        rx.el.h2(title) if heading else rx.el.p(title, class_name="quiet"),
        rx.el.div(*buttons, class_name=layout),
        class_name="asked",
        role="group",
        aria_label=title,
    )
