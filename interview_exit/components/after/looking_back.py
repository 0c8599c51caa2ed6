"""What the candidate makes of it: each is one tap, none is asked for, and one more tap takes it back."""

import reflex as rx

from interview_exit.bridge.after import Debrief
from interview_exit.bridge.live import Live
from interview_exit.components.shared.choice import choice, choices
from interview_exit.components.shared.ended import ending_label
from interview_exit.components.shared.unfolding import section
from interview_exit.words import phrases
from interview_exit.words.texts import debrief as texts


def rating(what: str) -> rx.Component:
    """Return the one-tap rating of the company, or of the manager (M05)."""
    return choices(
        texts.RATED[what],
        *[choice(label, Debrief.rated[what] == id, Debrief.rate(what, id)) for id, label in texts.RATINGS.items()],
        layout="thirds",
        heading=False,
    )


def ratings() -> rx.Component:
    """Return both ratings, apart: a good company can have a poor manager."""
    return rx.el.section(rx.el.h2(texts.RATE), rating("company"), rating("manager"))


def regret(when: str) -> rx.Component:
    """Return the check for regrets (M48)."""
    return choices(
        texts.REGRET[when],
        *[choice(label, Debrief.regrets[when] == id, Debrief.answer(when, id)) for id, label in texts.REGRETS.items()],
        layout="thirds",
    )


def regrets() -> rx.Component:
    """Return the check that is due; what was said at once stands in the log and is not asked again."""
    return rx.el.section(rx.cond(Debrief.late, regret("later"), regret("at_once")))


def seen() -> rx.Component:
    """Return what they may remember of the candidate's conduct (M20)."""
    return rx.el.section(
        choices(
            texts.SEEN,
            *[choice(label, Debrief.seen.contains(id), Debrief.see(id)) for id, label in texts.CHIPS.items()],
        )
    )


def how_it_ended() -> rx.Component:
    """Return how it ended, which can be put right."""
    return section(
        texts.HOW_ENDED,
        ending_label(Live.entry["end"], Live.entry["live"]),
        rx.el.div(
            *[
                choice(ending.label, Live.entry["end"] == ending.id, Debrief.correct_end(ending.id))
                for ending in phrases.ENDINGS.values()
            ],
            class_name="chips",
        ),
    )
