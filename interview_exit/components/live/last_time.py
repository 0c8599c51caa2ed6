"""The last time with a company (M21)."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.live import Live
from interview_exit.components import Item
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.impression import person_line, seen_words
from interview_exit.components.shared.link import link
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels


def when_and_how(memory: Item) -> rx.Component:
    """Return the day, and how it ended."""
    return rx.fragment(f"{labels.LAST_TIME}: ", memory["date"], " · ", ending_label(memory["end"]))


def last_time_line() -> rx.Component:
    """Return one quiet line, which leads to that interview."""
    return rx.cond(
        Live.last.bool(),
        link(
            when_and_how(Live.last),
            f"{routes.ENTRY}#" + Live.last["id"],
            on_click=Live.select(Live.last["id"]),
            class_name="control last-time",
        ),
        rx.fragment(),
    )


def last_time_card(memory: Item) -> rx.Component:
    """Return what there is to remember: when, how it ended, which flags, what they saw, who was there, the note."""
    return rx.cond(
        memory,
        link(
            rx.fragment(
                rx.el.span(when_and_how(memory)),
                rx.el.span(
                    rx.foreach(
                        memory["flags"],
                        lambda flag: rx.el.span(glyph(flag["kind"]), flag["label"], key=flag["flag"]),
                    ),
                    class_name="told-flags",
                ),
                rx.cond(
                    memory["seen"].to(list[str]).length() > 0,
                    rx.el.span(f"{texts.SEEN_SHORT}: ", seen_words(memory["seen"].to(list[str]))),
                    rx.fragment(),
                ),
                rx.foreach(memory["people"], person_line),
                rx.cond(memory["note"], rx.el.span(memory["note"], class_name="quoted", dir="auto"), rx.fragment()),
            ),
            rx.Var.create(f"{routes.ENTRY}#") + memory["id"].to(str),
            on_click=Live.select(memory["id"]),
            class_name="last-card quiet",
        ),
        rx.fragment(),
    )
