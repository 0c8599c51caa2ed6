"""Rehearsing: one script at a time, large, to be said from memory."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.bridge.prepare import Rehearsal
from interview_exit.words.texts import labels
from interview_exit.words.texts import prepare as texts


def rehearsal_head() -> rx.Component:
    """Return what this is, and the way back."""
    return rx.el.div(
        rx.el.h1(texts.REHEARSE, class_name="first"),
        rx.el.button(labels.BACK, type="button", on_click=Live.go("")),
        class_name="head",
    )


def card() -> rx.Component:
    """Return one script, under when to say it."""
    return rx.el.div(
        rx.el.p(
            rx.el.span(Rehearsal.title, dir="auto"),
            rx.el.span(Rehearsal.place.to_string(), f" {texts.OF} ", Rehearsal.count.to_string(), class_name="end"),
            class_name="quiet meta-line",
        ),
        rx.el.p(Rehearsal.text, class_name="say spoken"),
        class_name="body",
        custom_attrs={"data-rehearsal": ""},
    )


def turning() -> rx.Component:
    """Return the ways to the next script and the one before; the arrow keys do the same."""
    return rx.el.div(
        rx.el.button(texts.PREVIOUS, type="button", class_name="boxed", on_click=Rehearsal.turn(-1)),
        rx.el.button(texts.NEXT, type="button", class_name="boxed", on_click=Rehearsal.turn(1)),
        class_name="row",
    )


def rehearsal_screen() -> rx.Component:
    """Return the screen."""
    return rx.el.div(
        rehearsal_head(),
        card(),
        rx.el.button(
            texts.HIDE,
            type="button",
            class_name="choice boxed",
            aria_pressed=rx.cond(Rehearsal.hidden, "true", "false"),
            on_click=Rehearsal.toggle_hidden(),
        ),
        turning(),
        class_name="words rehearsal",
    )
