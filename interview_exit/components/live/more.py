"""Every flag, kind by kind, and the search for one."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import FlagInFull, Live, More
from interview_exit.components import Item
from interview_exit.components.live.saying import comma
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.wording import called, worded
from interview_exit.rules.flags import KINDS
from interview_exit.words.texts import labels


def flag_row(flag: Item) -> rx.Component:
    """Return one flag, with the longer wording beside it."""
    return rx.el.button(
        glyph(flag["kind"]),
        rx.el.span(
            rx.el.span(flag["label"], dir="auto"),
            rx.cond(
                flag["longer"],
                rx.fragment(comma(), rx.el.span(flag["longer"], class_name="quiet", dir="auto")),
                rx.fragment(),
            ),
            class_name="stack",
        ),
        type="button",
        class_name="flag long",
        data_flag=flag["flag"],
        aria_pressed=rx.cond(Live.pressed[flag["flag"]], "true", "false"),
        key=flag["flag"],
    )


def group(each: Item) -> rx.Component:
    """Return the flags of one kind, or one's own, under their name."""
    name = rx.match(each["kind"], *[(kind.id, called(kind)) for kind in KINDS.values()], labels.OWN_FLAGS)
    return rx.el.section(
        rx.el.h2(rx.cond(each["kind"] == "own", rx.fragment(), glyph(each["kind"])), name, class_name="kind"),
        rx.el.div(rx.foreach(each["flags"].to(list[FlagInFull]), flag_row), class_name="stack"),
        aria_label=name,
        key=each["kind"],
    )


def search() -> rx.Component:
    """Return the field that finds a flag by the beginning of any of its words."""
    return rx.el.input(
        type="search",
        on_change=More.seek(VALUE),
        aria_label=labels.FIND_FLAG,
        placeholder=labels.FIND_FLAG,
        auto_complete="off",
        auto_capitalize="none",
        spell_check=False,
        dir="auto",
        name="find-flag",
        custom_attrs={"enterkeyhint": "search", "autoCorrect": "off"},
    )


def more_screen() -> rx.Component:
    """Return the screen. Its head stays in view: what is found stands right below it, above any keyboard."""
    return rx.el.div(
        rx.el.div(
            rx.el.h1(worded(labels.FLAGS_LONG), class_name="first"),
            rx.el.button(labels.BACK, type="button", on_click=Live.go("")),
            search(),
            class_name="head seeking",
        ),
        rx.el.div(
            rx.foreach(More.groups, group),
            rx.cond(
                More.groups.length() > 0,
                rx.fragment(),
                rx.el.p(labels.NO_FLAG_FOUND, class_name="quiet", role="status"),
            ),
            class_name="all-flags",
        ),
        class_name="words",
    )
