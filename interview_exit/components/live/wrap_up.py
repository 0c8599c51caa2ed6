"""Ending politely: the words, the moment to wait for, and the card to take back from the restroom."""

import reflex as rx

from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import comma, said, screen_head
from interview_exit.components.live.ways import chosen_way, way_out
from interview_exit.components.shared.wording import line_button, plainly, worded, worded_each
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


def moment_row(moment: str, text: str) -> rx.Component:
    """Return one natural break; a tap chooses it, and the card follows."""
    return rx.el.button(
        rx.el.span(worded(text)),
        comma(),
        rx.el.span(labels.THIS_ONE, class_name="quiet"),
        type="button",
        class_name="choice split",
        aria_pressed=rx.cond(Live.break_point == moment, "true", "false"),
        on_click=[Live.wait_for(moment), Live.go("card")],
    )


def moment_screen() -> rx.Component:
    """Return the six natural breaks to wait for (M13)."""
    return rx.el.div(
        screen_head(worded(labels.BREAK_POINTS)),
        rx.el.div(
            rx.el.h1(worded(labels.WHICH_BREAK), class_name="say"),
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
    return rx.el.li(rx.el.div(rx.el.p(worded(title), class_name="quiet"), *children))


def chosen_moment() -> rx.Component:
    """Return the break to wait for; until one is chosen, the next one."""
    return rx.el.button(
        rx.el.span(rx.match(Live.break_point, *worded_each(phrases.MOMENTS), worded(labels.ANY_MOMENT))),
        comma(),
        rx.el.span(labels.CHANGE, class_name="quiet"),
        type="button",
        class_name="moment split",
        on_click=Live.go("moment"),
    )


def return_card() -> rx.Component:
    """Return what to take back from the restroom: one line, one moment, then the phone away (M18)."""
    return rx.el.div(
        screen_head(rx.el.h1(worded(labels.RETURN_TITLE))),
        rx.el.div(
            line_button(),
            rx.el.ol(
                plainly(card_item(labels.YOUR_LINE, said(Live.words["own"]))),
                card_item(labels.YOUR_MOMENT, chosen_moment()),
                plainly(card_item(labels.THEN, rx.el.p(labels.AND_THEN))),
                class_name="steps card-steps",
            ),
            class_name="body",
        ),
        rx.el.button(
            worded(labels.PHONE_AWAY),
            type="button",
            class_name="inked",
            on_click=Cover.cover(),
            custom_attrs={"data-put-up": ""},
        ),
        rx.el.div(
            chosen_way("stay"),
            way_out(labels.I_WRAPPED_UP, "wrapped_up"),
            class_name="row",
        ),
        class_name="words",
    )
