"""The head of the live screen: what is tapped least, in the same place in both modes."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.live import Live
from interview_exit.components.live.ways import FATEFUL
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.link import link
from interview_exit.components.shared.wording import worded
from interview_exit.words.texts import labels


def minutes_left() -> rx.Component:
    """Return roughly how much is left of a planned interview: twenty more minutes are a small price (M25)."""
    return rx.cond(
        Live.left > 0,
        rx.fragment(f" · {labels.ABOUT_LEFT} ", duration(Live.left), f" {labels.LEFT}"),
        f" · {labels.PAST_END}",
    )


def elapsed() -> rx.Component:
    """Return the minutes since the first tap, and what is not saved yet."""
    return rx.el.span(
        duration(Live.minutes),
        rx.cond(Live.left >= 0, minutes_left(), ""),
        rx.cond((Live.unsaved > 0) & (Live.fault == ""), f" · {labels.NOT_SAVED}", ""),
        class_name="first minutes",
    )


def undo_button() -> rx.Component:
    """Return the undo of the last tap, there for a few seconds."""
    return rx.cond(
        Live.undoable,
        rx.el.button(
            labels.UNDO,
            rx.el.span(" ", Live.undoable["label"], class_name="sr"),
            type="button",
            on_click=Live.undo(),
            custom_attrs=FATEFUL,
        ),
        rx.fragment(),
    )


def other_pages() -> rx.Component:
    """Return the ways to the other pages, there as long as no interview runs."""
    return rx.el.span(
        link(labels.PREPARE, routes.PREPARE),
        link(labels.HISTORY, routes.HISTORY),
        link(labels.SETTINGS, routes.SETTINGS),
        class_name="first bare",
    )


def screen_button(label: str, screen: str) -> rx.Component:
    """Return the way to one screen."""
    return rx.el.button(worded(label), type="button", on_click=Live.go(screen))


def head(*buttons: rx.Component) -> rx.Component:
    """Return the head: other pages before an interview; the minutes, the undo and these buttons in one."""
    return rx.el.div(
        rx.cond(
            Live.started,
            rx.fragment(
                elapsed(),
                undo_button(),
                screen_button(labels.TWO_MINUTES, "away"),
                *buttons,
                screen_button(labels.DETAILS, "details"),
            ),
            other_pages(),
        ),
        class_name="head",
    )
