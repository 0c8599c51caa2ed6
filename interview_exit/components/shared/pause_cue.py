"""The pause: dark, silent, five seconds by the clock. To a neighbour the phone looks asleep."""

import reflex as rx

from interview_exit.bridge.live import Pause
from interview_exit.words.texts import labels


def pause_digits() -> rx.Component:
    """Return the seconds left; hidden from speech, since nothing may be spoken unasked."""
    return rx.el.p(
        rx.match(
            Pause.phase,
            ("done", labels.DONE),
            ("extended", "·"),
            Pause.left.to_string(),
        ),
        class_name="digits",
        aria_hidden="true",
    )


def pause_controls() -> rx.Component:
    """Return the two quiet controls: away from here, and more time once it is done."""
    running = Pause.phase == "running"
    return rx.el.div(
        rx.el.button(
            rx.cond(running, labels.STOP, labels.BACK),
            type="button",
            auto_focus=True,
            on_click=Pause.close(),
        ),
        rx.cond(
            running,
            rx.fragment(),
            rx.el.button(labels.LONGER_PAUSE, type="button", on_click=Pause.extend()),
        ),
        class_name="row",
    )


def pause_cue() -> rx.Component:
    """Return the whole dark screen, there only while a pause is open."""
    return rx.cond(
        Pause.phase == "idle",
        rx.fragment(),
        rx.el.section(
            rx.el.h1(labels.PAUSE_LONG, class_name="sr"),
            pause_digits(),
            pause_controls(),
            class_name="pause",
            data_phase=Pause.phase,
            aria_label=labels.PAUSE_LONG,
        ),
    )
