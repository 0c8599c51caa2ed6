"""What became of one interview: its records, folded in the order of their stamps.

This is the specification of assets/client/domain/interview-state.js, which folds the same way by the tables that are
made of taps.py and of `EVENTS`. Tests fold random histories with both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Literal, TypeAlias

from interview_exit.rules.flags import FLAGS, KindId
from interview_exit.rules.limits import CLOCK_TRIM_MINUTES, LIVE_HOURS
from interview_exit.rules.older import answer_of, choice_of
from interview_exit.rules.taps import (
    ENDS_CHOICE,
    MOVES,
    REPLIES,
    TAKEN_BACK,
    MoveId,
    Sort,
    Standing,
    after,
    counts_as,
    sort_of,
    start,
)
from interview_exit.rules.verdict import ChoiceId, FactId, Facts, Verdict, VerdictId, decide

Record: TypeAlias = Mapping[str, Any]
HOUR_MS, MINUTE_MS = 3_600_000, 60_000


@dataclass(frozen=True)
class Event:
    """What a kind of record, or of step, is to the fold.

    Attributes:
        tap: the field that names the tap it is about; without that tap nothing happens. Empty when it needs none.
        live: whether it can happen in no interview but a live one.
        logged: whether the log tells it in a line of its own.
        begins: whether it only begins the interview, and leads to no verdict.
    """

    tap: Literal["", "e", "of"] = ""
    live: bool = False
    logged: bool = False
    begins: bool = False


EVENTS: dict[str, Event] = {
    "iv": Event(begins=True),
    "tap": Event(live=True, logged=True),
    "outcome": Event(tap="e"),
    "ask": Event(tap="of", live=True, logged=True),
    "added": Event(tap="of", live=True, logged=True),
    "heads": Event(tap="of"),
    "withdraw": Event(tap="of"),
    "undo": Event(),
    "choose": Event(live=True, logged=True),
    "wait": Event(live=True, logged=True),
    "pause": Event(live=True, logged=True),
    "end": Event(logged=True),
    "reopen": Event(logged=True),
}
"""Every kind of record, and of step, that the fold goes by; others, such as a note, change nothing here."""


@dataclass
class Tap:
    """A tap, and what became of it.

    Attributes:
        at: where it stands.
        last: the stamp of what changed it last.
        moves: what stands of what happened to it, each with the record that says so.
        heads: people in the room, when counted (M08).
    """

    id: str
    flag: str
    kind: KindId | Literal[""]
    hard: bool
    at: Standing
    last: str
    moves: list[tuple[str, MoveId]] = field(default_factory=list[tuple[str, MoveId]])
    heads: int = 0

    @property
    def sort(self) -> Sort:
        """What it is, by its flag and its mark."""
        return sort_of(self.kind, self.at.mark)

    @property
    def fact(self) -> FactId | None:
        """What it speaks for, if it counts."""
        return counts_as(self.sort.line, self.at.state)

    @property
    def facts(self) -> set[str]:
        """What it speaks for, and what is due after it."""
        return {self.fact or "", self.at.due} - {""}

    @property
    def pressed(self) -> bool:
        """Whether its flag is shown as pressed: it counts, or has no answer yet."""
        return self.at.open or self.fact is not None


@dataclass
class InterviewState:
    """All that the records of one interview come to.

    Attributes:
        moved: by record, the tap that it moved, how, and when.
        choices: of the candidate over the rules, by record; the last one holds until what it was about changes.
        end: the record that ended it.
        begun: when it began, ms; `to` the last thing that happened while it was live, by the clock of its beginning,
            `clock` what the clock read then, `set` by how much it had been set since.
        verdicts: one after the other.
        moment: the break point waited for (M13).
    """

    taps: dict[str, Tap] = field(default_factory=dict[str, Tap])
    moved: dict[str, tuple[Tap, MoveId, str]] = field(default_factory=dict[str, tuple[Tap, MoveId, str]])
    choices: list[tuple[str, ChoiceId]] = field(default_factory=list[tuple[str, ChoiceId]])
    end: Record | None = None
    begun: int | None = None
    to: int = -1
    clock: int = -1
    set: int = 0
    verdicts: list[VerdictId] = field(default_factory=list[VerdictId])
    log: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    moment: str = ""

    def facts(self, *, small_field: bool = False) -> Facts:
        """Return what the rules look at."""
        held = {fact for tap in self.taps.values() for fact in tap.facts}
        if small_field:
            held.add("small_field")
        return Facts.holding(held, self.choices[-1][1] if self.choices else "")

    def verdict(self, *, small_field: bool = False) -> Verdict:
        """Return the way forward."""
        return decide(self.facts(small_field=small_field))

    def newest(self, fact: FactId | Literal[""]) -> list[Tap]:
        """Return the taps that speak for a fact, newest first."""
        return [tap for tap in self.newest_first() if fact in tap.facts]

    def newest_first(self) -> list[Tap]:
        """Return all taps, newest change first; of those that changed as one, the newest tap."""
        places = {tap: place for place, tap in enumerate(self.taps)}
        return sorted(self.taps.values(), key=lambda tap: (tap.last, places[tap.id]), reverse=True)

    def alike(self, tap_id: str) -> list[str]:
        """Return which taps an answer to one is about: it, and those before it on its flag that stand as it does."""
        tap = self.taps.get(tap_id)
        if tap is None or tap.at.state in TAKEN_BACK:
            return [tap_id]
        ids = list(self.taps)
        earlier = [self.taps[each] for each in ids[: ids.index(tap_id)]]
        same = [each.id for each in earlier if each.flag == tap.flag and stands_as(each.at) == stands_as(tap.at)]
        return [*same, tap_id]


def stands_as(at: Standing) -> tuple[str, bool]:
    """Return what two taps on one flag must have in common to be answered as one."""
    return at.state, at.mark == "asked"


def fold(records: Iterable[Record], own: Mapping[str, KindId] | None = None) -> InterviewState:
    """Return what the records of one interview come to, in whatever order they are.

    Args:
        records: all of it.
        own: the kinds of the flags that the candidate wrote.
    """
    state = InterviewState()
    kinds: dict[str, KindId] = {**{flag.id: flag.kind for flag in FLAGS.values()}, **(own or {})}
    for record in sorted(records, key=lambda each: (each["hlc"], each["id"])):
        apply(state, record, kinds)
    return state


def apply(state: InterviewState, record: Record, kinds: Mapping[str, KindId]) -> None:
    """Let one more record count, the next in time."""
    name = record["step"] if record["k"] == "step" else record["k"]
    event = EVENTS.get(name)
    if event is None:
        return
    _let_time_pass(state, record["at"], event)
    tap = state.taps.get(record[event.tap]) if event.tap else None
    if tap or not event.tap:
        _reduce(state, record, name, tap, kinds)
        if event.logged:
            minutes = max(0, (state.to - (state.begun or 0)) // MINUTE_MS)
            state.log.append((record["id"], minutes))
    verdict = state.verdict().verdict
    if not event.begins and verdict not in state.verdicts[-1:]:
        state.verdicts.append(verdict)


def _let_time_pass(state: InterviewState, at: int, event: Event) -> None:
    # What is put right after its end, or days later, never stretches an interview, and a clock that is set never
    # shortens it. But what can only be done while it is live shows that it was, whatever the clock said.
    if state.begun is None:
        state.begun = state.to = state.clock = at
    close = abs(at - state.clock) <= LIVE_HOURS * HOUR_MS
    if state.end or not (close or event.live):
        return
    if not close or at < state.clock - CLOCK_TRIM_MINUTES * MINUTE_MS:
        state.set += at - state.clock
    state.clock = at
    state.to = max(state.to, at - state.set)


def _reduce(state: InterviewState, record: Record, name: str, tap: Tap | None, kinds: Mapping[str, KindId]) -> None:
    if name == "tap":
        flag, hard = record["flag"], bool(record.get("hard"))
        tap = Tap(record["id"], flag, kinds.get(flag, ""), hard, start(hard), record["hlc"])
        state.taps[tap.id] = tap
    if tap is None:
        _reduce_interview(state, record, name)
    elif name == "heads":
        tap.heads = record["count"]
    else:
        _move(state, record, tap, _move_of(record, name, tap))


def _move_of(record: Record, name: str, tap: Tap) -> MoveId | None:
    moves: dict[str, MoveId] = {"tap": "tap", "ask": "ask", "withdraw": "withdraw"}
    if name == "outcome":
        return answer_of(record)
    return REPLIES[tap.at.due][record["added"]] if name == "added" else moves[name]


def _reduce_interview(state: InterviewState, record: Record, name: str) -> None:
    match name:
        case "undo":
            _undo(state, record["of"])
        case "choose":
            state.choices.append((record["id"], choice_of(record)))
        case "wait":
            state.moment = record["moment"]
        case "pause":
            for each in state.taps.values():
                kept = each.id == record.get("of") and not record.get("skipped")
                _move(state, record, each, "paused" if kept else "passed")
        case "end":
            state.end = record
        case "reopen":
            state.end = None
        case _:
            pass


def _move(state: InterviewState, record: Record, tap: Tap, move: MoveId | None) -> None:
    if move is None:
        return
    rule = MOVES[move]
    if rule.stands:
        tap.moves.append((record["id"], move))
    if rule.stands or rule.undone:
        state.moved[record["id"]] = (tap, move, record["hlc"])
    _turn(state, tap, after(tap.at, move), record["hlc"] if rule.stands else "")


def _undo(state: InterviewState, of: str) -> None:
    # An undo has no way back: who takes back a take-back taps again.
    state.choices = [choice for choice in state.choices if choice[0] != of]
    if state.end and state.end["id"] == of:
        state.end = None
    if of not in state.moved:
        return
    tap, move, stamp = state.moved[of]
    if MOVES[move].stands:
        tap.moves = [each for each in tap.moves if each[0] != of]
        _turn(state, tap, reduce(after, (each for _, each in tap.moves), start(tap.hard)), stamp)
    if undone := MOVES[move].undone:
        _turn(state, tap, after(tap.at, undone), "")


def _turn(state: InterviewState, tap: Tap, to: Standing, stamp: str) -> None:
    before = tap.fact
    tap.at = to
    if stamp:
        tap.last = stamp
        if before in ENDS_CHOICE or tap.fact in ENDS_CHOICE:
            state.choices = []
