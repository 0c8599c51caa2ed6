"""What Python decided, as the live page looks it up.

Keys may come out of a database: what is not in a table is undefined, never something inherited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal, TypedDict

from interview_exit.compiled import interview
from interview_exit.compiled.shapes import Script, picked, scripts_of
from interview_exit.rules import debrief, endings, flags, limits, older, taps, verdict
from interview_exit.rules.flags import KindId
from interview_exit.rules.taps import MarkId, StateId
from interview_exit.rules.verdict import ChoiceId, FactId
from interview_exit.words import phrases, scripts, selection, skills, slots
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded


class Flag(TypedDict):
    """One thing to tap.

    `line` and `ask`, which asks before it counts, name scripts, `reason` a reason; each may be empty.
    """

    kind: KindId
    label: str
    discreet: str
    line: str
    ask: str
    reason: str
    counts_heads: bool


class OwnFlags(TypedDict):
    """What a flag of one's own is called before its words have come from another device.

    `id` is the pattern of its id, `kind` what a new one is at first, `limitable` the kinds that can be hard nos, `ask`
    the script that asks about it when it has no words for that, by kind.
    """

    id: str
    label: str
    discreet: str
    kind: KindId
    limitable: Sequence[str]
    ask: Mapping[str, str]


class Said(TypedDict):
    """How a value goes into a script: what goes out of it by slot, and what stands around it."""

    tidy: Mapping[str, Sequence[str]]
    stops: str
    right_to_left: str
    isolate: tuple[str, str]


class Reason(TypedDict):
    """A reason in the forms that scripts need."""

    noun: str
    noun_cap: str
    clause: str


class Words(TypedDict):
    """What a verdict is called, and the scripts of its screen of words.

    The screen's fixed texts are compiled into it.
    """

    label: str
    discreet: str
    long: str
    unsafe: str


class Called(TypedDict):
    """What something is called, and its neutral word."""

    label: str
    discreet: str


class Ending(TypedDict):
    """How an interview ended.

    As a choice (`label`), as history tells it in a line (`told`) and alone (`title`); and the neutral word for all.
    """

    label: str
    told: str
    title: str
    discreet: str


class Limits(TypedDict):
    """The numbers of interview_exit/rules/limits.py that the phone reads, where each is told."""

    pause_seconds: Sequence[int]
    undo_seconds: int
    repeat_seconds: float
    shaky_seconds: float
    live_hours: int
    still_in_minutes: int
    over_minutes: int
    unfinished_days: int
    clock_trim_minutes: int
    hard_nos: int
    own_flags: int
    plan_minutes: Sequence[int]
    spoken_words: int
    drill_seconds: int
    drill_results: int
    slot_characters: int
    label_characters: int
    cover_seconds: Sequence[int]
    cover_presses: int
    cover_press_seconds: int
    hold_seconds: int
    debrief_hours: int
    look_back_days: tuple[int, int]
    initials: int
    reminder_hour: int
    recent_interviews: int


def called(text: str) -> Called:
    """Return a text with its neutral word; one that has none is neutral by itself."""
    return {"label": str(text), "discreet": text.discreet if isinstance(text, Worded) else text}


KINDS: Sequence[KindId] = list(flags.KINDS)
"""What sorts of flags there are."""

FLAGS: Mapping[str, Flag] = {flag.id: picked(Flag, flag) for flag in flags.FLAGS.values()}

OWN: OwnFlags = {
    "id": flags.OWN_ID,
    "label": flags.OWN_LABEL,
    "discreet": flags.OWN_DISCREET,
    "kind": flags.OWN_KIND,
    "limitable": flags.LIMITABLE,
    "ask": {kind: phrases.WORDS[shown].short for kind, shown in phrases.ASKS.items()},
}

PLACES: Mapping[str, str] = phrases.PLACES
"""Where an interview takes place, by the id that is recorded."""

GRID: Sequence[str] = flags.GRID
"""The flags of the first screen, row by row."""

GRID_COLUMNS: int = flags.GRID_COLUMNS
"""How many stand in a row."""

PINNED: Sequence[str] = flags.PINNED
"""Flags that can't be hidden."""

STATES: Sequence[StateId] = taps.STATES
"""Every state a tap can be in; "" as long as it has no outcome."""

POSITIONS: Sequence[interview.Position] = interview.positions()
"""Where a tap can stand: the states of the machine that MOVES leads through, but for the mark."""

START: int = taps.POSITIONS.index(taps.start(hard=False))
"""Its place before it was tapped."""

MARKED: Sequence[MarkId] = [taps.start(hard).mark for hard in (False, True)]
"""The mark that it has then, by whether it is a hard no (0 or 1)."""

MOVES: Mapping[str, interview.Move] = interview.moves()
"""What can happen to a tap."""

REPLIES: Mapping[str, tuple[str | None, str]] = interview.replies()
"""The move when they added nothing, and when they did, by what was due; null for none."""

SORTS: Mapping[str, Mapping[str, interview.Sort]] = interview.sorts()
"""By the flag's own kind, empty while that is not known, and the mark."""

COUNTS: Mapping[str, Mapping[str, FactId | Literal[""]]] = interview.counts()
"""The fact that a tap speaks for, "" for none, by Sort.line and its state, or by "" when nothing is under that."""

ENDS_CHOICE: Sequence[str] = taps.ENDS_CHOICE
"""Facts that a choice over the rules is about: a move that stands, from one of them or to one, ends it."""

