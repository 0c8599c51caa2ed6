"""The verdict and its line to say: which way forward fits, the flags that caused it, the words."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components import Part
from interview_exit.components.live.ways import answers, ask_anyway, reordered, skill_choice, ways
from interview_exit.components.shared.glyph import glyph
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.texts import labels

LONG, LONGEST = 76, 150
"""From so many characters on a line is set smaller; it is there in full size on the screen of words."""

KIND_OF_VERDICT: dict[VerdictId, str] = {
    "leave_now": "alarm",
    "clear_air": "unclear",
    "give_chance": "negotiable",
    "wrap_up": "mismatch",
    "withdraw_later": "mismatch",
    "practice": "mismatch",
    "stay": "",
}


def name_of(verdict: rx.Var[str]) -> Part:
    """Return what a verdict is called, or its neutral name when discreet."""
    names = [
        (each, rx.cond(Live.settings["discreet"], words.discreet, words.label)) for each, words in phrases.WORDS.items()
    ]
    return rx.match(verdict, *names, "")


def verdict_name() -> rx.Component:
    """Return the verdict's shape and name."""
    return rx.fragment(
        glyph(rx.match(Live.verdict, *KIND_OF_VERDICT.items(), "")),
        rx.el.span(name_of(Live.verdict), class_name="name"),
        rx.cond(Live.chosen, rx.el.span(labels.YOU_CHOSE, class_name="quiet"), rx.fragment()),
    )


def undo_button() -> rx.Component:
    """Return the undo of the last tap, there for a few seconds."""
    return rx.cond(
        Live.undoable,
        rx.el.button(
            labels.UNDO,
            rx.el.span(" ", Live.undoable["label"], class_name="sr"),
            type="button",
            on_click=Live.undo(),
        ),
        rx.fragment(),
    )


def why_button() -> rx.Component:
    """Return the way to what the verdict rests on."""
    return rx.cond(
        Live.started,
        rx.el.button(labels.WHY, type="button", aria_label=labels.WHY_LONG, on_click=Live.go("why")),
        rx.fragment(),
    )


def causes() -> rx.Component:
    """Name the flags behind the verdict."""
    return rx.cond(
        Live.causes.length() > 0,
        rx.el.span(Live.causes.join(", "), class_name="causes"),
        rx.fragment(),
    )


def size_of(line: rx.Var[str]) -> rx.Var[str]:
    """Return how large a line can be shown so that the flags stay in view, whatever a candidate wrote."""
    characters = line.to(str).length()
    return rx.cond(characters > LONGEST, "longest", rx.cond(characters > LONG, "long", ""))


def verdict_card() -> rx.Component:
    """Return the card; it is no live region, since no phone may say "leave now" aloud."""
    return rx.el.section(
        rx.el.div(
            rx.el.h1(verdict_name()),
            causes(),
            rx.el.span(undo_button(), why_button(), class_name="aside"),
            class_name="meta",
        ),
        rx.el.p(Live.line, class_name=["say", rx.cond(Live.spoken, "spoken", ""), size_of(Live.line)]),
        answers(),
        ask_anyway(),
        skill_choice(),
        reordered(),
        rx.cond(Live.started, ways(), rx.fragment()),
        class_name=["card", rx.cond(Live.verdict == "leave_now", "night", "")],
        data_verdict=Live.verdict,
        aria_label=labels.VERDICT,
    )
