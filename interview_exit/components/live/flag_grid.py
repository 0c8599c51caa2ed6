"""The flags, as toggles.

A tap on a flag has no handler here: the inline script of the page catches every click on `data-flag`, before and
after the page is alive, so that a tap has one path and none is lost (design: "tappable at first paint").
"""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components import Item, Part
from interview_exit.components.live.saying import aloud
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.wording import worded
from interview_exit.rules.flags import KINDS
from interview_exit.words.texts import labels


def cell(place: Item) -> rx.Component:
    """Return one flag of the grid."""
    return rx.el.button(
        glyph(place["kind"]),
        rx.el.span(
            rx.el.span(place["label"], class_name="label"),
            rx.cond(place["hard"], rx.el.span(worded(labels.HARD_NO), class_name="sr"), rx.fragment()),
            kind_aloud(place["kind"]),
        ),
        type="button",
        class_name=["flag", rx.cond(place["hard"], "hard", ""), rx.cond(place["starts"], "starts", "")],
        data_flag=place["flag"],
        data_kind=place["kind"],
        aria_pressed=rx.cond(Live.pressed[place["flag"]], "true", "false"),
        key=place["flag"],
    )


def kind_aloud(kind: Part) -> rx.Component:
    """Return what its shape tells the eye; nothing when the words are to give nothing away."""
    names = [(each.id, f", {each.label[0].lower()}{each.label[1:]}") for each in KINDS.values()]
    return aloud(rx.match(kind, *names, ""))


def flag_grid() -> rx.Component:
    """Return the flags that are on the live screen: twelve at most, a row for each kind."""
    return rx.el.div(
        rx.foreach(Live.grid, cell),
        class_name="flags",
        role="group",
        aria_label=worded(labels.FLAGS_LONG),
    )
