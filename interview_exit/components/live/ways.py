"""The ways forward at the thumb: staying and going, at equal size (M09, M11)."""

from typing import Any

import reflex as rx

from interview_exit.bridge.doorway import Action
from interview_exit.bridge.live import Live
from interview_exit.components import Part
from interview_exit.components.shared.wording import worded
from interview_exit.rules.endings import EndingId
from interview_exit.rules.verdict import VerdictId
from interview_exit.words.texts import labels

SEVERAL = rx.Var.create(["wrap_up", "withdraw_later", "practice"])
"""Verdicts under which there are more ways than two."""


FATEFUL = {"data-fateful": ""}
"""Of what ends an interview or takes something back: no hasty tap presses it unread (base/repeats.js)."""


def way_button(label: str, *on_click: Action, **more: Any) -> rx.Component:  # noqa: ANN401, whatever a button takes
    """Return one way."""
    return rx.el.button(worded(label), type="button", class_name="boxed", on_click=list(on_click), **more)


def way_out(label: str, how: EndingId) -> rx.Component:
    """Return the way that ends the interview: it is done."""
    return way_button(label, Live.end(how), custom_attrs=FATEFUL)


def chosen_way(choice: str) -> rx.Component:
    """Return a way that the candidate chooses over the rules, from wherever it stands."""
    return way_button(labels.CHOICES[choice], Live.choose(choice), Live.go(""))


def wrapping_up() -> rx.Component:
    """Return wrapping up: the card to go back with when it is the verdict, else the choice."""
    return rx.cond(
        Live.verdict == "wrap_up",
        way_button(labels.WRAP_UP_NOW, Live.go("card")),
        chosen_way("wrap_up"),
    )


def finishing(choice: VerdictId, how: EndingId) -> rx.Component:
    """Return staying for a reason: having finished when it is what goes on (M10, N02), else the choice."""
    return rx.cond(Live.verdict == choice, way_out(labels.I_FINISHED, how), chosen_way(choice))


def way(choice: rx.Var[str]) -> Part:
    """Return one of the ways."""
    return rx.match(
        choice,
        ("leave_now", way_out(labels.I_HAVE_LEFT, "left")),
        ("wrap_up", wrapping_up()),
        ("withdraw_later", finishing("withdraw_later", "withdrew_later")),
        ("practice", finishing("practice", "practised")),
        chosen_way("stay"),
    )


def ask_first(label: str) -> rx.Component:
    """Offer to ask before it counts: a hard no (M22), or an alarm that may be a misunderstanding (N03)."""
    return rx.cond(
        Live.askable,
        rx.el.button(worded(label), type="button", class_name="boxed", on_click=Live.ask_first(Live.askable)),
        rx.fragment(),
    )


def unsafe() -> rx.Component:
    """Return the way to the only screen that says: just go (M18, M32)."""
    return rx.el.button(worded(labels.UNSAFE), type="button", class_name="boxed", on_click=Live.go("unsafe"))


def ways() -> rx.Component:
    """Return the ways forward, in Python's order."""
    return rx.fragment(
        rx.cond(Live.verdict == "leave_now", unsafe(), rx.fragment()),
        rx.el.div(
            rx.match(
                Live.loop,
                ("pause", chosen_way("stay")),
                ("reply", chosen_way("stay")),
                rx.fragment(
                    rx.cond(Live.verdict == "leave_now", ask_first(labels.ASK_FIRST), ask_first(labels.ASK_ANYWAY)),
                    rx.foreach(Live.options, way),
                ),
            ),
            class_name=["row ways", rx.cond(SEVERAL.contains(Live.verdict), "several", "")],
        ),
    )


def reordered() -> rx.Component:
    """Say in one line why staying stands first (M24)."""
    return rx.cond(
        Live.reordered & (Live.loop == ""),
        rx.el.p(labels.SMALL_FIELD_WHY, class_name="quiet"),
        rx.fragment(),
    )
