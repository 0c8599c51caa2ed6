"""Everything about one company, across all interviews with it."""

from typing import Any

import reflex as rx
from reflex.vars import ArrayVar

from interview_exit import routes
from interview_exit.bridge.history import Company, InterviewList
from interview_exit.bridge.live import Live
from interview_exit.components import Item
from interview_exit.components.after.told import marks, result
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.impression import person_line
from interview_exit.components.shared.link import link
from interview_exit.words.texts import debrief, labels
from interview_exit.words.texts import history as texts


def rating(met: Item, what: str, label: str) -> rx.Component:
    """Return one of the two ratings, which stand apart (M05)."""
    said = met["rated"].to(dict[str, str])[what]
    return rx.cond(
        said,
        rx.el.span(f"{label}: ", rx.match(said, *debrief.RATINGS_TOLD.items(), ""), class_name="quiet"),
        rx.fragment(),
    )


def met_row(met: Item) -> rx.Component:
    """Return one interview with it."""
    return rx.el.li(
        link(
            rx.fragment(
                rx.el.span(met["date"], class_name="name"),
                rx.el.span(duration(met["minutes"]), class_name="quiet end"),
                rx.el.span(
                    marks(met["marks"].to(list[str])), ending_label(met["end"], met["live"]), class_name="quiet"
                ),
                rx.cond(met["role"], rx.el.span(met["role"], class_name="quiet end role", dir="auto"), rx.el.span()),
                result(met["verdict"]),
                rx.el.span(
                    *[rating(met, what, label) for what, label in debrief.RATED.items()], class_name="result ratings"
                ),
                rx.cond(
                    met["note"], rx.el.span(met["note"], class_name="result quiet quoted", dir="auto"), rx.fragment()
                ),
            ),
            rx.Var.create(f"{routes.ENTRY}#") + met["id"].to(str),
            on_click=Live.select(met["id"]),
            class_name="interview",
        ),
        key=met["id"],
    )


def tally(flag: Item) -> rx.Component:
    """Return a flag, and how often it came up."""
    return rx.el.li(
        glyph(flag["kind"]),
        rx.el.span(flag["label"], dir="auto"),
        rx.el.span(flag["count"].to_string(), texts.TIMES, class_name="quiet"),
        key=flag["flag"],
    )


def seen(chip: Item) -> rx.Component:
    """Return what they saw of the candidate, and how often (M20)."""
    return rx.el.li(
        rx.match(chip["id"], *debrief.CHIPS.items(), ""),
        rx.el.span(" ", chip["count"].to_string(), texts.TIMES, class_name="quiet"),
        key=chip["id"],
    )


def person(one: Item) -> rx.Component:
    """Return somebody to know again, and when one met (M19, M21)."""
    return rx.el.li(person_line(one), rx.el.span(one["date"], class_name="quiet"), key=one["id"])


def part(title: str, items: ArrayVar[Any], one: rx.Component, class_name: str) -> rx.Component:
    """Return a part of the card, if there is anything in it."""
    return rx.cond(
        items.length() > 0,
        rx.el.section(rx.el.h2(title), rx.el.ul(one, class_name=class_name)),
        rx.fragment(),
    )


def whole_card() -> rx.Component:
    """Return the card."""
    return rx.fragment(
        rx.el.h1(rx.cond(Company.company, Company.company, labels.NO_COMPANY), dir="auto"),
        rx.el.div(
            rx.el.div(
                part(texts.CAME_UP, Company.flags, rx.foreach(Company.flags, tally), "tallies"),
                part(debrief.PEOPLE, Company.people, rx.foreach(Company.people, person), "known"),
                part(debrief.SEEN_SHORT, Company.seen, rx.foreach(Company.seen, seen), "tallies"),
            ),
            part(texts.MET, Company.met, rx.foreach(Company.met, met_row), "rows"),
            class_name="company-card",
        ),
    )


def card() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.HISTORY, routes.HISTORY + InterviewList.fragment), class_name="head start"),
        fault_notice(),
        rx.cond(
            Company.known,
            whole_card(),
            rx.cond(Company.complete, rx.el.p(labels.NOT_FOUND, class_name="quiet"), rx.fragment()),
        ),
        screen="company",
        class_name="page whole",
    )
