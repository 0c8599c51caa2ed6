"""Past interviews, newest first."""

import reflex as rx

from interview_exit import phrases, routes
from interview_exit.client import ledger
from interview_exit.components import Item, Part
from interview_exit.components.afterwards import afterwards
from interview_exit.components.all_of_it import ways_to_all
from interview_exit.components.frame import fault_notice, frame
from interview_exit.components.glyph import glyph
from interview_exit.components.link import link
from interview_exit.components.promises import open_promises
from interview_exit.components.standing import standing_line
from interview_exit.texts import labels


def flag_marks(row: Item) -> rx.Component:
    """Return the shapes of an interview's flags, in the order of their taps."""
    return rx.el.span(
        rx.foreach(row["flags"], lambda mark: glyph(mark["kind"])),
        class_name="marks",
    )


def ending_label(end: rx.Var[str], live: rx.Var[bool]) -> Part:
    """Return how an interview ended."""
    endings = [(ending.id, ending.told) for ending in phrases.ENDINGS.values()]
    return rx.match(end, *endings, rx.cond(live, labels.LIVE_NOW, labels.NOT_CLOSED))


def verdict_path(row: Item) -> rx.Component:
    """Return the verdicts over time, first to last."""
    names = [(verdict, words.label) for verdict, words in phrases.WORDS.items()]
    return rx.el.span(
        rx.foreach(row["verdicts"], lambda verdict: rx.el.span(rx.match(verdict, *names, ""), class_name="step")),
        class_name="path quiet",
    )


def interview_row(row: Item) -> rx.Component:
    """Return one interview of the list."""
    return rx.el.li(
        link(
            rx.fragment(
                rx.el.span(rx.cond(row["company"], row["company"], labels.NO_COMPANY), class_name="name", dir="auto"),
                rx.el.span(row["day"], " ", row["month"], class_name="quiet end"),
                rx.el.span(flag_marks(row), " ", rx.el.span(ending_label(row["end"], row["live"])), class_name="quiet"),
                rx.el.span(row["minutes"].to_string(), " ", labels.MINUTES, class_name="quiet end"),
                verdict_path(row),
            ),
            rx.Var.create(f"{routes.ENTRY}#") + row["id"].to(str),
            on_click=ledger.select(row["id"]),
            class_name="interview",
        ),
        key=row["id"],
    )


def interview_list() -> rx.Component:
    """Return the list, or what an empty one means."""
    return rx.cond(
        ledger.interviews.length() > 0,
        rx.el.ul(rx.foreach(ledger.interviews, interview_row), class_name="rows"),
        rx.cond(ledger.ready, rx.el.p(labels.NOTHING_YET, class_name="quiet"), rx.fragment()),
    )


def history() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.BACK, routes.LIVE), ways_to_all(), class_name="head apart"),
        fault_notice(),
        rx.el.h1(labels.HISTORY_TITLE),
        afterwards(),
        open_promises(),
        interview_list(),
        rx.cond(
            ledger.has_more,
            rx.el.button(labels.LOAD_MORE, type="button", class_name="boxed", on_click=ledger.load_more),
            rx.fragment(),
        ),
        standing_line(),
        screen="history",
    )
