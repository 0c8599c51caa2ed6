"""A button that answers only when it is held: for what must not happen by a stray tap."""

import reflex as rx

from interview_exit.bridge.sync import HeldControls
from interview_exit.words.texts import data


def held(name: str, label: str, again: str, class_name: str = "boxed") -> rx.Component:
    """Return the button; two presses in a row do it for whoever cannot hold.

    Args:
        name: What it is known by (held-controls.js).
        label: What it says.
        again: What it says when one of two presses was made.
        class_name: How it looks.
    """
    return rx.el.button(
        rx.cond(HeldControls.armed == name, again, label),
        rx.el.span(data.ERASE_HINT, class_name="sr"),
        type="button",
        class_name=[f"{class_name} hold", rx.cond(HeldControls.holding == name, "holding", "")],
        custom_attrs={"data-hold": name},
    )
