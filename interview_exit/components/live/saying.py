"""Small parts of every screen of words: what to say, what to do, and what is one tap away."""

import reflex as rx

from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.live import Live, Session
from interview_exit.components import Part
from interview_exit.components.shared.wording import IS_DISCREET, worded
from interview_exit.words.texts import labels


def screen_head(*title: Part | rx.Var[str] | str) -> rx.Component:
    """Return the head of a screen: what it is, and the way back, which is the same as the phone's own."""
    return rx.el.div(
        rx.el.span(*title, class_name="first"),
        rx.el.button(labels.BACK, type="button", on_click=Live.go("")),
        class_name="head",
    )


def aloud(*text: Part | str) -> rx.Component:
    """Return what is only heard; not when the words are to give nothing away."""
    return rx.cond(IS_DISCREET, rx.fragment(), rx.el.span(*text, class_name="sr"))


def comma() -> rx.Component:
    """Return the pause between two parts of a name, for whoever hears it."""
    return rx.el.span(", ", class_name="sr")


def steps(lines: tuple[str, ...], *, large: bool = False) -> rx.Component:
    """Return numbered steps; large where they are all there is to read."""
    return rx.el.ol(*[rx.el.li(line) for line in lines], class_name="steps large" if large else "steps")


def said(text: rx.Var[str]) -> rx.Component:
    """Return words to say in the largest type."""
    return rx.el.p(text, class_name="say spoken")


def unfolding(summary: str, *children: rx.Component) -> rx.Component:
    """Return something one tap away."""
    return rx.el.details(rx.el.summary(worded(summary)), *children)


def names() -> rx.Component:
    """Return the optional fields that fill the words' slots, and whether the field is small (N04)."""
    return unfolding(
        labels.NAMES,
        rx.el.div(
            *[name_field(key, label) for key, label in NAMES.items()],
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    name="small-field",
                    checked=Live.small_field,
                    on_change=Live.set_small_field(CHECKED),
                ),
                worded(labels.SMALL_FIELD),
                class_name="switch",
            ),
            class_name="fields",
        ),
    )


NAMES = {"name": labels.NAME, "company": labels.COMPANY, "role": labels.ROLE}


def name_field(key: str, label: str) -> rx.Component:
    """Return one field that fills a slot."""
    return rx.el.label(
        label,
        rx.el.input(
            default_value=Live.named[key],
            on_blur=Session.describe_live(key, VALUE),
            auto_complete="off",
            dir="auto",
            name=f"slot-{key}",
            max_length=200,
        ),
    )
