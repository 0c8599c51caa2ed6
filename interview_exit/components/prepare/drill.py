"""The calibration drill: how long five seconds feel. It shows an error and no score."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.bridge.prepare import Drill
from interview_exit.components import Item, Part
from interview_exit.words.texts import labels
from interview_exit.words.texts import prepare as texts


def told(off: Item) -> Part:
    """Return how far off a try was, in words."""
    return rx.match(
        off["way"],
        ("early", rx.fragment(off["seconds"], f" {texts.EARLY}")),
        ("late", rx.fragment(off["seconds"], f" {texts.LATE}")),
        rx.fragment(texts.EXACT),
    )


def outcome() -> rx.Component:
    """Return the last try, or what to do."""
    return rx.cond(
        Drill.off,
        rx.el.p(told(Drill.off), class_name="say", role="status"),
        rx.el.p(rx.cond(Drill.running, "", texts.DRILL_WHY), class_name="say", role="status"),
    )


def press() -> rx.Component:
    """Return the one button: start, and stop."""
    return rx.el.button(
        rx.cond(Drill.running, texts.NOW, rx.cond(Drill.off, texts.AGAIN, texts.START)),
        type="button",
        class_name=["drill-press", rx.cond(Drill.running, "inked", "")],
        on_click=Drill.press(),
    )


def sparkline() -> rx.Component:
    """Draw the last results; the list beside it says the same in words."""
    return rx.el.svg(
        rx.el.path(d="M0 24H190", class_name="middle"),
        rx.el.path(d="M" + Drill.points, class_name="tries"),
        view_box="-3 -3 196 54",
        class_name="sparkline",
        custom_attrs={"preserveAspectRatio": "none"},
        aria_hidden="true",
    )


def results() -> rx.Component:
    """Return the last results, as a line and in words."""
    return rx.cond(
        Drill.results.length() > 0,
        rx.el.details(
            rx.el.summary(sparkline(), rx.el.span(texts.DRILL_LAST, class_name="sr")),
            rx.el.div(
                rx.el.p(texts.DRILL_PICTURE, class_name="quiet"),
                rx.el.ol(
                    rx.foreach(Drill.results, lambda off, place: rx.el.li(told(off), key=place.to_string())),
                    class_name="quiet",
                ),
                rx.el.button(texts.FORGET, type="button", class_name="boxed", on_click=Drill.forget()),
                class_name="stack",
            ),
        ),
        rx.fragment(),
    )


def drill_screen() -> rx.Component:
    """Return the drill."""
    return rx.el.div(
        rx.el.div(
            rx.el.h1(texts.DRILL, class_name="first"),
            rx.el.button(labels.BACK, type="button", on_click=[Drill.stop(), Live.go("")]),
            class_name="head",
        ),
        rx.el.div(outcome(), class_name="body"),
        results(),
        press(),
        class_name="words drill",
    )
