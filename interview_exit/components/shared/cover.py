"""The cover: a real one-page notepad in front of everything. Cover.js raises it before React can draw."""

import reflex as rx

from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live
from interview_exit.words.texts import labels


def cover_title() -> rx.Component:
    """Return the title, which held for a second lets one back in."""
    return rx.el.h1(
        rx.el.button(
            labels.PAD,
            rx.el.span(labels.PAD_UNCOVER, class_name="sr"),
            type="button",
            class_name="pad-title",
            custom_attrs={"data-uncover": ""},
        )
    )


def cover_hint() -> rx.Component:
    """Say that a second press leads back; or how to get back; or that what was typed could not be kept.

    Whoever has found the way back once is told again only after pressing the title: the line gives the cover away.
    The title's accessible name always tells it.
    """
    lasting = rx.cond(Live.ready & Live.settings["coverHint"].bool(), labels.PAD_HINT, "")
    told = rx.cond(Cover.fault, labels.PAD_NOT_SAVED, lasting)
    return rx.el.p(
        rx.cond(Cover.armed, labels.PAD_AGAIN, rx.cond(Cover.hinted, labels.PAD_HINT, told)),
        class_name="quiet",
        role="status",
    )


def notepad() -> rx.Component:
    """Return the notepad page, hidden until `data-covered` stands on the root element.

    Cover.js fills the field and keeps what is typed: React must not own a text that has to survive without it.
    """
    return rx.el.section(
        rx.el.div(cover_title(), rx.el.span(Cover.page, class_name="quiet"), class_name="head"),
        rx.el.textarea(
            aria_label=labels.PAD_FIELD,
            auto_complete="off",
            spell_check=False,
            name="pad",
        ),
        cover_hint(),
        class_name="cover",
        custom_attrs={"data-cover": ""},
        aria_label=labels.PAD,
    )
