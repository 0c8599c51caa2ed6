"""The live page: the interviews, the pause, and what takes several modules at once."""

from typing import TypedDict

from interview_exit.bridge.doorway import Call, Module, Value


class Asking(TypedDict):
    """The flag whose answer is awaited."""

    tap: str
    flag: str
    kind: str
    label: str


class Undo(TypedDict):
    """What can be taken back for a few seconds."""

    id: str
    label: str


class PressedAgain(TypedDict):
    """The pressed flag that was tapped once more."""

    flag: str
    label: str


class Cell(TypedDict):
    """A flag in its place on the live screen; one `starts` a row after one that is not full."""

    flag: str
    kind: str
    label: str
    hard: bool
    starts: bool


class Crowd(TypedDict):
    """The people in the room, where they may be counted."""

    tap: str
    count: int


class FlagTold(TypedDict):
    """A flag with its word."""

    flag: str
    kind: str
    label: str


class LastTime(TypedDict):
    """The last time with a company (M21)."""

    id: str
    company: str
    date: str
    end: str
    flags: list[FlagTold]
    note: str


class KnownFlag(TypedDict):
    """A flag that the candidate wrote."""

    id: str
    label: str
    discreet: str
    kind: str
    line: str


class FlagInFull(FlagTold):
    """The same with its longer wording; empty where that is not to be seen."""

    longer: str


class FlagGroup(TypedDict):
    """The flags of one kind, or the candidate's own."""

    kind: str
    flags: list[FlagInFull]


class Settings(TypedDict):
    """What the candidate has set, as far as pages show it."""

    discreet: bool
    pauseSeconds: int
    lineStays: bool
    coverSeconds: int
    coverHint: bool
    ticks: bool
    shortcuts: bool
    tel: str


class After(TypedDict):
    """What the first screen offers of the time after an interview."""

    what: str
    id: str


class LogLine(TypedDict):
    """One line of an interview's log."""

    id: str
    minute: int
    what: str
    flag: str
    kind: str
    label: str
    state: str
    told: str
    seconds: int
    undone: bool
    heads: int


class Entry(TypedDict):
    """One interview, opened."""

    id: str
    company: str
    role: str
    name: str
    note: str
    day: str
    minutes: int
    end: str
    live: bool
    log: list[LogLine]


class Over(TypedDict):
    """The interview that is just over."""

    id: str
    end: str
    minutes: int
    held: bool
    own: bool
    regret: str


class Live(Module, path="live/start"):
    """The interviews: what happened, which way forward fits, what to say."""

    ready: Value[bool]
    started: Value[bool]
    live: Value[str]
    minutes: Value[int]
    left: Value[int]
    grid: Value[list[Cell]]
    pressed: Value[dict[str, bool]]
    verdict: Value[str]
    computed: Value[str]
    chosen: Value[bool]
    line: Value[str]
    spoken: Value[bool]
    line_hidden: Value[bool]
    causes: Value[list[str]]
    asking: Value[Asking | None]
    options: Value[list[str]]
    loop: Value[str]
    askable: Value[str]
    reordered: Value[bool]
    crowd: Value[Crowd | None]
    on_call: Value[bool]
    place: Value[str]
    skill: Value[str]
    small_field: Value[bool]
    call_link: Value[str]
    break_point: Value[str]
    reason: Value[str]
    pressed_again: Value[PressedAgain | None]
    undoable: Value[Undo | None]
    fault: Value[str]
    unsaved: Value[int]
    screen: Value[str]
    over: Value[Over | None]
    still_in: Value[bool]
    words: Value[dict[str, str]]
    named: Value[dict[str, str]]
    last: Value[LastTime | None]
    own: Value[list[KnownFlag]]
    settings: Value[Settings]
    reopens: Value[str]
    entry: Value[Entry | None]
    after: Value[After | None]
    undo: Call[()]
    again: Call[()]
    """Count the pressed flag once more."""
    take_back: Call[()]
    leave_as_is: Call[()]
    go: Call[str]
    """Show another screen of the live page."""
    toggle_line: Call[()]
    """Show the words to say for once, or hide them again."""
    resolve: Call[str]
    """Record what asking brought, for the flag that is asked about."""
    choose: Call[str]
    """Override the verdict."""
    ask_first: Call[str]
    """Ask about what caused the verdict before it counts."""
    reply: Call[bool]
    """Record whether they added something in the pause (M45)."""
    count_heads: Call[str, str]
    """Keep the number of people in the room (M08)."""
    practise: Call[str]
    """Choose the one thing to practise now (M10): a skill's id, or one's own words."""
    set_small_field: Call[bool]
    """Say whether people here know each other, or somebody recommended the candidate (M24, N04)."""
    wait_for: Call[str]
    """Choose the moment to wait for (M13)."""
    share_reason: Call[str]
    """Put one reason into the words, or none (M26)."""
    end: Call[str, str | None]
    """Close an interview; the live one if none is named."""
    reopen: Call[str]
    """Go on with an interview after all."""
    leave_unfinished: Call[()]
    """Let the next interview begin; how this one ended can be said later."""
    stay: Call[()]
    """Say that it is still the same interview."""
    regret: Call[str, str, str]
    """Say at one of two times whether there are regrets about an interview; empty for rather not."""
    withdraw: Call[str]
    """Take a tap back for good; it stays in the log."""
    select: Call[str]
    """Open one interview."""
    note: Call[str, str]
    """Keep the note of an interview."""
    setting: Call[str, bool]
    """Keep a setting that is on or off."""


class Session(Module, path="live/session"):
    """What takes several modules at once."""

    start_pause: Call[()]
    skip_pause: Call[()]
    describe_live: Call[str, str]
    """Keep a detail of the live interview: company, role or name."""
    describe_entry: Call[str, str, str]
    """Keep a detail of another one."""
    set_number: Call[str, str]
    """Keep a setting with a few values."""


class More(Module, path="live/more", reader="use-more"):
    """Every flag, and the search for one."""

    groups: Value[list[FlagGroup]]
    seek: Call[str]
    """Show those whose words begin like what is typed."""


class Pause(Module, path="live/pause"):
    """The pause: five full seconds by the clock."""

    phase: Value[str]
    left: Value[int]
    close: Call[()]
    extend: Call[()]
