"""What stands there once an interview has ended: that it is over and saved, a look back, and a way back."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import aloud
from interview_exit.components.live.ways import FATEFUL
from interview_exit.components.shared.choice import choice, choices
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.frame import fault_notice
from interview_exit.components.shared.link import link
from interview_exit.components.shared.wording import IS_DISCREET, worded
from interview_exit.words.texts import debrief, labels


def title() -> rx.Component:
    """Say that it is over, and whether the device has it yet."""
    return rx.el.h1(
        worded(labels.OVER),
        " ",
        rx.cond(Live.unsaved > 0, f"{labels.NOT_SAVED.capitalize()}.", labels.SAVED),
        class_name="say",
    )


def regret() -> rx.Component:
    """Return the question after an ending of the candidate's own making; a second tap takes it back (M48)."""
    buttons = [
        choice(label, Live.over["regret"] == id, Live.regret(Live.over["id"], "at_once", said(id)))
        for id, label in debrief.REGRETS.items()
    ]
    return rx.cond(
        ~IS_DISCREET & Live.over["own"], choices(debrief.REGRET["at_once"], *buttons, layout="thirds"), rx.fragment()
    )


def said(answer: str) -> rx.Var[str]:
    """Return what a tap on an answer says: nothing any more when it was that already."""
    return rx.cond(Live.over["regret"] == answer, "", answer)


def look_back() -> rx.Component:
    """Return the way to the debrief; to the log where there was no interview."""
    page = rx.cond(Live.over["held"], f"{routes.DEBRIEF}#", f"{routes.ENTRY}#")
    return link(
        labels.LOOK_BACK,
        page + Live.over["id"],
        on_click=Live.select(Live.over["id"]),
        class_name="control boxed",
    )


def log_line() -> rx.Component:
    """Return how it ended and how long it took, which lead to the log."""
    return link(
        rx.fragment(
            ending_label(Live.over["end"]),
            " · ",
            duration(Live.over["minutes"]),
            f" · {labels.ENTRY_TITLE}",
        ),
        f"{routes.ENTRY}#" + Live.over["id"],
        on_click=Live.select(Live.over["id"]),
        class_name="control quiet",
    )


def head() -> rx.Component:
    """Return the way to the next one, and the cover for whoever is still in the room."""
    return rx.el.div(
        rx.el.button(worded(labels.NEW_INTERVIEW), type="button", on_click=Live.go("")),
        rx.el.button(worded(labels.COVER), type="button", on_click=Cover.cover(), custom_attrs={"data-put-up": ""}),
        class_name="head apart",
    )


def undo_button() -> rx.Component:
    """Return the way back into it."""
    return rx.el.button(
        labels.UNDO,
        aloud(labels.UNDO_END),
        type="button",
        class_name="boxed",
        on_click=[Live.reopen(Live.over["id"]), Live.go("")],
        custom_attrs=FATEFUL,
    )


def over_screen() -> rx.Component:
    """Return the screen; nothing on it asks for anything."""
    return rx.el.div(
        head(),
        fault_notice(),
        rx.el.div(title(), log_line(), regret(), class_name="body"),
        rx.el.div(look_back(), undo_button(), class_name="row"),
        class_name="words over",
    )
