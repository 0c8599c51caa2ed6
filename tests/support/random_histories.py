"""Interviews in which anything happens in any order, as two devices and a nervous thumb may do it."""

from collections.abc import Callable
from random import Random
from typing import Any

from interview_exit.rules.taps import PAUSE_AFTER, STATES, TAKEN_BACK
from interview_exit.rules.verdict import CHOICES
from interview_exit.words.phrases import MOMENTS
from tests.client.told import Told
from tests.support.older import choosing

OWN_FLAG = "own.abcdefgh"
UNKNOWN_FLAG = "own.12345678"
FLAGS = ("advert", "values", "pay", "commute", "not_work", "surprise", "uneasy", "g_people", OWN_FLAG, UNKNOWN_FLAG)
ANSWERS = [state for state in STATES if state not in TAKEN_BACK]
EVENTS = {
    "tap": 8,
    "outcome": 8,
    "pause": 5,
    "added": 5,
    "undo": 5,
    "withdraw": 2,
    "ask": 3,
    "choose": 3,
    "heads": 1,
    "wait": 1,
    "end": 1,
    "reopen": 1,
    "about": 1,
}


def history(chance: Random, most: int = 24) -> list[dict[str, Any]]:
    """Return the records of one interview."""
    told = Told()
    taps, made = ["nobody"], ["nobody"]
    for event in chance.choices(list(EVENTS), list(EVENTS.values()), k=chance.randint(0, most)):
        told.later(chance.choice([0, 0.5, 3, -2, -30, 60 * 13] if chance.random() < 0.2 else [0, 1]))
        # What is about a tap is mostly about one of the newest.
        tap = chance.choice(taps[-3:] if chance.random() < 0.7 else made)
        made.append(_happen(told, event, tap, made, chance))
        if event == "tap":
            taps.append(made[-1])
    return chance.sample(told.records, len(told.records))


def _happen(told: Told, event: str, tap: str, made: list[str], chance: Random) -> str:
    if event == "tap":
        return told.tap(chance.choice(FLAGS), hard=chance.random() < 0.2)
    if event == "outcome":
        # Half are what a pause is due after, so that the whole way to a reply and back is gone often enough.
        return told.answer(tap, chance.choice(PAUSE_AFTER if chance.random() < 0.5 else ANSWERS))
    if event == "about":
        return told.about(**_about(chance))
    of = chance.choice(made[-4:]) if event == "undo" else tap
    return told.step(event, of=of, **_step(event, chance))


def _step(event: str, chance: Random) -> dict[str, Any]:
    steps: dict[str, Callable[[], dict[str, Any]]] = {
        "pause": lambda: {"seconds": 5, "skipped": chance.random() < 0.3},
        "added": lambda: {"added": chance.random() < 0.5},
        "heads": lambda: {"count": chance.randint(1, 60)},
        "choose": lambda: choosing(chance.choice(CHOICES)),
        "wait": lambda: {"moment": chance.choice(list(MOMENTS))},
        "end": lambda: {"how": "left"},
    }
    return steps.get(event, dict)()


def _about(chance: Random) -> dict[str, Any]:
    return {
        "smallField": chance.random() < 0.5,
        "reason": chance.choice(["", "none", "pay", "work"]),
        "kind": chance.choice(["", "on_site", "video", "phone"]),
        "skill": chance.choice(["", "looking up"]),
        "name": chance.choice(["", "Dana"]),
    }
