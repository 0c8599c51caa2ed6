"""How long something took, as a person would say it: 45 min, 5 h, 1 h 20 min."""

import reflex as rx

from interview_exit.words.texts import labels

HOUR = 60


def duration(minutes: rx.Var[int] | rx.Var[float]) -> rx.Var[str]:
    """Return so many minutes in words."""
    count = minutes.to(int)
    rest = (count % HOUR).to_string() + f" {labels.MINUTES}"
    hours = (count // HOUR).to_string() + f" {labels.HOURS}"
    longer = rx.cond(count % HOUR > 0, hours + " " + rest, hours)
    return rx.cond(count < HOUR, rest, longer)


def fixed_duration(minutes: int) -> str:
    """Return the same of minutes that are known at build time."""
    hours, rest = divmod(minutes, HOUR)
    parts = [(hours, labels.HOURS), (rest, labels.MINUTES)]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or f"0 {labels.MINUTES}"
