"""Looking back on one interview: three taps if one likes, and nothing that must be filled."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.after import Debrief
from interview_exit.bridge.live import Live
from interview_exit.components.after.letter import letter_part
from interview_exit.components.after.looking_back import how_it_ended, ratings, regrets, seen
from interview_exit.components.after.people import people_part
from interview_exit.components.after.promises import promises_here
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.components.shared.note import note
from interview_exit.rules.debrief import WITHDRAWS_TONIGHT
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels


def title() -> rx.Component:
    """Return whom it was with, and when."""
    return rx.fragment(
        rx.el.h1(rx.cond(Live.entry["company"], Live.entry["company"], texts.DEBRIEF), dir="auto"),
        rx.el.p(
            Live.entry["day"],
            f" · {texts.OPTIONAL}",
            class_name="quiet lead",
        ),
    )


def is_to_withdraw() -> rx.Var[bool]:
    """Tell whether a note is still to be sent tonight (N02)."""
    return rx.Var.create(list(WITHDRAWS_TONIGHT)).contains(Live.entry["end"])


def looking_back() -> rx.Component:
    """Return the debrief of the opened interview, the quickest first, but for a note that is to be sent tonight."""
    return rx.fragment(
        title(),
        rx.cond(is_to_withdraw(), rx.el.div(letter_part(unfolded=True), class_name="parts"), rx.fragment()),
        rx.el.div(
            rx.el.div(
                # Who came for the question of a week later finds it first.
                rx.cond(Debrief.held & Debrief.late, regrets(), rx.fragment()),
                ratings(),
                rx.cond(Debrief.held & ~Debrief.late, regrets(), rx.fragment()),
                rx.cond(Debrief.held, seen(), rx.fragment()),
                promises_here(),
            ),
            rx.el.div(
                rx.el.div(
                    how_it_ended(),
                    people_part(),
                    rx.cond(is_to_withdraw(), rx.fragment(), letter_part()),
                    class_name="parts",
                ),
                rx.el.div(note(texts.NOTE, rows=4), class_name="fields", key=Live.entry["id"]),
            ),
            class_name="abreast",
        ),
    )


def ways_on() -> rx.Component:
    """Return the ways to the first screen and to the log."""
    return rx.el.div(
        link(labels.BACK, routes.LIVE),
        rx.cond(
            Live.entry,
            link(labels.ENTRY_TITLE, f"{routes.ENTRY}#" + Live.entry["id"].to(str)),
            rx.fragment(),
        ),
        class_name="head apart",
    )


def debrief_page() -> rx.Component:
    """Return the page."""
    return frame(
        ways_on(),
        fault_notice(),
        rx.cond(
            Live.entry,
            looking_back(),
            rx.cond(Live.ready, rx.el.p(labels.NOT_FOUND, class_name="quiet"), rx.fragment()),
        ),
        screen="debrief",
        class_name="page debrief",
    )
