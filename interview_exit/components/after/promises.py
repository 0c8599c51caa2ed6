"""What is to be followed up: what they said they would check (M28), and what the candidate has put off (N01).

Each has a date to ask, and a tick when it is answered.
"""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.after import FollowUps
from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.live import Live
from interview_exit.components import Item
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.link import link
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels


def due(promise: Item) -> rx.Component:
    """Return the field for the date; who types one owns it, since a value given anew clears what is half typed."""
    return rx.el.label(
        rx.el.span(texts.BY),
        rx.el.input(
            type="date",
            default_value=promise["due"],
            on_change=FollowUps.set_due(promise["interview"], promise["id"], VALUE),
            auto_complete="off",
            name="due",
        ),
        class_name="due",
    )


def tick(promise: Item, *label: str | rx.Component) -> rx.Component:
    """Return the box that says it is answered."""
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=promise["done"].bool(),
            on_change=FollowUps.set_done(promise["interview"], promise["id"], CHECKED),
            name="done",
        ),
        *label,
        class_name="switch",
    )


def promise_row(promise: Item) -> rx.Component:
    """Return one thing to follow up, with the words that ask about it."""
    return rx.el.li(
        rx.el.div(
            glyph(promise["kind"]),
            rx.el.span(promise["label"], dir="auto"),
            rx.el.span(promise["told"], class_name="quiet"),
            class_name="promised",
        ),
        rx.cond(promise["question"], rx.el.p("“", promise["question"], "”", class_name="quiet"), rx.fragment()),
        rx.el.div(due(promise), tick(promise, texts.PROMISE_DONE), class_name="fields"),
        class_name="promise",
        key=promise["id"],
    )


def promises_here() -> rx.Component:
    """Return those of the opened interview, if there are any."""
    return rx.cond(
        FollowUps.here.length() > 0,
        rx.el.section(
            rx.el.h2(texts.PROMISES),
            rx.el.ul(rx.foreach(FollowUps.here, lambda promise: promise_row(promise))),
        ),
        rx.fragment(),
    )


def open_promise(promise: Item) -> rx.Component:
    """Return one of the list: a tick, and the way to its interview, where its date is set."""
    return rx.el.li(
        tick(
            promise,
            rx.el.span(
                rx.el.span(glyph(promise["kind"]), promise["label"], dir="auto", class_name="promised"),
                rx.cond(
                    promise["by"], rx.el.span(f"{texts.BY_DAY} ", promise["by"], class_name="quiet"), rx.fragment()
                ),
                class_name="stack",
            ),
        ),
        link(
            rx.el.span(rx.cond(promise["company"], promise["company"], labels.NO_COMPANY), dir="auto"),
            rx.Var.create(f"{routes.DEBRIEF}#") + promise["interview"].to(str),
            on_click=Live.select(promise["interview"]),
            class_name="quiet control whose",
        ),
        class_name="still-open fields",
        key=promise["id"],
    )


def open_promises() -> rx.Component:
    """Return one quiet list of all that are still open."""
    return rx.cond(
        FollowUps.open.length() > 0,
        rx.el.section(
            rx.el.h2(texts.PROMISES),
            rx.el.ul(rx.foreach(FollowUps.open, open_promise), class_name="rows"),
            class_name="open-promises",
        ),
        rx.fragment(),
    )
