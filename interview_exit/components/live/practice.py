"""Staying for practice: one thing to practise now, then finish well (M10)."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import screen_head
from interview_exit.components.shared.wording import worded
from interview_exit.words import skills
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded


def skill_row(skill: str, text: Worded) -> rx.Component:
    """Return one thing to practise; a tap chooses it and leads back to the flags."""
    return rx.el.button(
        worded(Worded(text[0].upper() + text[1:], text.discreet)),
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(Live.skill == str(text), "true", "false"),
        on_click=[Live.practise(skill), Live.go("")],
    )


def own_skill() -> rx.Component:
    """Return the field for one's own words; they are kept when the field is left."""
    return rx.el.div(
        rx.el.input(
            name="skill",
            aria_label=labels.OWN_SKILL,
            placeholder=labels.OWN_SKILL,
            auto_complete="off",
            dir="auto",
            max_length=80,
            on_blur=Live.practise(VALUE),
        ),
        rx.el.button(worded(labels.TAKE_SKILL), type="button", class_name="boxed", on_click=Live.go("")),
        class_name="field-row",
    )


def skill_screen() -> rx.Component:
    """Return the choice."""
    return rx.el.div(
        screen_head(worded(labels.CHOICES["practice"])),
        rx.el.div(
            rx.el.h1(worded(labels.SKILL_TITLE), class_name="say"),
            rx.el.div(*[skill_row(skill, text) for skill, text in skills.SKILLS.items()], class_name="choices"),
            own_skill(),
            class_name="body",
        ),
        class_name="words",
    )
