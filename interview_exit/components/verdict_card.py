"""The verdict and its line to say: which way forward fits, the words, and the ways out."""

import reflex as rx

from interview_exit import phrases
from interview_exit.client import ledger, session
from interview_exit.components import Part
from interview_exit.components.glyph import glyph
from interview_exit.flags import KindId
from interview_exit.texts import labels
from interview_exit.verdict import VerdictId

EXITS = ("leave_now", "wrap_up")
KIND_OF_VERDICT: dict[VerdictId, str] = {
    "leave_now": "alarm",
    "clear_air": "unclear",
    "give_chance": "negotiable",
    "wrap_up": "mismatch",
    "practice": "mismatch",
    "stay": "",
}


def verdict_name() -> rx.Component:
    """Return the verdict's shape and name, or its neutral name when discreet."""
    names = [
        (verdict, rx.cond(ledger.settings["discreet"], words.discreet, words.label))
        for verdict, words in phrases.WORDS.items()
    ]
    return rx.fragment(
        glyph(rx.match(ledger.verdict, *KIND_OF_VERDICT.items(), "")),
        rx.el.span(rx.match(ledger.verdict, *names, ""), class_name="name"),
        rx.cond(ledger.chosen, rx.el.span(labels.YOU_CHOSE, class_name="quiet"), rx.fragment()),
    )


def undo_button() -> rx.Component:
    """Return the undo of the last tap, there for a few seconds."""
    return rx.cond(
        ledger.undoable,
        rx.el.button(
            labels.UNDO,
            rx.el.span(" ", ledger.undoable["label"], class_name="sr"),
            type="button",
            on_click=ledger.undo,
        ),
        rx.fragment(),
    )


def answers() -> rx.Component:
    """Return what asking can bring, in place, for the flag that is asked about."""
    return rx.cond(
        ledger.asking,
        rx.match(
            ledger.asking["kind"],
            ("negotiable", answer_row("negotiable")),
            answer_row("unclear"),
        ),
        rx.fragment(),
    )


def answer_row(kind: KindId) -> rx.Component:
    """Return the answers of one kind of flag."""
    return rx.el.div(
        *[
            rx.el.button(
                answer.label,
                type="button",
                class_name="boxed",
                aria_label=answer.longer,
                on_click=ledger.resolve(answer.state),
            )
            for answer in phrases.OUTCOMES[kind]
        ],
        class_name="row answers",
        role="group",
        aria_label=ledger.asking["label"],
    )


def exit_way(choice: str) -> rx.Component:
    """Return the way into an exit: its words when it is the verdict, else the override."""
    label = labels.CHOICES[choice]
    return rx.cond(
        ledger.verdict == choice,
        rx.el.button(label, type="button", class_name="boxed", on_click=ledger.go("words")),
        rx.el.button(label, type="button", class_name="boxed", on_click=ledger.choose(choice)),
    )


def other_way(choice: str) -> rx.Component:
    """Return a way that stays."""
    return rx.el.button(
        labels.CHOICES[choice],
        type="button",
        class_name="boxed choice",
        aria_pressed=rx.cond(ledger.chosen & (ledger.verdict == choice), "true", "false"),
        on_click=ledger.choose(choice),
    )


def way(choice: rx.Var[str]) -> Part:
    """Return one of the ways forward, all of equal size (M09, M11)."""
    return rx.match(
        choice,
        *[(choice_id, exit_way(choice_id)) for choice_id in EXITS],
        ("practice", other_way("practice")),
        other_way("stay"),
    )


def ways() -> rx.Component:
    """Return the ways forward in Python's order; with a pause due, the pause stands first (M46)."""
    return rx.el.div(
        rx.cond(
            ledger.pause_first,
            rx.fragment(
                rx.el.button(labels.PAUSE_FIRST, type="button", class_name="inked", on_click=session.start_pause),
                rx.el.button(labels.SKIP_PAUSE, type="button", class_name="boxed", on_click=session.skip_pause),
                other_way("stay"),
            ),
            rx.foreach(ledger.options, way),
        ),
        class_name="row ways",
    )


def why() -> rx.Component:
    """Name the flags behind the verdict."""
    return rx.cond(
        ledger.causes.length() > 0,
        rx.el.span(ledger.causes.join(", "), class_name="causes"),
        rx.fragment(),
    )


def verdict_card() -> rx.Component:
    """Return the card; it is no live region, since no phone may say "leave now" aloud."""
    return rx.el.section(
        rx.el.div(verdict_name(), why(), rx.el.span(undo_button(), class_name="aside"), class_name="meta"),
        rx.el.p(ledger.line, class_name=["say", rx.cond(ledger.spoken, "spoken", "")]),
        answers(),
        rx.cond(ledger.started, ways(), rx.fragment()),
        class_name=["card", rx.cond(ledger.verdict == "leave_now", "night", "")],
        data_verdict=ledger.verdict,
        aria_label=labels.VERDICT,
    )
