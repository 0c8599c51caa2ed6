"""What the phone needs of the rules' and words' own objects: the keys that a shape declares, and no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict, TypeVar, cast, get_type_hints

from interview_exit.words import slots
from interview_exit.words.scripts import SCRIPTS, Moment

Shape = TypeVar("Shape")


class Script(TypedDict):
    """A script for every set of filled slots: the text at the place whose bit i says that slots[i] is filled.

    The only places in a text are {name}, {company}, {role}, {topic}, {reason_noun}, {reason_noun_cap} and
    {reason_clause}; the last three are the forms of the one slot "reason" (see REASONS). Fill them in one pass. `say`
    is false for what is addressed to the candidate, and so stands without quotation marks.
    """

    slots: Sequence[slots.SlotId]
    variants: Sequence[str]
    say: bool


def picked(shape: type[Shape], held: object, name: Callable[[str], str] = str) -> Shape:
    """Return what a shape declares of an object, which has it under the same names or those that `name` makes."""
    return cast(Shape, {key: getattr(held, name(key)) for key in get_type_hints(shape)})


def scripts_of(*moments: Moment) -> Mapping[str, Script]:
    """Return the scripts of some moments, worked out for every set of slots."""
    return {name: _script(script.text, script.moment) for name, script in SCRIPTS.items() if script.moment in moments}


def _script(text: str, moment: Moment) -> Script:
    compiled = slots.compile_script(text)
    return {"slots": compiled.slots, "variants": compiled.variants, "say": moment != "self"}
