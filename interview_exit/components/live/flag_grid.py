"""The flags, as toggles.

A tap on a flag has no handler here: the inline script of the page catches every click on `data-flag`, before and
after the page is alive, so that a tap has one path and none is lost (design: "tappable at first paint").
"""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components import Item
from interview_exit.components.shared.glyph import glyph
from interview_exit.rules import flags
from interview_exit.rules.flags import Flag
from interview_exit.words.texts import labels


def flag_label(flag: Flag) -> rx.Component:
    """Return the flag's word, or its neutral topic word when discreet."""
    return rx.el.span(rx.cond(Live.settings["discreet"], flag.discreet, flag.label))


def cell(place: Item) -> rx.Component:
    """Return one flag of the grid."""
    return rx.el.button(
        glyph(place["kind"]),
        rx.el.span(
            place["label"],
            rx.cond(place["hard"], rx.el.span(labels.HARD_NO, class_name="sr"), rx.fragment()),
        ),
        type="button",
        class_name=["flag", rx.cond(place["hard"], "hard", ""), rx.cond(place["starts"], "starts", "")],
        data_flag=place["flag"],
        aria_pressed=rx.cond(Live.pressed[place["flag"]], "true", "false"),
        key=place["flag"],
    )


def flag_row(flag: Flag) -> rx.Component:
    """Return one flag of the full list, with the longer wording beside it."""
    return rx.el.button(
        glyph(flag.kind),
        rx.el.span(
            flag_label(flag),
            rx.el.span(rx.cond(Live.settings["discreet"], "", flag.longer), class_name="quiet"),
            class_name="stack",
        ),
        type="button",
        class_name="flag long",
        data_flag=flag.id,
        aria_pressed=rx.cond(Live.pressed[flag.id], "true", "false"),
    )


def own_flag_row(flag: Item) -> rx.Component:
    """Return one flag that the candidate wrote."""
    return rx.el.button(
        glyph(flag["kind"]),
        rx.el.span(
            rx.el.span(rx.cond(Live.settings["discreet"], flag["discreet"], flag["label"]), dir="auto"),
            rx.el.span(rx.cond(Live.settings["discreet"], "", flag["line"]), class_name="quiet", dir="auto"),
            class_name="stack",
        ),
        type="button",
        class_name="flag long",
        data_flag=flag["id"],
        aria_pressed=rx.cond(Live.pressed[flag["id"]], "true", "false"),
        key=flag["id"],
    )


def own_flag_rows() -> rx.Component:
    """Return the flags that the candidate wrote, if there are any."""
    return rx.cond(
        Live.own.length() > 0,
        rx.el.section(
            rx.el.h2(labels.OWN_FLAGS, class_name="kind"),
            rx.el.div(rx.foreach(Live.own, own_flag_row), class_name="stack"),
            aria_label=labels.OWN_FLAGS,
        ),
        rx.fragment(),
    )


def flag_grid() -> rx.Component:
    """Return the flags that are on the live screen: twelve at most, a row for each kind."""
    return rx.el.div(
        rx.foreach(Live.grid, cell),
        class_name="flags",
        role="group",
        aria_label=labels.FLAGS_LONG,
    )


def all_flags() -> rx.Component:
    """Return every flag, kind by kind."""
    return rx.el.div(
        own_flag_rows(),
        *[
            rx.el.section(
                rx.el.h2(glyph(kind.id), kind.label, class_name="kind"),
                rx.el.div(*[flag_row(flag) for flag in kind_flags], class_name="stack"),
                aria_label=kind.label,
            )
            for kind, kind_flags in flags.more()
        ],
        class_name="all-flags",
    )
