"""Answers and choices that version 0.1.0 does not know, and what it reads in their place.

It skips a record with an answer that it does not know, and refuses a copy that has one. So the field of the record
holds the nearest that it knows, and `body.exact` what was meant. So can later versions add what this one does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from interview_exit.rules.taps import STATES, StateId
from interview_exit.rules.verdict import CHOICES, ChoiceId

Id = TypeVar("Id", bound=str)

OLDER_STATES: dict[StateId, StateId] = {"later": ""}
"""What is put off has no answer yet."""

OLDER_CHOICES: dict[ChoiceId, ChoiceId] = {"withdraw_later": "stay"}
"""Who withdraws tonight stays until the end."""


def answer_of(outcome: Mapping[str, Any]) -> StateId:
    """Return what an outcome says."""
    return _exactly(outcome, outcome["body"]["state"], STATES)


def choice_of(step: Mapping[str, Any]) -> ChoiceId:
    """Return what was chosen."""
    return _exactly(step, step["choice"], CHOICES)


def _exactly(record: Mapping[str, Any], held: Id, known: Sequence[Id]) -> Id:
    exact = record.get("body", {}).get("exact")
    return exact if exact in known else held
