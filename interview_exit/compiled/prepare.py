"""What only the page that prepares an interview looks up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from interview_exit.rules import flags
from interview_exit.words import rehearsal


class Cards(TypedDict):
    """What to rehearse: titles by the id of the script."""

    words: Mapping[str, str]
    flags: Mapping[str, str]


CARDS: Cards = {"words": rehearsal.WORDS, "flags": rehearsal.FLAG_LINES}

OWN_LINES: Mapping[str, str] = {**flags.OWN_LINES}
"""The script that suggests what a flag of one's own says, by kind."""
