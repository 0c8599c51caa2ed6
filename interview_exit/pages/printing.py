"""Interviews as they go on paper: one, or those of some months. The browser prints them, or makes a PDF."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.history import Printing
from interview_exit.components import Item, Part
from interview_exit.components.history.timeline import line_label
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.figures import sentence
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import data, debrief, labels
from interview_exit.words.texts import printing as texts


def month_field(edge: str, label: str, chosen: rx.Var[str]) -> rx.Component:
    """Return the choice of a month."""
    return rx.el.label(
        label,
        rx.el.select(
            rx.foreach(
                Printing.months,
                lambda month: rx.el.option(month["label"], value=month["id"], key=month["id"]),
            ),
            value=chosen,
            on_change=Printing.choose(edge, VALUE),
            name=edge,
        ),
    )


def controls() -> rx.Component:
    """Return what stands on the screen alone: which interviews, the warning, and the way to the dialog."""
    too_many = sentence(texts.TOO_MANY, count=Printing.count.to_string(), most=Printing.most.to_string())
    count = sentence(texts.COUNT, count=Printing.count.to_string())
    return rx.el.div(
        rx.el.p(texts.WARNING, class_name="warning"),
        rx.cond(
            Printing.one,
            rx.fragment(),
            rx.el.div(
                month_field("first", texts.FROM, Printing.first),
                month_field("last", texts.TO, Printing.last),
                class_name="fields months",
            ),
        ),
        rx.el.p(rx.cond(Printing.count > Printing.most, too_many, count), class_name="told", role="status"),
        rx.cond(
            Printing.items.length() > 0,
            rx.el.button(texts.PRINT, type="button", class_name="inked", on_click=Printing.print()),
            rx.fragment(),
        ),
        class_name="controls",
    )


def line(line: Item) -> rx.Component:
    """Return one line of the log."""
    return rx.el.li(
        rx.el.span(duration(line["minute"]), class_name="quiet"),
        rx.el.span(line_label(line), class_name=rx.cond(line["undone"], "undone", "")),
        rx.el.span(line["told"], class_name="quiet"),
        key=line["id"],
    )


def fact(label: str, value: Part) -> rx.Component:
    """Return one thing that was said afterwards."""
    return rx.el.div(rx.el.dt(label, class_name="quiet"), rx.el.dd(value))


def afterwards(item: Item) -> rx.Component:
    """Return what was made of it since; only what was said."""
    rated = item["rated"].to(dict[str, str])
    regrets = item["regrets"].to(dict[str, str])
    facts = [
        *[(label, rated[what], debrief.RATINGS_TOLD) for what, label in debrief.RATED.items()],
        *[(label, regrets[when], debrief.REGRETS_TOLD) for when, label in debrief.REGRET_SHORT.items()],
    ]
    return rx.el.dl(
        *[rx.cond(said, fact(label, rx.match(said, *told.items(), "")), rx.fragment()) for label, said, told in facts],
        rx.cond(
            item["seen"].to(list[str]).length() > 0,
            fact(
                debrief.SEEN_SHORT,
                rx.foreach(
                    item["seen"].to(list[str]),
                    lambda chip: rx.el.span(rx.match(chip, *debrief.CHIPS.items(), ""), class_name="word", key=chip),
                ),
            ),
            rx.fragment(),
        ),
        rx.cond(
            item["people"].to(list[dict[str, str]]).length() > 0,
            fact(texts.PEOPLE, rx.foreach(item["people"].to(list[dict[str, str]]), person)),
            rx.fragment(),
        ),
    )


def person(person: Item) -> rx.Component:
    """Return somebody to know again."""
    parts = [rx.el.span(person[key].to(str), class_name="part") for key in ("role", "initials", "cue")]
    return rx.el.span(*parts, class_name="someone", dir="auto", key=person["id"].to(str))


def interview(item: Item) -> rx.Component:
    """Return one interview."""
    return rx.el.article(
        rx.el.h2(rx.cond(item["company"], item["company"], labels.NO_COMPANY), dir="auto"),
        rx.el.p(
            rx.cond(item["role"], rx.fragment(item["role"], " · "), ""),
            item["day"],
            " · ",
            duration(item["minutes"]),
            " · ",
            ending_label(item["end"].to(str), item["live"].to(bool)),
            class_name="quiet",
            dir="auto",
        ),
        rx.el.ol(rx.foreach(item["log"].to(list[dict[str, str]]), line)),
        afterwards(item),
        rx.cond(item["note"], rx.el.p(item["note"], class_name="note", dir="auto"), rx.fragment()),
        key=item["id"].to(str),
    )


def printing_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(data.TITLE, routes.DATA), class_name="head start"),
        fault_notice(),
        rx.el.h1(texts.TITLE),
        rx.cond(
            Printing.ready,
            rx.cond(Printing.months.length() > 0, controls(), rx.el.p(texts.NONE, class_name="quiet")),
            rx.el.p(texts.LAYING, class_name="quiet", role="status"),
        ),
        rx.el.div(rx.foreach(Printing.items, interview), class_name="sheets"),
        screen="print",
        class_name="page print",
    )
