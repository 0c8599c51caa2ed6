"""What happened in one interview: when, what, and what it made of the way forward."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.history import Answer, DeleteWithUndo, Timeline
from interview_exit.bridge.live import Live
from interview_exit.components import Item, Part
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.wording import worded, worded_each
from interview_exit.words import phrases
from interview_exit.words.texts import history as texts
from interview_exit.words.texts import labels


def line_label(line: Item) -> Part:
    """Return what happened, in words."""
    return rx.match(
        line["what"],
        ("pause", pause_label(line)),
        ("choose", rx.fragment(f"{labels.CHOSE}: ", line["label"])),
        ("wait", rx.fragment(f"{labels.WAITED_FOR}: ", rx.match(line["state"], *worded_each(phrases.MOMENTS), ""))),
        ("end", rx.fragment(f"{labels.ENDED}: ", line["label"])),
        ("ask", rx.fragment(worded(labels.ASKED_FIRST), ": ", line["label"])),
        ("back", rx.fragment(texts.TOOK_BACK, rx.cond(line["label"], ": " + line["label"].to(str), ""))),
        ("added", rx.fragment(rx.cond(line["state"] == "added", worded(labels.ADDED), worded(labels.ADDED_NOTHING)))),
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


def when(line: Item) -> rx.Component:
    """Return the time by the clock, and the minutes since it began."""
    return rx.el.span(line["time"], " ", rx.el.span(duration(line["minute"])), class_name="quiet when")


def is_hidden() -> rx.Var[bool]:
    """Tell whether words to say stay hidden: while the interview goes on, where the live screen hides them."""
    return Live.line_hidden & Live.entry["live"].bool()


def what(line: Item) -> rx.Component:
    """Return what happened, what was asked, what became of it, and where that led."""
    return rx.el.span(
        rx.el.span(line_label(line), class_name=rx.cond(line["undone"], "undone", "")),
        rx.cond(line["told"], rx.el.span(line["told"], class_name="quiet"), rx.fragment()),
        rx.cond(
            line["question"] & ~is_hidden(),
            rx.el.span(f"{texts.ASKED}: “", line["question"], "”", class_name="quiet"),
            "",
        ),
        rx.cond(line["verdict"], rx.el.span("→ ", line["verdict"], class_name="quiet led"), rx.fragment()),
        class_name="stack",
    )


def take_back(line: Item) -> rx.Component:
    """Return the control that takes a flag back: for ever possible, and it stays in the log."""
    return rx.cond(
        (line["what"] == "tap") & ~line["undone"],
        rx.el.button(
            labels.TAKE_BACK,
            rx.el.span(" ", line_label(line), class_name="sr"),
            type="button",
            class_name="quiet",
            on_click=Live.withdraw(line["id"]),
        ),
        rx.fragment(),
    )


def outcome_choice(line: Item) -> rx.Component:
    """Return what asking has brought, to be put right."""
    return rx.cond(
        line["answers"].to(list[Answer]).length() > 0,
        rx.el.label(
            rx.el.span(texts.OUTCOME),
            rx.el.select(
                rx.el.option(texts.NO_OUTCOME, value=""),
                rx.foreach(
                    line["answers"].to(list[Answer]),
                    lambda answer: rx.el.option(answer["told"], value=answer["id"], key=answer["id"]),
                ),
                value=line["answer"],
                on_change=Timeline.correct(line["id"], VALUE),
                name="outcome",
            ),
        ),
        rx.fragment(),
    )


def erase(line: Item) -> rx.Component:
    """Return the control that erases a line, once the interview is over."""
    return rx.el.button(
        texts.ERASE,
        rx.el.span(" ", line_label(line), class_name="sr"),
        type="button",
        class_name="boxed",
        on_click=DeleteWithUndo.erase_entry(line["id"]),
    )


def changes(line: Item) -> rx.Component:
    """Return what can be changed of a line, while one changes things."""
    return rx.cond(
        DeleteWithUndo.editing,
        rx.el.div(
            outcome_choice(line),
            rx.cond(Live.entry["live"], rx.fragment(), erase(line)),
            class_name="fields changes",
        ),
        rx.fragment(),
    )


def timeline_line(line: Item) -> rx.Component:
    """Return one line."""
    return rx.el.li(when(line), glyph(line["kind"]), what(line), take_back(line), changes(line), key=line["id"])


def timeline() -> rx.Component:
    """Return all of it, oldest first."""
    return rx.el.ol(rx.foreach(Timeline.lines, timeline_line), class_name="log")
