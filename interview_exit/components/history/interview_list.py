"""Past interviews, newest first, month by month."""

from typing import cast

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.history import InterviewList, InterviewRow
from interview_exit.bridge.live import Live
from interview_exit.components import Item
from interview_exit.components.after.told import marks, result
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.link import link
from interview_exit.words.texts import history as texts
from interview_exit.words.texts import labels


def row_facts(row: Item) -> rx.Component:
    """Return what a row tells: with whom, when, what came up, how it ended, how long it took."""
    return rx.fragment(
        rx.el.span(rx.cond(row["company"], row["company"], labels.NO_COMPANY), class_name="name", dir="auto"),
        rx.el.span(row["day"], class_name="quiet end"),
        rx.el.span(
            marks(row["marks"].to(list[str])),
            rx.el.span(ending_label(row["end"], row["live"])),
            class_name="quiet",
        ),
        rx.el.span(duration(row["minutes"]), class_name="quiet end"),
        result(row["verdict"]),
    )


@rx.memo
def interview_row(row: rx.Var[InterviewRow], here: rx.Var[bool]) -> rx.Component:
    """Return one interview of the list; `here` when it is the one that is shown beside it."""
    told = cast("Item", row)
    return rx.el.li(
        link(
            row_facts(told),
            rx.Var.create(f"{routes.ENTRY}#") + told["id"].to(str),
            on_click=Live.select(told["id"]),
            class_name="interview",
            custom_attrs={"data-interview": told["id"], "aria-current": rx.cond(here, "true", "false")},
        ),
    )


def month(each: Item) -> rx.Component:
    """Return the interviews of one month under its name."""
    return rx.el.section(
        rx.el.h2(each["label"]),
        rx.el.ul(
            rx.foreach(
                each["rows"].to(list[InterviewRow]),
                lambda row: interview_row(row=row, here=InterviewList.beside == row["id"], key=row["id"]),
            ),
            class_name="rows",
        ),
        class_name="month",
        key=each["id"],
    )


def count() -> rx.Component:
    """Say how many there are, and how many of them fit."""
    return rx.el.p(
        rx.cond(
            InterviewList.found == InterviewList.total,
            rx.fragment(InterviewList.total.to_string()),
            rx.fragment(InterviewList.found.to_string(), f" {texts.OF} ", InterviewList.total.to_string()),
        ),
        " ",
        rx.cond(InterviewList.total == 1, texts.INTERVIEW, texts.INTERVIEWS),
        rx.cond(InterviewList.complete, "", f" · {texts.READING}"),
        class_name="quiet how-many",
        role="status",
    )


def go_on() -> rx.Component:
    """Return where the list goes on: by itself when the end comes near, and by this button."""
    return rx.cond(
        InterviewList.has_more,
        rx.el.button(
            labels.LOAD_MORE,
            type="button",
            class_name="boxed",
            on_click=InterviewList.more(),
            custom_attrs={"data-more": ""},
        ),
        rx.fragment(),
    )


def nothing() -> rx.Component:
    """Say why the list is empty."""
    return rx.cond(
        InterviewList.complete,
        rx.el.p(rx.cond(InterviewList.total > 0, texts.NOTHING_FITS, labels.NOTHING_YET), class_name="quiet"),
        rx.fragment(),
    )


def interview_list() -> rx.Component:
    """Return the list, or what an empty one means."""
    return rx.fragment(
        rx.cond(InterviewList.total > 0, count(), rx.fragment()),
        rx.cond(InterviewList.found > 0, rx.foreach(InterviewList.months, month), nothing()),
        go_on(),
    )
