"""Pictures of numbers: bars and columns, drawn as SVG from Python, with the numbers beside them and a table below.

A drawing has the counts themselves as its coordinates and scales by its view box, so nothing has to be computed for it.
It takes the colour of the text, so that dark and forced colours need no second drawing. It is hidden from speech: the
sentence above it, the words and numbers beside it and the table say the same.

Recharts 3, which Reflex wraps, would be 123 KB more on the page (gzip); all of that page's own code is 11.
"""

import re
from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex.vars import ArrayVar, NumberVar

from interview_exit.components import Item, Part
from interview_exit.words.texts import insights as texts

Count = NumberVar[Any]
Label = str | Part


def sentence(text: str, **values: rx.Var) -> rx.Component:
    """Return a sentence with each {name} of it filled."""
    parts = re.split(r"\{(\w+)\}", text)
    return rx.fragment(*[values[part] if place % 2 else part for place, part in enumerate(parts)])


def says(count: Count, enough: int, what: tuple[str, str], said: Part) -> rx.Component:
    """Return what can be said, or how little there is to say it by."""
    few = sentence(texts.TOO_FEW, count=count.to_string(), what=rx.cond(count == 1, *what))
    return rx.el.p(rx.cond(count >= enough, said, few), class_name="says")


def drawing(*shapes: rx.Component, view_box: str | rx.Var[str], class_name: str) -> rx.Component:
    """Return a drawing that stretches to the room it is given."""
    return rx.el.svg(
        *shapes,
        view_box=view_box,
        class_name=class_name,
        custom_attrs={"preserveAspectRatio": "none"},
        aria_hidden="true",
    )


def bar(label: Label, count: Count, of: Count, key: str | rx.Var[str] = "") -> rx.Component:
    """Return one bar with its label and its number.

    Args:
        label: What is counted.
        count: How often it occurred.
        of: What a bar of full length stands for.
        key: Its identity among the others, in a loop.
    """
    return rx.el.li(
        rx.el.span(label, class_name="label", dir="auto"),
        rx.el.span(
            drawing(
                rx.el.rect(width=count.to_string(), height="1"),
                view_box=rx.Var.create("0 0 ") + of.to_string() + " 1",
                class_name="length",
            ),
            rx.el.span(count.to_string(), class_name="count"),
            class_name="measure",
        ),
        key=key,
    )


def bars(rows: Sequence[tuple[Label, Count]], of: Count) -> rx.Component:
    """Return bars of which each is a part of the same whole; nothing where the whole is nothing."""
    drawn = rx.el.ul(*[bar(label, count, of) for label, count in rows], class_name="bars")
    return rx.cond(of > 0, drawn, rx.fragment())


def columns(months: ArrayVar[list[dict[str, int]]], count: Count) -> rx.Component:
    """Return one column a month, on one scale with the total, upside down since the drawing's zero is its top."""
    column = rx.foreach(
        months,
        lambda month: rx.el.rect(
            x=month["place"].to_string(),
            width="0.8",
            height=month["count"].to_string(),
            key=month["place"].to_string(),
        ),
    )
    return drawing(
        rx.el.g(column, transform="scale(1,-1)"),
        view_box=rx.Var.create("0 -") + count.to_string() + " " + months.length().to_string() + " " + count.to_string(),
        class_name="columns",
    )


def monthly(label: Label, series: Item, most: Count) -> rx.Component:
    """Return how often one thing occurred, month by month."""
    months = series["months"].to(list[dict[str, int]])
    return rx.el.li(
        rx.el.span(label, class_name="label"),
        rx.el.span(
            columns(months, most),
            rx.el.span(series["total"].to_string(), class_name="count"),
            class_name="measure",
        ),
        key=series["id"].to(str),
    )


def table(caption: str, heads: Sequence[Label], body: Part | Sequence[rx.Component]) -> rx.Component:
    """Return the numbers themselves, one tap away.

    Args:
        caption: What the table is of.
        heads: The titles of the columns; the first names the rows.
        body: The rows.
    """
    rows = body if isinstance(body, Sequence) else [body]
    return rx.el.details(
        rx.el.summary(texts.TABLE, rx.el.span(f": {caption}", class_name="sr")),
        rx.el.div(
            rx.el.table(
                rx.el.caption(caption, class_name="sr"),
                rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
                rx.el.tbody(*rows),
            ),
            class_name="table",
            tab_index=0,
            role="region",
            aria_label=caption,
        ),
        class_name="numbers",
    )


def table_row(label: Label, *cells: Label, key: str | rx.Var[str] = "") -> rx.Component:
    """Return one row of a table."""
    return rx.el.tr(rx.el.th(label, scope="row", dir="auto"), *[rx.el.td(cell) for cell in cells], key=key)


def share(count: Count, of: Count) -> rx.Component:
    """Return a share in whole percent."""
    return rx.cond(of > 0, rx.fragment(round(count * 100 / of).to_string(), " %"), "")


def figure(title: str, *children: Part) -> rx.Component:
    """Return one insight: what it is of, what it says, its picture, its table."""
    return rx.el.section(rx.el.h2(title), *children, class_name="figure")
