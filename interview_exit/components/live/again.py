"""What a second tap on a pressed flag asks: did it happen again, or was the first tap a mistake?"""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.live.ways import FATEFUL
from interview_exit.components.shared.wording import worded
from interview_exit.words.texts import labels


def again() -> rx.Component:
    """Return the choice; it lies over the head of the screen, so that no flag and no word moves."""
    label = Live.pressed_again["label"]
    return rx.cond(
        Live.pressed_again,
        rx.el.div(
            rx.el.span(label, class_name="first", dir="auto", aria_hidden="true"),
            rx.el.button(labels.AGAIN, type="button", class_name="boxed", on_click=Live.again()),
            rx.el.button(
                labels.TAKE_BACK, type="button", class_name="boxed", on_click=Live.take_back(), custom_attrs=FATEFUL
            ),
            rx.el.button(labels.CANCEL, type="button", on_click=Live.leave_as_is()),
            class_name="again",
            role="group",
            aria_label=label + worded(labels.AGAIN_LONG),
            custom_attrs={"data-again": ""},
        ),
        rx.fragment(),
    )
