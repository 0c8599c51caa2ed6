"""What is chosen about flags beforehand: hard nos, flags of one's own, what stands on the first screen."""

import reflex as rx

from interview_exit import flags
from interview_exit.client import choices
from interview_exit.components import Item
from interview_exit.components.glyph import glyph
from interview_exit.components.own_flags import own_flags, own_form
from interview_exit.components.unfolding import section
from interview_exit.texts import prepare as texts

KINDS_OF_LIMITS = ("unclear", "negotiable", "mismatch")
"""Kinds that a hard no changes: an alarm is reason enough anyway, and a good sign is none."""
GENERAL = "hard_no"
"""The flag that stands for any limit; it needs no mark."""


def hard_chip(flag: str | rx.Var[str], kind: str | rx.Var[str], label: str | rx.Var[str]) -> rx.Component:
    """Return one flag that can be a hard no."""
    return rx.el.button(
        glyph(kind),
        rx.el.span(label, dir="auto"),
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(choices.hard[flag], "true", "false"),
        on_click=choices.toggle_hard(flag),
        key=flag,
    )


def hard_chips() -> rx.Component:
    """Return the flags that can be hard nos, one's own first."""
    limits = [flag for flag in flags.FLAGS.values() if flag.kind in KINDS_OF_LIMITS and flag.id != GENERAL]
    return rx.el.div(
        rx.foreach(
            choices.own,
            lambda flag: rx.cond(flag["gone"], rx.fragment(), hard_chip(flag["id"], flag["kind"], flag["label"])),
        ),
        *[hard_chip(flag.id, flag.kind, flag.label) for flag in limits],
        class_name="chips",
        role="group",
        aria_label=texts.HARD_NOS,
    )


def hard_nos() -> rx.Component:
    """Return the choice of hard nos (M22), with the form for a flag of one's own."""
    return section(
        texts.HARD_NOS,
        rx.cond(choices.hard_count > 0, choices.hard_count.to_string() + f" {texts.OF_FIVE}", ""),
        rx.el.p(texts.HARD_NOS_WHY, class_name="quiet"),
        hard_chips(),
        rx.el.p(rx.cond(choices.full, texts.FULL, ""), class_name="fault", role="status"),
        own_flags(),
        own_form(),
    )


def place_row(place: Item) -> rx.Component:
    """Return one flag of the first screen, with what can be done to its place."""
    return rx.el.li(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                checked=place["shown"].bool(),
                disabled=place["pinned"].bool(),
                on_change=choices.toggle_shown(place["id"]),
                aria_label=place["label"].to(str) + f", {texts.SHOWN}",
            ),
            glyph(place["kind"]),
            place["label"],
            class_name="switch",
        ),
        move_button("↑", texts.EARLIER, place, -1, place["first"]),
        move_button("↓", texts.LATER, place, 1, place["last"]),
        key=place["id"],
    )


def move_button(arrow: str, label: str, place: Item, by: int, end: rx.Var[bool]) -> rx.Component:
    """Return a button that moves a flag one place."""
    return rx.el.button(
        arrow,
        type="button",
        aria_label=place["label"].to(str) + f", {label}",
        disabled=end.bool(),
        on_click=choices.move(place["id"], by),
    )


def first_screen() -> rx.Component:
    """Return the order of the first screen, and what is hidden from it; unease can't be (M32)."""
    return section(
        texts.PLACES,
        "",
        rx.el.p(texts.PLACES_WHY, class_name="quiet"),
        rx.el.ul(rx.foreach(choices.places, place_row), class_name="places"),
        rx.el.button(texts.RESET, type="button", class_name="boxed", on_click=choices.reset_places),
    )
