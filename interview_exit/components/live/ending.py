"""How the interview ended: one tap, and it is in the history."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import names
from interview_exit.components.live.ways import FATEFUL
from interview_exit.components.shared.wording import called, line_button, plainly, worded
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import compile_script
from interview_exit.words.texts import labels

THEIR_END = compile_script(SCRIPTS[phrases.ENDINGS["they_ended"].script].text).variants[0]
"""What to say when they end it."""


def ending_choices() -> rx.Component:
    """Return the ways an interview ends; none is better than another (M06, M10, M11)."""
    return rx.el.div(
        *[
            rx.el.button(called(ending), type="button", on_click=Live.end(ending.id), custom_attrs=FATEFUL)
            for ending in phrases.ENDINGS.values()
        ],
        class_name="choices",
    )


def if_they_end() -> rx.Component:
    """Return what to say when they end it."""
    return rx.fragment(
        line_button(),
        plainly(rx.el.p(f"{labels.IF_THEY_END}: “{THEIR_END}”", class_name="quiet")),
    )


def ending_screen() -> rx.Component:
    """Return the screen that asks how it ended."""
    return rx.el.div(
        rx.el.div(rx.el.button(labels.NOT_YET, type="button", on_click=Live.go("")), class_name="head"),
        rx.el.div(
            rx.el.h1(worded(labels.HOW_ENDED), class_name="say"),
            ending_choices(),
            if_they_end(),
            names(),
            class_name="body",
        ),
        class_name="words",
    )
