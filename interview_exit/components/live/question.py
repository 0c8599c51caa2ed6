"""The one question below the words, what they said or whether they added something (M39-M46)."""

import reflex as rx

from interview_exit.bridge.live import Live, Session
from interview_exit.components import Part
from interview_exit.components.shared.wording import called, worded
from interview_exit.rules.flags import KindId
from interview_exit.rules.taps import StateId
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded

IN_DETAILS: tuple[StateId, ...] = ("skipped",)
"""Answers that stand behind *Details*: not to ask at all is no answer of theirs."""


def question() -> Part:
    """Return it, or nothing where there is none to ask."""
    return rx.match(
        Live.loop,
        ("pause", pause_first()),
        ("reply", reply()),
        ("ask", asked()),
        rx.cond(Live.verdict == "practice", skill_choice(), rx.fragment()),
    )


def asked() -> rx.Component:
    """Return what asking can bring, for the one flag that is named above it; never beside an alarm."""
    return rx.cond(
        Live.asking & (Live.verdict != "leave_now"),
        rx.el.div(
            rx.el.h2(Live.asking["label"], ": ", worded(labels.WHAT_THEY_SAID), dir="auto"),
            rx.match(
                Live.asking["flag"],
                *[(flag, answers("unclear", flag)) for flag in phrases.OUTCOMES_OF],
                rx.cond(Live.asking["kind"] == "negotiable", answers("negotiable"), answers("unclear")),
            ),
            class_name="asked-about",
        ),
        rx.fragment(),
    )


def answers(kind: KindId, flag: str = "") -> rx.Component:
    """Return the answers of one kind of flag, as they are called for a certain one, two by two."""
    return rx.el.div(
        *[
            rx.el.button(
                called(answer),
                type="button",
                class_name="boxed",
                aria_label=worded(Worded(answer.longer, answer.discreet)),
                on_click=[Live.resolve(answer.state), Live.go("")],
            )
            for answer in phrases.outcomes(kind, flag)
            if answer.state not in IN_DETAILS
        ],
        class_name="answers",
    )


def pause_first() -> rx.Component:
    """Return the pause, and skipping it, which is never hidden (M46)."""
    return rx.el.div(
        rx.el.button(worded(labels.PAUSE_FIRST), type="button", class_name="inked", on_click=Session.start_pause()),
        rx.el.button(worded(labels.SKIP_PAUSE), type="button", class_name="boxed", on_click=Session.skip_pause()),
        class_name="pair",
    )


def reply() -> rx.Component:
    """Return the answers to "did they add something?" (M45)."""
    return rx.el.div(
        *[
            rx.el.button(worded(labels.REPLIES[added]), type="button", class_name="boxed", on_click=Live.reply(added))
            for added in (True, False)
        ],
        class_name="pair",
    )


def skill_choice() -> rx.Component:
    """Return the way to the one thing to practise (M10)."""
    return rx.el.div(
        rx.el.button(
            rx.cond(Live.skill, worded(labels.OTHER_SKILL), worded(labels.CHOOSE_SKILL)),
            type="button",
            class_name="boxed",
            on_click=Live.go("skill"),
        ),
        class_name="row",
    )
