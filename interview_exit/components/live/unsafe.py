"""When it is not safe: no words needed, four steps, and a number to call if one was set. Nothing to fill in."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import screen_head, steps
from interview_exit.components.live.ways import way_out
from interview_exit.components.shared.wording import line_button, plainly, worded
from interview_exit.words import phrases
from interview_exit.words.texts import labels

WORDS = phrases.WORDS["leave_now"]


def call_link() -> rx.Component:
    """Return the link that calls the number the candidate set."""
    return rx.cond(
        Live.call_link,
        rx.el.a(f"{labels.CALL} ", Live.settings["tel"], href=Live.call_link, class_name="control boxed call"),
        rx.fragment(),
    )


def unsafe_screen() -> rx.Component:
    """Return the only screen that says: just go (M18).

    The steps stay in view in discreet wording too: in danger another tap costs more than a glance.
    """
    return rx.el.div(
        screen_head(worded(labels.UNSAFE)),
        rx.el.div(
            rx.el.h1(worded(labels.JUST_GO), class_name="say"),
            rx.cond(Live.on_call, steps(WORDS.unsafe_call_steps, large=True), steps(WORDS.unsafe_steps, large=True)),
            line_button(),
            plainly(rx.el.p(f"{labels.ENOUGH} “", Live.words["unsafe"], "”", class_name="quiet")),
            class_name="body",
        ),
        call_link(),
        rx.el.div(
            way_out(labels.I_HAVE_LEFT, "left"),
            class_name="row",
        ),
        class_name="words ruled",
    )
