"""The slot grammar: how a script reads when its slots are empty.

    {name}            the slot's value; empty, it goes together with the comma or the space beside it
    {topic|that}      the same with other words for when it is empty
    [, about {role}]  goes whole when a slot inside is empty
    [with {x}|less]   the same with other words instead

An empty company is "the team". A sentence starts with a capital again, whatever went before it. The grammar is worked
out here, for every set of filled slots: what reaches the phone are finished sentences with plain `{slot}` places to
fill, so nothing there parses, and a value is never taken for grammar.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

SLOTS = ("name", "company", "role", "topic", "reason")
"""The order of the bits in a script's variants."""

WITHOUT = {"company": "the team"}
"""What stands for an empty slot when the script itself does not say."""

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

    slots: tuple[str, ...]
    variants: tuple[str, ...]


def compile_script(source: str) -> Compiled:
    """Work a script out for every set of filled slots."""
    slots = slots_of(source)
    sets = ([slot for bit, slot in enumerate(slots) if place >> bit & 1] for place in range(2 ** len(slots)))
    return Compiled(slots, tuple(resolve(source, filled) for filled in sets))


def slots_of(source: str) -> tuple[str, ...]:
    """Return the slots that a script has, in the order of their bits."""
    found = {_slot(match[1]) for match in _PLACE.finditer(source)}
    if unknown := found - set(SLOTS):
        raise ValueError(f"unknown slot: {', '.join(sorted(unknown))}")
    return tuple(slot for slot in SLOTS if slot in found)


def resolve(source: str, filled: Collection[str]) -> str:
    """Return a script's text when these slots are filled, with a plain place for each value."""

    def bracket(match: re.Match[str]) -> str:
        whole = all(_slot(place[1]) in filled for place in _PLACE.finditer(match[1]))
        return match[1] if whole else match[2] or ""

    def place(match: re.Match[str]) -> str:
        if _slot(match[1]) in filled:
            return f"{{{match[1]}}}"
        return match[2] or WITHOUT.get(match[1], _GONE)

    return _close_gaps(_PLACE.sub(place, _BRACKET.sub(bracket, source)))


def fill(compiled: Compiled, values: Mapping[str, str]) -> str:
    """Return the text with its values, as the phone does it: one pass, so that a value is never filled again."""
    filled = [slot for slot in compiled.slots if any(_slot(key) == slot and values[key] for key in values)]
    text = compiled.variants[sum(1 << compiled.slots.index(slot) for slot in filled)]
    return _PLACE.sub(lambda match: values[match[1]], text)


def _slot(place: str) -> str:
    # The places of a reason (its noun, its clause) are forms of one slot.
    return "reason" if place.startswith("reason_") else place


def _close_gaps(text: str) -> str:
    text = re.sub(f", {_GONE}(?=[.,;:?!])", "", text)
    text = re.sub(f"{_GONE},? ", "", text)
    text = re.sub(f" ?{_GONE}", "", text)
    return _CAPITAL.sub(lambda match: match[1] + match[2].upper(), text)
