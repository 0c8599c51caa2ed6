"""The note to them: filled in, changed as one likes, handed to the phone's own ways of sending."""

from urllib.parse import quote

import reflex as rx

from interview_exit.bridge.after import Letter
from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live
from interview_exit.components.shared.choice import choice
from interview_exit.components.shared.detail_field import detail_field
from interview_exit.components.shared.unfolding import section
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels

RECRUITER = "follow_up.recruiter"
NAMES = {"name": labels.NAME, "company": labels.COMPANY, "role": labels.ROLE}


def wordings() -> rx.Component:
    """Return the notes that fit how it ended."""
    return rx.el.div(
        *[
            rx.cond(
                Letter.offered.contains(script),
                choice(label, Letter.wording == script, Letter.choose(script)),
                rx.fragment(),
            )
            for script, label in texts.LETTERS.items()
        ],
        class_name="chips",
        role="group",
        aria_label=texts.LETTER,
    )


def names() -> rx.Component:
    """Return what fills the note; all of it may stay empty."""
    return rx.el.details(
        rx.el.summary(labels.NAMES),
        rx.el.div(*[detail_field(key, label, f"slot-{key}") for key, label in NAMES.items()], class_name="fields"),
        key=Live.entry["id"],
    )


def field() -> rx.Component:
    """Return the note itself."""
    return rx.el.label(
        texts.LETTER_LABEL,
        rx.el.textarea(
            default_value=Letter.text,
            on_change=Letter.type(VALUE),
            on_blur=Letter.keep(),
            auto_complete="off",
            dir="auto",
            name="letter",
            rows=7,
            key=Letter.edition.to_string(),
        ),
    )


def ways_to_send() -> rx.Component:
    """Return share, mail and copy; each leaves the sending to the phone, and to the candidate."""
    subject = rx.cond(Letter.wording == RECRUITER, quote(texts.RECRUITER_SUBJECT), quote(texts.LETTER_SUBJECT))
    mail = rx.Var.create("mailto:?subject=") + subject.to(str) + "&body=" + Letter.encoded
    return rx.el.div(
        rx.cond(
            Letter.can_share,
            rx.el.button(texts.SHARE, type="button", class_name="boxed", on_click=Letter.share()),
            rx.fragment(),
        ),
        rx.el.a(texts.MAIL, href=mail, class_name="control boxed"),
        rx.el.button(texts.COPY, type="button", class_name="boxed", on_click=Letter.copy()),
        class_name="sending",
    )


def told() -> rx.Component:
    """Say what has just been done."""
    return rx.el.p(rx.match(Letter.told, *texts.TOLD.items(), ""), class_name="quiet told", role="status")


def written() -> rx.Component:
    """Return the note and what can be done with it."""
    return rx.fragment(
        rx.cond(Letter.wording == RECRUITER, rx.el.p(texts.RECRUITER_WHEN, class_name="quiet"), rx.fragment()),
        names(),
        field(),
        ways_to_send(),
        rx.el.button(
            rx.cond(Letter.tonight, texts.REMIND_TONIGHT, texts.REMIND_TOMORROW),
            type="button",
            class_name="boxed",
            on_click=Letter.remind(texts.REMIND_EVENT),
        ),
        told(),
        rx.el.p(texts.LETTER_HONEST, class_name="quiet"),
    )


def letter_part(*, unfolded: bool = False) -> rx.Component:
    """Return the part of the debrief that is about the note, if any fits."""
    part = section(
        texts.LETTER,
        rx.match(Letter.wording, *texts.LETTERS.items(), ""),
        rx.cond(Letter.wording == "", rx.el.p(texts.LETTER_NONE, class_name="quiet"), rx.fragment()),
        wordings(),
        rx.cond(Letter.wording == "", rx.fragment(), written()),
        unfolded=unfolded,
    )
    return rx.cond(Letter.offered.length() > 0, part, rx.fragment())
