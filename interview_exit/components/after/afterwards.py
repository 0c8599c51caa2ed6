"""One quiet line about the last interview: the debrief, the question a week later, or that nobody ended it."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.live import Live
from interview_exit.components.shared.link import link
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels


def offer(label: str) -> rx.Component:
    """Return the way to the debrief."""
    return link(
        label,
        f"{routes.DEBRIEF}#" + Live.after["id"],
        on_click=Live.select(Live.after["id"]),
    )


def unfinished() -> rx.Component:
    """Return where an interview is that nobody ended."""
    return link(
        labels.UNFINISHED,
        f"{routes.ENTRY}#" + Live.after["id"],
        on_click=Live.select(Live.after["id"]),
    )


def look_back() -> rx.Component:
    """Return the question, and the way to be rid of it (M48)."""
    return rx.fragment(
        offer(texts.LOOK_BACK),
        rx.el.button(texts.SKIP, type="button", on_click=Live.regret(Live.after["id"], "later", "")),
    )


def afterwards() -> rx.Component:
    """Return the line; nothing while an interview runs, or when there is nothing to offer."""
    return rx.cond(
        Live.after,
        rx.el.div(
            rx.match(
                Live.after["what"],
                ("debrief", offer(texts.DEBRIEF)),
                ("note", offer(texts.TONIGHT)),
                ("unfinished", unfinished()),
                look_back(),
            ),
            class_name="afterwards",
        ),
        rx.fragment(),
    )
