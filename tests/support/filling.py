"""Filling scripts as the phone does it (domain/slots.js), written once more to compare with and to read aloud."""

import re
from collections.abc import Mapping

from interview_exit.words.slots import ISOLATE, RIGHT_TO_LEFT, STOPS, TIDY, Compiled, slot_of

_FILLED = re.compile(r"\{(\w+)\}(\.?)")


def tidy(slot: str, value: str) -> str:
    """Return what a candidate typed, so that it reads well inside a sentence."""
    text = re.sub(r"\s+", " ", value)
    for pattern in TIDY.get(slot, ()):
        text = re.sub(pattern, "", text, flags=re.IGNORECASE)
    return text


def fill(compiled: Compiled, values: Mapping[str, str]) -> str:
    """Return the text with its values, as the phone does it: one pass, so that a value is never filled again."""
    said = {key: tidy(key, value) for key, value in values.items()}
    filled = [slot for slot in compiled.slots if any(slot_of(key) == slot and said[key] for key in said)]
    text = compiled.variants[sum(1 << compiled.slots.index(slot) for slot in filled)]
    return _FILLED.sub(lambda match: _told(said[match[1]], match[2]), text)


def _told(value: str, stop: str) -> str:
    held = f"{ISOLATE[0]}{value}{ISOLATE[1]}" if re.search(RIGHT_TO_LEFT, value) else value
    return held if value[-1] in STOPS else held + stop
