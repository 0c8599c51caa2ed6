"""The slot grammar: how a script reads when its slots are empty.

    {name}            the slot's value; empty, it goes together with the comma or the space beside it
    {topic|that}      the same with other words for when it is empty
    [, about {role}]  goes whole when a slot inside is empty
    [with {x}|less]   the same with other words instead

An empty company is "the team". A sentence starts with a capital again, whatever went before it. The grammar is worked
out here, for every set of filled slots: what reaches the phone are finished sentences with plain `{slot}` places to
fill, so nothing there parses, and a value is never taken for grammar.

What people type is tidied before it goes in, so that "the design role" does not become "the the design role role", nor
"Acme Inc." the end of a sentence with two stops.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

SlotId = Literal["name", "company", "role", "topic", "reason"]
SLOTS: tuple[SlotId, ...] = get_args(SlotId)
"""The order of the bits in a script's variants."""

WITHOUT = {"company": "the team"}
"""What stands for an empty slot when the script itself does not say."""

_ANY = (r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", r"^[ ,;:]+", r"[ ,;:]+$")
TIDY: dict[str, tuple[str, ...]] = {
    "name": (*_ANY, r"[.!?]+$"),
    "company": (*_ANY, r"^\.+$"),
    "role": (*_ANY, r"^(?:the|an?)(?: +|$)", r"(?:^| +)(?:role|position|job|post)[.!?]*$", r"[.!?]+$"),
    "topic": (*_ANY, r"[.!?]+$"),
}
"""What goes out of a value, one pattern after the other, letters large or small; whitespace is made single before that.

The first takes marks that would turn the direction of the rest of the sentence.
"""

STOPS = ".!?"
"""A value that ends in one of these takes no full stop after it."""

RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
ISOLATE = ("\u2068", "\u2069")
"""A value written from right to left stands between these, so that the words around it stay in their order."""

_PLACE = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
_BRACKET = re.compile(r"\[((?:\{[^}]*\}|[^\]|{])*)(?:\|((?:\{[^}]*\}|[^\]{])*))?\]")
_GONE = "\0"
_CAPITAL = re.compile(r"(^|[.?!] )([a-z])")


@dataclass(frozen=True)
class Compiled:
    """A script for every set of filled slots.

    Attributes:
        slots: the slots it has.
        variants: its text for each set of them, where bit i of the place stands for slots[i] being filled.
    """

    slots: tuple[SlotId, ...]
    variants: tuple[str, ...]


def compile_script(source: str) -> Compiled:
    """Work a script out for every set of filled slots."""
    slots = slots_of(source)
    sets = ([slot for bit, slot in enumerate(slots) if place >> bit & 1] for place in range(2 ** len(slots)))
    return Compiled(slots, tuple(resolve(source, filled) for filled in sets))


def slots_of(source: str) -> tuple[SlotId, ...]:
    """Return the slots that a script has, in the order of their bits."""
    found = {slot_of(match[1]) for match in _PLACE.finditer(source)}
    if unknown := found - set(SLOTS):
        raise ValueError(f"unknown slot: {', '.join(sorted(unknown))}")
    return tuple(slot for slot in SLOTS if slot in found)


def resolve(source: str, filled: Collection[str]) -> str:
    """Return a script's text when these slots are filled, with a plain place for each value."""

    def bracket(match: re.Match[str]) -> str:
        whole = all(slot_of(place[1]) in filled for place in _PLACE.finditer(match[1]))
        return match[1] if whole else match[2] or ""

    def place(match: re.Match[str]) -> str:
        if slot_of(match[1]) in filled:
            return f"{{{match[1]}}}"
        return match[2] or WITHOUT.get(match[1], _GONE)

    return _close_gaps(_PLACE.sub(place, _BRACKET.sub(bracket, source)))


def slot_of(place: str) -> str:
    """Return the slot that a place shows a form of."""
    # The places of a reason (its noun, its clause) are forms of one slot.
    return "reason" if place.startswith("reason_") else place


def _close_gaps(text: str) -> str:
    text = re.sub(f", {_GONE}(?=[.,;:?!])", "", text)
    text = re.sub(f"{_GONE},? ", "", text)
    text = re.sub(f" ?{_GONE}", "", text)
    return _CAPITAL.sub(lambda match: match[1] + match[2].upper(), text)
