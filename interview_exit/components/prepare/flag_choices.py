"""What is chosen about flags beforehand: hard nos, flags of one's own, what stands on the first screen."""

import reflex as rx

from interview_exit.bridge.doorway import Action
from interview_exit.bridge.prepare import Choices
from interview_exit.components import Item
from interview_exit.components.prepare.own_flags import own_flags, own_form
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.unfolding import section
from interview_exit.rules import flags
from interview_exit.words.texts import prepare as texts

GENERAL = "hard_no"
"""The flag that stands for any limit; it needs no mark."""


def hard_chip(flag: str | rx.Var[str], kind: str | rx.Var[str], label: str | rx.Var[str]) -> rx.Component:
    """Return one flag that can be a hard no."""
    return rx.el.button(
        glyph(kind),
        rx.el.span(label, dir="auto"),
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(Choices.hard[flag], "true", "false"),
        on_click=Choices.toggle_hard(flag),
        key=flag,
    )


def hard_chips() -> rx.Component:
    """Return the flags that can be hard nos, one's own first."""
    limits = [flag for flag in flags.FLAGS.values() if flag.kind in flags.LIMITABLE and flag.id != GENERAL]
    return rx.el.div(
        rx.foreach(
            Choices.own,
            lambda flag: rx.cond(flag["limitable"], hard_chip(flag["id"], flag["kind"], flag["label"]), rx.fragment()),
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
        rx.cond(Choices.hard_count > 0, Choices.hard_count.to_string() + f" {texts.OF_FIVE}", ""),
        rx.el.p(texts.HARD_NOS_WHY, class_name="quiet"),
        hard_chips(),
        rx.el.p(rx.cond(Choices.full, texts.FULL, ""), class_name="fault", role="status"),
        own_flags(),
        own_form(),
    )


def place_button(shown: str, what: str, place: Item, action: Action) -> rx.Component:
    """Return a small button that says in full, to whoever can't see its row, which flag it is about."""
    return rx.el.button(
        rx.el.span(shown, aria_hidden="true"),
        rx.el.span(place["label"], f", {what}", class_name="sr"),
        type="button",
        on_click=action,
    )


def place_row(place: Item) -> rx.Component:
    """Return one flag of the first screen, with what can be done to its place."""
    return rx.el.li(
        glyph(place["kind"]),
        rx.el.span(place["label"], dir="auto"),
        rx.cond(
            place["first"],
            rx.fragment(),
            place_button("↑", texts.UP, place, Choices.move_up(place["id"])),
        ),
        rx.cond(
            place["pinned"],
            rx.el.span(texts.ALWAYS, class_name="quiet"),
            place_button(texts.HIDE_FLAG, texts.HIDE_LONG, place, Choices.hide(place["id"])),
        ),
        key=place["id"],
    )


def other_chip(flag: Item) -> rx.Component:
    """Return one flag that is under More alone; a tap brings it to the first screen."""
    return rx.el.button(
        glyph(flag["kind"]),
        rx.el.span(flag["label"], dir="auto"),
        type="button",
        on_click=Choices.bring(flag["id"]),
        key=flag["id"],
    )


def first_screen() -> rx.Component:
    """Return the order of the first screen, and what is hidden from it; unease can't be (M32)."""
    return section(
        texts.PLACES,
        "",
        rx.el.p(texts.PLACES_WHY, class_name="quiet"),
        rx.el.ul(rx.foreach(Choices.places, place_row), class_name="places"),
        rx.el.p(texts.OTHERS, class_name="quiet"),
        rx.el.div(
            rx.foreach(Choices.others, other_chip), class_name="chips", role="group", aria_label=texts.OTHERS_LONG
        ),
        rx.el.button(texts.RESET, type="button", class_name="boxed", on_click=Choices.reset_places()),
    )
