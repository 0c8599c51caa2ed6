"""What Python decided, as the live page looks it up.

Keys may come out of a database: what is not in a table is undefined, never something inherited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from interview_exit.compiled.shapes import Script, picked, scripts_of
from interview_exit.rules import debrief, flags, limits, verdict
from interview_exit.rules.flags import KindId
from interview_exit.rules.verdict import ChoiceId, FactId, StateId, VerdictId
from interview_exit.words import phrases, scripts, skills, slots


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


class Row(TypedDict):
    """What to show for one combination of facts.

    `cause` names the fact whose taps are the reason; empty for none. Before the words come the pause (`pauseFirst`),
    then whether they added something (`replyFirst`); `reordered` by a small field.
    """

    verdict: VerdictId
    cause: FactId | Literal[""]
    chosen: bool
    pause_first: bool
    reply_first: bool
    reordered: bool
    options: Sequence[ChoiceId]


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
    short: str
    long: str
    call: str
    unsafe: str


class Ending(TypedDict):
    """How an interview ended: as a choice (`label`) and as history tells it (`told`)."""

    label: str
    told: str


class Limits(TypedDict):
    """The numbers of interview_exit/rules/limits.py that the phone reads, where each is told."""

    pause_seconds: Sequence[int]
    undo_seconds: int
    repeat_seconds: float
    shaky_seconds: float
    live_hours: int
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


def _counts() -> dict[str, FactId]:
    return {
        f"{kind}|{int(hard)}|{state}": fact
        for kind in flags.KINDS
        for hard in (False, True)
        for state in verdict.STATES
        if (fact := verdict.counts_as(kind, hard, state))
    }


def _lines() -> dict[str, str]:
    kinds: tuple[phrases.LineKind, ...] = (*flags.KINDS, "hard")
    return {
        **{f"{shown}||": phrases.line(shown) for shown in verdict.VERDICTS},
        **{
            f"{shown}|{kind}|{state}": phrases.line(shown, kind, state)
            for shown in verdict.VERDICTS
            for kind in kinds
            for state in verdict.STATES
            # Three of four are as when nothing was tapped, and need not be loaded before the first tap.
            if phrases.line(shown, kind, state) != phrases.line(shown)
        },
    }


_DECIDED = verdict.tabulate()
_UNIQUE = list(dict.fromkeys(_DECIDED))

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
"""The flags of the first screen, row by row, three to a row."""

PINNED: Sequence[str] = flags.PINNED
"""Flags that can't be hidden."""

STATES: Sequence[StateId] = verdict.STATES
"""Every state a tap can be in; "" as long as it has no outcome."""

COUNTS: Mapping[str, FactId] = _counts()
""" "<kind>|<hard 0 or 1>|<state>" to the fact that such a tap speaks for; nothing when it does not count."""

ASKED_AS: Mapping[str, KindId] = {**verdict.ASKED_AS}
"""Which kind a tap counts as once it has been asked about first; it is no hard no then."""

PAUSE_AFTER: Sequence[StateId] = verdict.PAUSE_AFTER
"""Answers that a pause is due after."""

FACTS: Sequence[FactId] = verdict.FACTS
"""The facts, in the order of their bits."""

CHOICES: Sequence[ChoiceId] = verdict.CHOICES
"""What a candidate may choose over the rules; "" for nothing.

A choice lasts until a later tap or answer changes ROWS' row.
"""

ROWS: Sequence[Row] = [picked(Row, row) for row in _UNIQUE]
"""Every way forward that there is."""

INDEX: Sequence[int] = [_UNIQUE.index(row) for row in _DECIDED]
"""INDEX[bits * CHOICES.length + place of the choice] is the row's place in ROWS."""

LINES: Mapping[str, str] = _lines()
"""What the live card says.

"<verdict>|<kind>|<state>" of the newest tap that speaks for the row's cause (with no cause, of the newest tap not taken
back), "<verdict>||" when there is none, or nothing under the first. The kind is "hard" for a hard no that would else be
asked about. The answer is a script's id, or "flag" for the tapped flag's own script.
"""

OPENLY_REFUSED: Sequence[StateId] = phrases.OPENLY_REFUSED
"""Answers after which both sides know the reason, and the words name it."""

BEFORE_WORDS: Mapping[str, str] = {**phrases.BEFORE_WORDS}
"""The scripts shown in place of the words while Row.pauseFirst ("pause") or Row.replyFirst ("reply") holds."""

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

TOLD: Mapping[str, str] = {**phrases.STATES}
"""How the log tells a state."""

ENDINGS: Mapping[str, Ending] = {ending.id: picked(Ending, ending) for ending in phrases.ENDINGS.values()}

TEL: str = limits.TEL
"""The pattern of a telephone number."""

LOOK_BACK: Sequence[str] = debrief.LOOK_BACK
"""The endings that are asked about again later."""

LIMITS: Limits = picked(Limits, limits, str.upper)
