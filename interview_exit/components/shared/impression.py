"""What was made of an interview, to read: what was said, and nothing for what was not."""

from collections.abc import Mapping

import reflex as rx

from interview_exit.bridge.after import Debrief
from interview_exit.components import Item
from interview_exit.words.texts import debrief as texts


def fact(label: str, said: rx.Var[str], words: Mapping[str, str]) -> rx.Component:
    """Return one answer, if it was given."""
    return rx.cond(
        said,
        rx.el.div(rx.el.dt(label, class_name="quiet"), rx.el.dd(rx.match(said, *words.items(), ""))),
        rx.fragment(),
    )


def seen_words(seen: rx.Var[list[str]]) -> rx.Component:
    """Return what they saw, in words."""
    return rx.foreach(seen, lambda chip: rx.el.span(rx.match(chip, *texts.CHIPS.items(), ""), class_name="word"))


def person_line(person: Item) -> rx.Component:
    """Return one person in a line: initials, role, cue."""
    return rx.el.span(
        *[rx.el.span(person[key], class_name="part", dir="auto") for key in ("initials", "role", "cue")],
        class_name="someone",
        key=person["id"],
    )


def impression() -> rx.Component:
    """Return all that was said of the opened interview afterwards."""
    return rx.el.dl(
        *[fact(label, Debrief.rated[what], texts.RATINGS_TOLD) for what, label in texts.RATED.items()],
        rx.cond(
            Debrief.seen.length() > 0,
            rx.el.div(rx.el.dt(texts.SEEN_SHORT, class_name="quiet"), rx.el.dd(seen_words(Debrief.seen))),
            rx.fragment(),
        ),
        *[fact(label, Debrief.regrets[when], texts.REGRETS_TOLD) for when, label in texts.REGRET_SHORT.items()],
        rx.cond(
            Debrief.people.length() > 0,
            rx.el.div(
                rx.el.dt(texts.PEOPLE, class_name="quiet"),
                rx.el.dd(rx.foreach(Debrief.people, person_line)),
            ),
            rx.fragment(),
        ),
        class_name="impression",
    )
