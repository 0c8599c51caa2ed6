"""A way out of the room for two minutes: one line for the place of the interview, and nothing to fill in (N06)."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.live.notice import cover_button
from interview_exit.components.live.saying import screen_head, unfolding
from interview_exit.components.shared.wording import line_button, plainly
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.texts import labels

SOMEWHERE = "on_site"
"""Whoever has not said where it is, is in a room."""


def line(place: str) -> rx.Component:
    """Return what to say at a place, and what to do then."""
    script, then = phrases.STEP_OUT[place]
    return rx.fragment(
        rx.el.p(SCRIPTS[script].text, class_name="say spoken"),
        rx.el.p(then, class_name="quiet"),
    )


def lines(here: str) -> rx.Component:
    """Return the line for one place in full size, and those for the others one tap away."""
    return rx.el.div(
        line(here),
        *[unfolding(label, line(place)) for place, label in phrases.PLACES.items() if place != here],
        class_name="body",
    )


def away_screen() -> rx.Component:
    """Return the screen."""
    return rx.el.div(
        screen_head(rx.el.h1(labels.TWO_MINUTES)),
        line_button(),
        plainly(
            rx.match(
                Live.place,
                *[(place, lines(place)) for place in phrases.STEP_OUT if place != SOMEWHERE],
                lines(SOMEWHERE),
            )
        ),
        cover_button(boxed=True),
        class_name="words",
    )
