"""Preparing an interview in under a minute; nothing here is required."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.live import Live
from interview_exit.bridge.prepare import Planning
from interview_exit.components.prepare.drill import drill_screen
from interview_exit.components.prepare.flag_choices import first_screen, hard_nos
from interview_exit.components.prepare.plan_form import setting, skill, whom
from interview_exit.components.prepare.rehearsal import rehearsal_screen
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import labels
from interview_exit.words.texts import prepare as texts


def exercise(screen: str, title: str) -> rx.Component:
    """Return the way to an exercise."""
    return rx.el.button(title, type="button", class_name="exercise", on_click=Live.go(screen))


def clear() -> rx.Component:
    """Return the way to a blank plan."""
    return rx.cond(
        Planning.waiting,
        rx.el.button(texts.CLEAR, type="button", class_name="boxed", on_click=Planning.clear_plan()),
        rx.fragment(),
    )


def parts() -> rx.Component:
    """Return what unfolds, and what leads on."""
    return rx.el.div(
        setting(),
        skill(),
        hard_nos(),
        first_screen(),
        exercise("rehearse", texts.REHEARSE),
        exercise("drill", texts.DRILL),
        class_name="parts",
    )


def plan() -> rx.Component:
    """Return the plan, once it is read: a field drawn before that would lose what is typed."""
    return rx.cond(
        Live.ready,
        rx.el.div(whom(), rx.el.div(parts(), clear()), class_name="abreast"),
        rx.fragment(),
    )


def preparing() -> rx.Component:
    """Return the page's first screen."""
    return rx.el.div(
        rx.el.div(link(labels.BACK, routes.LIVE), class_name="head start"),
        fault_notice(),
        rx.el.h1(texts.TITLE),
        rx.el.p(rx.cond(Live.started, texts.RUNNING, texts.OPTIONAL), class_name="quiet lead"),
        plan(),
        class_name="page prepare",
    )


def prepare() -> rx.Component:
    """Return the page."""
    return frame(
        rx.match(
            Live.screen,
            ("drill", drill_screen()),
            ("rehearse", rehearsal_screen()),
            preparing(),
        ),
        screen="prepare",
        class_name="bare",
    )
