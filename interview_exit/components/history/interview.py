"""One interview: what happened when, how it ended, what one made of it, and what one may add, change or erase."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.after import Debrief
from interview_exit.bridge.history import DeleteWithUndo
from interview_exit.bridge.live import Live
from interview_exit.components.after.promises import promises_here
from interview_exit.components.history.timeline import timeline
from interview_exit.components.shared.choice import choice
from interview_exit.components.shared.detail_field import detail_field
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.impression import impression
from interview_exit.components.shared.link import link
from interview_exit.components.shared.note import note
from interview_exit.components.shared.wording import called, worded
from interview_exit.words import phrases
from interview_exit.words.texts import debrief, labels, printing
from interview_exit.words.texts import history as texts


def details() -> rx.Component:
    """Return the fields and the note; they save when left."""
    return rx.el.div(
        detail_field("company", labels.COMPANY),
        detail_field("role", labels.ROLE),
        note(labels.NOTE, rows=5),
        class_name="fields",
        key=Live.entry["id"],
    )


def how_it_ended() -> rx.Component:
    """Return how it ended: asked while nobody has said, and put right while one changes things."""
    return rx.cond(
        (Live.entry["end"] == "") | DeleteWithUndo.editing,
        rx.fragment(
            rx.el.h2(worded(labels.HOW_ENDED)),
            rx.el.div(
                *[
                    choice(called(ending), Live.entry["end"] == ending.id, Debrief.correct_end(ending.id))
                    for ending in phrases.ENDINGS.values()
                ],
                go_on(),
                class_name="chips",
            ),
        ),
        rx.fragment(),
    )


def go_on() -> rx.Component:
    """Return the way back into the newest interview, which was ended by mistake."""
    return rx.cond(
        Live.reopens == Live.entry["id"],
        rx.el.button(worded(labels.GO_ON), type="button", class_name="boxed", on_click=Live.reopen(Live.entry["id"])),
        rx.fragment(),
    )


def afterwards() -> rx.Component:
    """Return what was made of it since, and the way to say more."""
    return rx.cond(
        Live.entry["live"],
        rx.fragment(),
        rx.fragment(
            rx.el.h2(debrief.AFTERWARDS),
            impression(),
            link(debrief.DEBRIEF, f"{routes.DEBRIEF}#" + Live.entry["id"].to(str), class_name="control boxed way"),
        ),
    )


def editing() -> rx.Component:
    """Return the control that shows what changes and erases, and the one that erases all of it."""
    erase = rx.el.button(
        texts.ERASE_INTERVIEW,
        type="button",
        class_name="boxed",
        on_click=DeleteWithUndo.erase_interview(Live.entry["id"]),
    )
    return rx.el.div(
        rx.el.button(
            rx.cond(DeleteWithUndo.editing, texts.EDIT_DONE, texts.EDIT),
            type="button",
            class_name="boxed",
            aria_pressed=rx.cond(DeleteWithUndo.editing, "true", "false"),
            on_click=DeleteWithUndo.toggle_editing(),
        ),
        rx.cond(DeleteWithUndo.editing & ~Live.entry["live"].bool(), erase, rx.fragment()),
        class_name="chips editing",
    )


def erased_notice() -> rx.Component:
    """Offer for a while to put back what was erased."""
    return rx.cond(
        DeleteWithUndo.waiting,
        rx.el.p(
            rx.match(DeleteWithUndo.waiting, *texts.ERASED.items(), ""),
            rx.el.button(texts.PUT_BACK, type="button", on_click=DeleteWithUndo.put_back()),
            class_name="notice erased",
            role="status",
        ),
        rx.fragment(),
    )


def card_way() -> rx.Component:
    """Return the way to all about the company."""
    return rx.cond(
        Live.entry["company"],
        link(
            rx.fragment(worded(texts.COMPANY_CARD)),
            f"{routes.CARD}#" + Live.entry["id"].to(str),
            class_name="control boxed way",
        ),
        rx.fragment(),
    )


def interview() -> rx.Component:
    """Return the opened interview."""
    return rx.fragment(
        rx.el.h1(
            rx.cond(Live.entry["company"], Live.entry["company"], labels.NO_COMPANY),
            dir="auto",
        ),
        rx.el.p(
            Live.entry["day"],
            " · ",
            duration(Live.entry["minutes"]),
            " · ",
            ending_label(Live.entry["end"], Live.entry["live"]),
            class_name="quiet",
        ),
        timeline(),
        editing(),
        how_it_ended(),
        promises_here(),
        afterwards(),
        rx.el.h2(labels.DETAILS),
        details(),
        card_way(),
        link(printing.LINK, f"{routes.PRINT}#" + Live.entry["id"].to(str), class_name="control boxed way"),
    )