TAKEN_BACK: Sequence[StateId] = taps.TAKEN_BACK
"""States that count for nothing."""

FOLLOWED_UP: Sequence[StateId] = taps.FOLLOWED_UP
"""Answers that are to be followed up."""

OLDER: Mapping[str, str] = {**older.OLDER_STATES, **older.OLDER_CHOICES}
"""What version 0.1.0 reads in place of an answer or a choice that it does not know."""

EVENTS: Mapping[str, interview.Event] = interview.events()
"""What the fold goes by, by the kind of the record, or of the step."""

FACTS: Sequence[FactId] = verdict.FACTS
"""The facts, in the order of their bits."""

CHOICES: Sequence[ChoiceId] = verdict.CHOICES
"""What a candidate may choose over the rules; "" for nothing.

A choice lasts until a later tap or answer changes ROWS' row.
"""

ASKING: Mapping[str, Sequence[FactId]] = {cause: verdict.asking(cause) for cause in verdict.CAUSES}
"""What may be answered, by cause: the newest tap of the first of these facts that has one."""

ROWS: Sequence[interview.Row] = interview.rows()
"""Every way forward that there is."""

INDEX: Sequence[int] = interview.index()
"""INDEX[bits * CHOICES.length + place of the choice] is the row's place in ROWS."""

LINES: Mapping[str, Mapping[str, Mapping[str, str]]] = {shown: interview.lines(shown) for shown in verdict.VERDICTS}
"""What the live card says, by verdict, and by Sort.line and state of a tap.

It is the newest that speaks for the row's cause; with no cause, the newest not taken back. Under "" when there is none,
or nothing under its line, and again when there is nothing under its state. The answer is a script's id, or "flag" for
the tapped flag's own script.
"""

LINE_REASONS: Mapping[str, Mapping[str, str]] = {
    shown: interview.by_sharing(partial(selection.reason_in_line, shown)) for shown in verdict.VERDICTS
}
"""Whose reason the line names, by verdict, and by what the candidate has said about sharing one.

That is "given", "none", or nothing. The answer is "" for none, "given" for the candidate's, "tap" for that of the flag
that the line is about, "refused" for that of the one openly refused, "line" for the line's.
"""

WORDS_REASONS: Mapping[str, Mapping[str, str]] = {
    cause: interview.by_sharing(partial(selection.reason_in_words, cause)) for cause in verdict.CAUSES
}
"""The same for the screen of words, by cause."""

SHARED_REASONS: Mapping[str, str] = interview.by_sharing(selection.shared_reason)
"""The same for an exit, whatever it is about."""

TOPICS: Mapping[str, selection.TopicId] = {**selection.TOPICS}
"""What a script's topic is."""

LIMIT_TOPICS: Mapping[str, str] = scripts.LIMIT_TOPICS
"""What a hard no is about, by the flag."""

ON_A_CALL: Mapping[str, str] = selection.ON_A_CALL
"""What is said in place of a script on phone or video."""

INSTEAD: Mapping[str, Mapping[str, str]] = selection.INSTEAD
"""What is said in place of a script after the answer to a flag, by the flag."""

HARD_NO: Called = called(labels.HARD_CAUSE)
"""What stands beside the name of a hard no."""

OPENLY_REFUSED: Sequence[StateId] = taps.OPENLY_REFUSED
"""Answers after which both sides know the reason, and the words name it."""

BEFORE_WORDS: Mapping[str, str] = {**selection.BEFORE_WORDS}
"""The scripts shown in place of the words, by Row.loop."""

SCRIPTS: Mapping[str, Script] = scripts_of("exit", "go_on", "self")

SAID: Said = {
    "tidy": slots.TIDY,
    "stops": slots.STOPS,
    "right_to_left": slots.RIGHT_TO_LEFT,
    "isolate": slots.ISOLATE,
}

REASONS: Mapping[str, Reason] = {name: picked(Reason, reason) for name, reason in scripts.REASONS.items()}

WORDS: Mapping[str, Words] = {name: picked(Words, words) for name, words in phrases.WORDS.items()}

MOMENTS: Mapping[str, str] = phrases.MOMENTS
"""The natural break points, by the id that is recorded."""

CALLS: Sequence[str] = phrases.CALLS
"""Kinds of interview that one leaves by ending a call."""

SKILLS: Mapping[str, str] = skills.SKILLS
"""What can be practised, by the id that is recorded; a candidate may write their own instead."""

TOLD: Mapping[str, Called] = {state: called(told) for state, told in phrases.STATES.items()}
"""How the log tells a state."""

TOLD_OF: Mapping[str, Mapping[str, Called]] = {
    flag: {state: called(text) for state, text in told.items()} for flag, told in phrases.STATES_OF.items()
}
"""The same where it is told otherwise, by the flag."""

ENDINGS: Mapping[str, Ending] = {ending.id: picked(Ending, ending) for ending in phrases.ENDINGS.values()}

NOT_HELD: Sequence[str] = endings.NOT_HELD
"""The endings after which there is nothing to look back on, and the plan still waits."""

TEL: str = limits.TEL
"""The pattern of a telephone number."""

LOOK_BACK: Sequence[str] = debrief.LOOK_BACK
"""The endings that are asked about again later."""

WITHDRAWS_TONIGHT: Sequence[str] = debrief.WITHDRAWS_TONIGHT
"""The endings after which a note is still to be sent."""

LIMITS: Limits = picked(Limits, limits, str.upper)
