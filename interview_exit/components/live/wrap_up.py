"""Ending politely: the words, the moment to wait for, and the card to take back from the restroom."""

import reflex as rx

from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import (
    names,
    notes,
    said,
    screen_head,
    steps,
    two_ways,
    unfolding,
    why_link,
    words_head,
)
from interview_exit.components.live.verdict_card import KIND_OF_VERDICT
from interview_exit.components.shared.glyph import glyph
from interview_exit.words import phrases, scripts
from interview_exit.words.texts import labels


def reasons() -> rx.Component:
    """Return the one reason that may be shared, or none (M26)."""
    return rx.el.div(
        rx.el.p(labels.REASON, class_name="quiet"),
        rx.el.div(
            reason_chip("", labels.NO_REASON),
            *[reason_chip(reason, held.noun) for reason, held in scripts.REASONS.items()],
            class_name="chips",
            role="group",
            aria_label=labels.REASON,
        ),
        class_name="stack",
    )


def reason_chip(reason: str, label: str) -> rx.Component:
    """Return one reason to share."""
    return rx.el.button(
        label,
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(Live.reason == reason, "true", "false"),
        on_click=Live.share_reason(reason),
    )


def next_screens() -> rx.Component:
    """Return the way to the moments, and to the card."""
    return rx.el.div(
        rx.el.button(labels.BREAK_POINTS, type="button", class_name="boxed", on_click=Live.go("moment")),
        rx.el.button(labels.RETURN_CARD, type="button", class_name="boxed", on_click=Live.go("card")),
        class_name="row",
    )


def wrap_up_words() -> rx.Component:
    """Return the words for ending politely: say it, let them close, thank, go (M30)."""
    return rx.el.div(
        words_head("wrap_up"),
        rx.el.div(
            said(Live.words["own"]),
            steps(phrases.WORDS["wrap_up"].steps),
            notes("wrap_up"),
            class_name="body",
        ),
        rx.el.div(
            unfolding(labels.IN_FULL, rx.el.p(Live.words["long"]), reasons()),
            names(),
            why_link(),
            next_screens(),
        ),
        two_ways(labels.I_WRAPPED_UP, "wrapped_up"),
        class_name="words",
    )


def moment_row(moment: str, text: str) -> rx.Component:
    """Return one natural break; a tap chooses it, and the card follows."""
    return rx.el.button(
        rx.el.span(text),
        " ",
        rx.el.span(labels.THIS_ONE, class_name="quiet"),
        type="button",
        class_name="choice split",
        aria_pressed=rx.cond(Live.break_point == moment, "true", "false"),
        on_click=[Live.wait_for(moment), Live.go("card")],
    )


def moment_screen() -> rx.Component:
    """Return the six natural breaks to wait for (M13)."""
    return rx.el.div(
        screen_head(labels.BREAK_POINTS, back_to="words"),
        rx.el.div(
            rx.el.h1(labels.WHICH_BREAK, class_name="say"),
            rx.el.div(
                *[moment_row(moment, text) for moment, text in phrases.MOMENTS.items()],
                class_name="choices",
            ),
            class_name="body",
        ),
        class_name="words",
    )


def card_item(title: str, *children: rx.Component) -> rx.Component:
    """Return one of the three things to keep in mind."""
    return rx.el.li(rx.el.div(rx.el.p(title, class_name="quiet"), *children))


def chosen_moment() -> rx.Component:
    """Return the break to wait for; until one is chosen, the next one."""
    return rx.el.button(
        rx.el.span(rx.match(Live.break_point, *phrases.MOMENTS.items(), labels.ANY_MOMENT)),
        " ",
        rx.el.span(labels.CHANGE, class_name="quiet"),
        type="button",
        class_name="moment split",
        on_click=Live.go("moment"),
    )


def return_card() -> rx.Component:
    """Return what to take back from the restroom: one line, one moment, then the phone away (M18)."""
    return rx.el.div(
        screen_head(rx.el.h1(glyph(KIND_OF_VERDICT["wrap_up"]), labels.RETURN_TITLE), back_to="words"),
        rx.el.div(
            rx.el.ol(
                card_item(labels.YOUR_LINE, said(Live.words["own"])),
                card_item(labels.YOUR_MOMENT, chosen_moment()),
                card_item(labels.THEN, rx.el.p(labels.AND_THEN)),
                class_name="steps card-steps",
            ),
            class_name="body",
        ),
        rx.el.div(
            rx.el.button(
                labels.CHOICES["stay"],
                type="button",
                class_name="boxed",
                on_click=[Live.choose("stay"), Live.go("")],
            ),
            rx.el.button(
                labels.PHONE_AWAY,
                type="button",
                class_name="boxed",
                on_click=Cover.cover(),
                custom_attrs={"data-put-up": ""},
            ),
            class_name="row",
        ),
        class_name="words",
    )
