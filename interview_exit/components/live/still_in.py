"""What is asked after an hour without a tap: is this still the same interview?"""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.words.texts import labels


def still_in() -> rx.Component:
    """Return the question over the head of the flags; whatever is tapped instead answers it, too."""
    return rx.cond(
        Live.still_in & (Live.screen == "live") & ~Live.pressed_again.bool(),
        rx.el.div(
            rx.el.span(labels.STILL_IN, class_name="first", aria_hidden="true"),
            rx.el.button(labels.STILL_IN_YES, type="button", class_name="boxed", on_click=Live.stay()),
            rx.el.button(labels.STILL_IN_NEW, type="button", class_name="boxed", on_click=Live.leave_unfinished()),
            class_name="again",
            role="group",
            aria_label=labels.STILL_IN,
        ),
        rx.fragment(),
    )
