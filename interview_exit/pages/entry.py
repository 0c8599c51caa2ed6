"""One interview: what happened when, how it ended, and what one may add."""

import reflex as rx

from interview_exit import phrases, routes
from interview_exit.client import ledger, session
from interview_exit.components import Item, Part
from interview_exit.components.frame import fault_notice, frame
from interview_exit.components.glyph import glyph
from interview_exit.components.impression import impression
from interview_exit.components.link import link
from interview_exit.pages.history import ending_label
from interview_exit.texts import debrief, labels, printing


def line_label(line: Item) -> Part:
    """Return what happened, in words."""
    return rx.match(
        line["what"],
        ("pause", pause_label(line)),
        ("choose", rx.fragment(f"{labels.CHOSE}: ", line["label"])),
        ("wait", rx.fragment(f"{labels.WAITED_FOR}: ", rx.match(line["state"], *phrases.MOMENTS.items(), ""))),
        ("end", rx.fragment(f"{labels.ENDED}: ", line["label"])),
        ("ask", rx.fragment(f"{labels.ASKED_FIRST}: ", line["label"])),
        ("added", rx.fragment(rx.cond(line["state"] == "added", labels.ADDED, labels.ADDED_NOTHING))),
        ("reopen", rx.fragment(labels.REOPENED)),
        rx.fragment(line["label"], rx.cond(line["heads"].to(int) > 0, heads(line), "")),
    )


def heads(line: Item) -> rx.Component:
    """Return how many people there were."""
    return rx.fragment(", ", line["heads"].to_string(), f" {labels.PEOPLE}")


def pause_label(line: Item) -> rx.Component:
    """Return how long a pause was, or that it was skipped."""
    return rx.fragment(
        f"{labels.PAUSE}, ",
        line["seconds"].to_string(),
        f" {labels.SECONDS_SHORT}",
        rx.cond(line["state"] == "skipped", f", {labels.SKIPPED}", ""),
    )


def log_line(line: Item) -> rx.Component:
    """Return one line of the log; a flag can be taken back here for ever."""
    return rx.el.li(
        rx.el.span(line["minute"].to_string(), " ", labels.MINUTES, class_name="quiet"),
        glyph(line["kind"]),
        rx.el.span(
            rx.el.span(line_label(line), class_name=rx.cond(line["undone"], "undone", "")),
            rx.el.span(line["told"], class_name="quiet"),
            class_name="stack",
        ),
        rx.cond(
            (line["what"] == "tap") & ~line["undone"],
            rx.el.button(labels.TAKE_BACK, type="button", class_name="quiet", on_click=ledger.withdraw(line["id"])),
            rx.fragment(),
        ),
        key=line["id"],
    )


def log() -> rx.Component:
    """Return the log, oldest first."""
    return rx.el.ol(rx.foreach(ledger.entry["log"], log_line), class_name="log")


def detail_field(key: str, label: str) -> rx.Component:
    """Return one optional field about the interview."""
    return rx.el.label(
        label,
        rx.el.input(
            default_value=ledger.entry[key],
            on_blur=session.describe_entry(key),
            auto_complete="off",
            dir="auto",
            name=key,
            max_length=200,
        ),
    )


def details() -> rx.Component:
    """Return the fields and the note; they save when left."""
    return rx.el.div(
        detail_field("company", labels.COMPANY),
        detail_field("role", labels.ROLE),
        rx.el.label(
            labels.NOTE,
            rx.el.textarea(
                default_value=ledger.entry["note"],
                on_blur=ledger.write_note(),
                auto_complete="off",
                dir="auto",
                name="note",
                rows=5,
            ),
        ),
        class_name="fields",
        key=ledger.entry["id"],
    )


def late_ending() -> rx.Component:
    """Ask how an interview ended that was never closed."""
    return rx.cond(
        ledger.entry["end"] == "",
        rx.fragment(
            rx.el.h2(labels.HOW_ENDED),
            rx.el.div(
                *[
                    rx.el.button(ending.label, type="button", on_click=ledger.end_entry(ending.id), class_name="boxed")
                    for ending in phrases.ENDINGS.values()
                ],
                class_name="chips",
            ),
        ),
        rx.fragment(),
    )


def afterwards() -> rx.Component:
    """Return what was made of it since, and the way to say more."""
    return rx.cond(
        ledger.entry["live"],
        rx.fragment(),
        rx.fragment(
            rx.el.h2(debrief.AFTERWARDS),
            impression(),
            link(debrief.DEBRIEF, f"{routes.DEBRIEF}#" + ledger.entry["id"].to(str), class_name="control boxed way"),
        ),
    )


def interview() -> rx.Component:
    """Return the opened interview."""
    return rx.fragment(
        rx.el.h1(
            rx.cond(ledger.entry["company"], ledger.entry["company"], labels.NO_COMPANY),
            dir="auto",
        ),
        rx.el.p(
            ledger.entry["day"],
            " · ",
            ledger.entry["minutes"].to_string(),
            f" {labels.MINUTES} · ",
            ending_label(ledger.entry["end"], ledger.entry["live"]),
            class_name="quiet",
        ),
        log(),
        late_ending(),
        afterwards(),
        rx.el.h2(labels.DETAILS),
        details(),
        link(printing.LINK, f"{routes.PRINT}#" + ledger.entry["id"].to(str), class_name="control boxed way"),
    )


def way_back() -> rx.Component:
    """Return the link to where one came from: the flags while the interview runs, else the history."""
    return rx.cond(ledger.entry["live"], link(labels.BACK, routes.LIVE), link(labels.HISTORY, routes.HISTORY))


def entry() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(way_back(), class_name="head start"),
        fault_notice(),
        rx.cond(
            ledger.entry,
            interview(),
            rx.cond(ledger.ready, rx.el.p(labels.NOT_FOUND, class_name="quiet"), rx.fragment()),
        ),
        screen="interview",
    )
