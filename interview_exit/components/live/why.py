"""Why this way: the flags behind the verdict and, one level down, the idea that it rests on (M33, M37)."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.live.saying import screen_head, unfolding
from interview_exit.components.live.verdict_card import name_of, verdict_name
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.texts import labels


def tapped() -> rx.Component:
    """Name the flags that led here."""
    return rx.cond(
        Live.causes.length() > 0,
        rx.el.p(f"{labels.BECAUSE}: ", Live.causes.join(", "), "."),
        rx.fragment(),
    )


def overruled() -> rx.Component:
    """Say that the candidate chose otherwise, and that this is as good a reason."""
    return rx.cond(
        is_overruled(),
        rx.el.p(f"{labels.RULES_SAY}: ", name_of(Live.computed), f". {labels.YOUR_CHOICE_HOLDS}"),
        rx.fragment(),
    )


def is_overruled() -> rx.Var[bool]:
    """Tell whether the candidate chose something else than the rules; practice is a way of theirs (rule 4)."""
    return Live.chosen & (Live.computed != Live.verdict) & (Live.verdict != "practice")


def idea(verdict: VerdictId) -> rx.Component:
    """Return the idea of one verdict, what steadies, and what both rest on."""
    words = phrases.WORDS[verdict]
    return rx.fragment(
        rx.el.h1(words.idea, class_name="say"),
        tapped(),
        overruled(),
        rx.cond(Live.reordered, rx.el.p(labels.SMALL_FIELD_LONG), rx.fragment()),
        *[rx.el.p(line, class_name="quiet") for line in (words.permission, *words.notes) if line],
        unfolding(labels.RESTS_ON, rx.el.div(*[rx.el.p(line) for line in words.details], class_name="stack")),
    )


def why_screen() -> rx.Component:
    """Return the screen; it explains and scores nothing."""
    explained = rx.cond(is_overruled(), Live.computed, Live.verdict)
    return rx.el.div(
        screen_head(verdict_name()),
        rx.el.div(
            rx.match(explained, *[(verdict, idea(verdict)) for verdict in phrases.WORDS], rx.fragment()),
            class_name="body",
        ),
        class_name="words",
    )
