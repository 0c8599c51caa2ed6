"""The pages that look back on one interview."""

from typing import Literal, TypedDict

from interview_exit.bridge.doorway import Call, Module, Value


class Person(TypedDict):
    """Somebody to know again: no more than this is ever asked (M19)."""

    id: str
    role: str
    initials: str
    cue: str


class FollowUp(TypedDict):
    """One thing to follow up: they said they would check, or the candidate has put it off."""

    id: str
    interview: str
    company: str
    kind: str
    label: str
    told: str
    question: str
    due: str
    by: str
    done: bool


class Debrief(Module, path="after/debrief", reader="use-after"):
    """What the candidate made of the opened interview afterwards."""

    rated: Value[dict[str, str]]
    seen: Value[list[str]]
    people: Value[list[Person]]
    regrets: Value[dict[str, str]]
    late: Value[bool]
    held: Value[bool]
    correct_end: Call[str]
    """Say that it ended otherwise."""
    rate: Call[Literal["company", "manager"], str]
    """Rate the company or the manager, or take the rating back (M05)."""
    see: Call[str]
    """Note something that they saw of the candidate, or take it back (M20)."""
    answer: Call[Literal["at_once", "later"], str]
    """Say whether there are regrets, or take the answer back (M48)."""


class People(Module, path="after/people", reader="use-after"):
    """The form for people of the opened interview."""

    rows: Value[list[Person]]
    count: Value[int]
    adding: Value[bool]
    removed: Value[Person | None]
    another: Call[()]
    put_back: Call[()]
    write: Call[str, Literal["role", "initials", "cue"], str]
    """Keep one detail of a person; with none left, nothing is kept."""
    remove: Call[str]
    """Take a person away."""


class FollowUps(Module, path="after/follow-ups", reader="use-after"):
    """What is to be followed up, until it is ticked off."""

    here: Value[list[FollowUp]]
    open: Value[list[FollowUp]]
    set_due: Call[str, str, str]
    """Say until when one of an interview's is due."""
    set_done: Call[str, str, bool]
    """Tick one of an interview's off, or back on."""


class Letter(Module, path="after/letter", reader="use-after"):
    """The note to them after an interview."""

    offered: Value[list[str]]
    wording: Value[str]
    text: Value[str]
    encoded: Value[str]
    edition: Value[int]
    can_share: Value[bool]
    tonight: Value[bool]
    told: Value[str]
    type: Call[str]
    keep: Call[()]
    share: Call[()]
    copy: Call[()]
    choose: Call[str]
    """Choose another note, or none after all."""
    remind: Call[str]
    """Make a calendar file for this evening, or for tomorrow morning."""
