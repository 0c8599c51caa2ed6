"""The pages about the past."""

from typing import Literal, TypedDict

from interview_exit.bridge.after import Person
from interview_exit.bridge.doorway import Call, Module, Value
from interview_exit.bridge.live import Entry, LogLine

By = Literal["ended", "verdict", "flag", "company", "month"]
"""What interviews are looked for by."""


class InterviewRow(TypedDict):
    """One interview in the list; `marks` are the kinds of its flags."""

    id: str
    company: str
    day: str
    marks: list[str]
    end: str
    minutes: int
    verdict: str
    live: bool


class Month(TypedDict):
    """The interviews of one month, newest first."""

    id: str
    label: str
    rows: list[InterviewRow]


class Option(TypedDict):
    """What can be chosen in a filter, and how many there would be."""

    id: str
    label: str
    count: int


class FilterChip(TypedDict):
    """A filter that is set; `label` is empty where the page has a word of its own."""

    by: str
    label: str


class Answer(TypedDict):
    """What asking about a flag can bring."""

    id: str
    told: str


class TimelineLine(LogLine):
    """One thing that happened, and what it made of the way forward."""

    time: str
    verdict: str
    question: str
    answer: str
    answers: list[Answer]


class Met(TypedDict):
    """One interview with it."""

    id: str
    date: str
    role: str
    end: str
    minutes: int
    rated: dict[str, str]
    regret: str
    marks: list[str]
    note: str
    verdict: str
    live: bool


class Tally(TypedDict):
    """A flag, and how often it came up."""

    flag: str
    kind: str
    label: str
    count: int


class ChipCount(TypedDict):
    """What they saw of the candidate, and how often."""

    id: str
    count: int


class MetPerson(TypedDict):
    """Somebody to know again (M19), and when one met."""

    id: str
    role: str
    initials: str
    cue: str
    date: str


class FlagCount(TypedDict):
    """In how many interviews a flag came up."""

    flag: str
    kind: str
    label: str
    count: int


class MonthCount(TypedDict):
    """How often something occurred in the month at a place."""

    place: int
    count: int


class Series(TypedDict):
    """How often something occurred, in all and by month."""

    id: str
    total: int
    months: list[MonthCount]


class Try(TypedDict):
    """One try of the drill."""

    day: str
    off: str


class PrintedMonth(TypedDict):
    """A month with an interview."""

    id: str
    label: str


class Printed(Entry):
    """One interview with what was made of it afterwards."""

    rated: dict[str, str]
    seen: list[str]
    people: list[Person]
    regrets: dict[str, str]


class InterviewList(Module, path="history/list", reader="use-history"):
    """All past interviews, as they are looked for."""

    query: Value[str]
    filters: Value[dict[str, str]]
    fragment: Value[str]
    beside: Value[str]
    chips: Value[list[FilterChip]]
    options: Value[dict[str, list[Option]]]
    months: Value[list[Month]]
    seeking: Value[bool]
    filtering: Value[bool]
    found: Value[int]
    total: Value[int]
    complete: Value[bool]
    has_more: Value[bool]
    clear: Call[()]
    more: Call[()]
    toggle_filters: Call[()]
    type: Call[str]
    """Look for words."""
    choose: Call[By, str]
    """Set a filter, or take it away."""


class Keyboard(Module, path="history/keyboard", reader="use-history"):
    """Moving through past interviews: by keys, and side by side where there is room."""

    wide: Value[bool]
    keys: Value[bool]
    toggle_keys: Call[()]


class Timeline(Module, path="history/timeline-view", reader="use-history"):
    """The timeline of the opened interview."""

    lines: Value[list[TimelineLine]]
    correct: Call[str, str]
    """Put right what asking about a flag has brought."""


class DeleteWithUndo(Module, path="history/delete-with-undo", reader="use-history"):
    """Erasing an entry of a log, or a whole interview: put back while it waits, then gone for good."""

    waiting: Value[str]
    editing: Value[bool]
    toggle_editing: Call[()]
    put_back: Call[()]
    erase_entry: Call[str]
    """Erase one entry, with all that is about it."""
    erase_interview: Call[str]


class Company(Module, path="history/company", reader="use-history"):
    """Everything about one company, across all interviews with it."""

    known: Value[bool]
    company: Value[str]
    met: Value[list[Met]]
    flags: Value[list[Tally]]
    seen: Value[list[ChipCount]]
    people: Value[list[MetPerson]]
    complete: Value[bool]


class Insights(Module, path="history/insights", reader="use-insights"):
    """One's own patterns over all interviews."""

    ready: Value[bool]
    loaded: Value[int]
    interviews: Value[int]
    begun: Value[int]
    since: Value[str]
    months: Value[list[str]]
    flags: Value[list[FlagCount]]
    kinds: Value[list[Series]]
    kinds_most: Value[int]
    asked: Value[dict[str, int]]
    raised: Value[dict[str, int]]
    endings: Value[dict[str, int]]
    exits: Value[int]
    minutes: Value[float]
    spans: Value[dict[str, int]]
    regretted: Value[dict[str, list[Series]]]
    regrets_most: Value[int]
    tries: Value[list[Try]]
    points: Value[str]
    off_recent: Value[str]
    off_before: Value[str]


class Printing(Module, path="history/printing", reader="use-print"):
    """What goes on paper."""

    ready: Value[bool]
    months: Value[list[PrintedMonth]]
    first: Value[str]
    last: Value[str]
    one: Value[bool]
    count: Value[int]
    most: Value[int]
    items: Value[list[Printed]]
    print: Call[()]
    choose: Call[Literal["first", "last"], str]
    """Choose where the months begin or end."""
