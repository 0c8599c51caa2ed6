"""The page that prepares an interview, and the number that the settings keep for it."""

from typing import Literal, TypedDict

from interview_exit.bridge.after import Person
from interview_exit.bridge.doorway import Call, Module, Value
from interview_exit.bridge.live import LastTime


class OwnFlag(TypedDict):
    """A flag that the candidate wrote."""

    id: str
    label: str
    discreet: str
    kind: str
    line: str
    gone: bool
    limitable: bool


class Place(TypedDict):
    """A flag in its place on the first screen."""

    id: str
    kind: str
    label: str
    pinned: bool
    first: bool


class Other(TypedDict):
    """A flag that is not on it."""

    id: str
    kind: str
    label: str


class Draft(TypedDict):
    """A flag being written."""

    label: str
    discreet: str
    kind: str
    line: str
    hard: bool


class FormFault(TypedDict):
    """What is wrong with it: the field, and a code; both empty when nothing is."""

    field: str
    code: str


class Off(TypedDict):
    """How far off a try was."""

    seconds: str
    way: str


class Impression(LastTime):
    """The last time with a company, and what was made of it afterwards."""

    seen: list[str]
    people: list[Person]


class Plan(TypedDict):
    """What is prepared; every value may be empty."""

    company: str
    role: str
    name: str
    kind: str
    minutes: int
    until: str
    smallField: bool
    skill: str


class Planning(Module, path="prepare/planning", reader="use-prepare"):
    """The plan for the next interview."""

    plan: Value[Plan]
    waiting: Value[bool]
    edition: Value[int]
    by_clock: Value[bool]
    companies: Value[list[str]]
    last: Value[Impression | None]
    clear_plan: Call[()]
    set_length: Call[str]
    name_company: Call[str]
    set_plan: Call[str, str | bool]
    """Keep one text of the plan, or one yes or no."""
    toggle: Call[Literal["kind", "skill"], str]
    """Choose one of a few, or take that back."""


class Choices(Module, path="prepare/choices", reader="use-prepare"):
    """What the candidate chooses about flags beforehand."""

    hard: Value[dict[str, bool]]
    hard_count: Value[int]
    full: Value[bool]
    own: Value[list[OwnFlag]]
    places: Value[list[Place]]
    others: Value[list[Other]]
    draft: Value[Draft]
    fault: Value[FormFault]
    edition: Value[int]
    add_flag: Call[()]
    reset_places: Call[()]
    toggle_hard: Call[str]
    """Make a flag a hard no, or an ordinary one again (M22)."""
    hide: Call[str]
    """Leave a flag under More alone."""
    bring: Call[str]
    """Put a flag on the first screen."""
    move_up: Call[str]
    """Move a flag up among its kind."""
    write: Call[str, str | bool]
    """Take over what is typed or chosen for a flag of one's own."""
    take_away: Call[str]
    """Take one's own flag away."""
    put_back: Call[str]


class Drill(Module, path="prepare/drill", reader="use-prepare"):
    """How long five seconds feel."""

    running: Value[bool]
    off: Value[Off | None]
    results: Value[list[Off]]
    points: Value[str]
    press: Call[()]
    stop: Call[()]
    forget: Call[()]


class Rehearsal(Module, path="prepare/rehearsal", reader="use-prepare"):
    """The words, one script at a time."""

    title: Value[str]
    text: Value[str]
    place: Value[int]
    count: Value[int]
    hidden: Value[bool]
    toggle_hidden: Call[()]
    turn: Call[int]
    """Show the next script, or the one before."""


class EmergencyNumber(Module, path="prepare/emergency-number", reader="use-settings"):
    """The number to call when it is not safe."""

    refused: Value[str]
    set_tel: Call[str]
