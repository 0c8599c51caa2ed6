"""The rules of an interview as tables: what can happen to a tap, what that means, and which script is said then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Literal, TypedDict, cast

from interview_exit.rules import flags, interview_state, taps, verdict
from interview_exit.rules.taps import LineKind, MarkId, StateId
from interview_exit.rules.verdict import CauseId, ChoiceId, FactId, LoopId, VerdictId
from interview_exit.words import selection


class _IfSo(TypedDict, total=False):
    due: FactId
    open: bool


class Position(_IfSo):
    """Where a tap stands, but for its mark.

    What became of it, the fact that it speaks for besides until that is dealt with (`due`), and whether it is `open`:
    not answered yet.
    """

    state: StateId


class _IfMade(TypedDict, total=False):
    stands: bool
    answer: StateId
    mark: MarkId
    undone: str


class Move(_IfMade):
    """One thing that can happen to a tap: from the place POSITIONS[i] it leads to POSITIONS[to[i]], and makes a `mark`.

    What `stands` is replayed when something else is taken back; `undone` is the move that follows when this one is.
    """

    to: Sequence[int]


class _IfSorted(TypedDict, total=False):
    hard: bool
    askable: bool


class Sort(_IfSorted):
    """What a tap is by its flag's kind and its mark.

    The `kind` it counts as, whether it is a hard no (`hard`), its kind as LINES and COUNTS know it (`line`), which of
    its flag's scripts says it, and whether it may be asked about before it counts, as long as it is open (`askable`).
    """

    kind: flags.KindId | Literal[""]
    line: LineKind
    script: Literal["line", "ask"]


class Event(TypedDict, total=False):
    """A kind of record, or of step.

    Which field names the `tap` that it needs; whether only a `live` interview has it, the log tells it, or it only
    begins one.
    """

    tap: Literal["e", "of"]
    live: bool
    logged: bool
    begins: bool


class _IfChosen(TypedDict, total=False):
    chosen: bool
    reordered: bool


class Row(_IfChosen):
    """What to show for one combination of facts.

    `cause` names the fact whose taps are the reason; empty for none. `loop` says what comes before the words: to ask,
    the pause, or whether they added something, about the newest tap that speaks for `subject`; `reordered` by a small
    field.
    """

    verdict: VerdictId
    cause: CauseId
    loop: LoopId
    subject: CauseId
    options: Sequence[ChoiceId]


_KINDS: tuple[flags.KindId | Literal[""], ...] = ("", *flags.KINDS)
_LINES: tuple[LineKind, ...] = (*_KINDS, "hard")
_DECIDED = verdict.tabulate()
_UNIQUE = list(dict.fromkeys(_DECIDED))


def positions() -> list[Position]:
    """Return where a tap can stand."""
    return [cast(Position, {"state": at.state, **_said({"due": at.due, "open": at.open})}) for at in taps.POSITIONS]


def moves() -> dict[str, Move]:
    """Return what can happen to it."""
    return {name: _move(name, move) for name, move in taps.MOVES.items()}


def _move(name: taps.MoveId, move: taps.Move) -> Move:
    reached = [taps.after(at, name) for at in taps.POSITIONS]
    answer = {} if move.answer is None else {"answer": move.answer}
    to = [taps.POSITIONS.index(taps.Standing(at.state, "", at.due)) for at in reached]
    return cast(Move, {**_said(asdict(move)), **answer, "to": to})


def replies() -> Mapping[str, tuple[str | None, str]]:
    """Return the move when they added nothing, and when they did, by what is due."""
    return {due: (held[False], held[True] or "") for due, held in taps.REPLIES.items()}


def sorts() -> dict[str, dict[str, Sort]]:
    """Return what a tap is."""
    return {kind: {mark: _sort(taps.sort_of(kind, mark)) for mark in taps.MARKS} for kind in _KINDS}


def _sort(sort: taps.Sort) -> Sort:
    held = {"kind": sort.kind, "line": sort.line, "script": sort.script}
    return cast(Sort, held | _said({"hard": sort.hard, "askable": sort.askable}))


def counts() -> dict[str, dict[str, FactId | Literal[""]]]:
    """Return what it speaks for."""
    return {line: _unlike_open({state: taps.counts_as(line, state) or "" for state in taps.STATES}) for line in _LINES}


def events() -> dict[str, Event]:
    """Return what the fold goes by."""
    return {name: cast(Event, _said(asdict(event))) for name, event in interview_state.EVENTS.items()}


def rows() -> list[Row]:
    """Return every way forward that there is."""
    return [_row(row) for row in _UNIQUE]


def _row(row: verdict.Verdict) -> Row:
    held = {
        "verdict": row.verdict,
        "cause": row.cause,
        "loop": row.loop,
        "subject": row.subject,
        "options": row.options,
    }
    return cast(Row, held | _said({"chosen": row.chosen, "reordered": row.reordered}))


def index() -> list[int]:
    """Return the row of each combination of facts."""
    return [_UNIQUE.index(row) for row in _DECIDED]


def lines(shown: VerdictId) -> dict[str, dict[str, str]]:
    """Return what the live card says under a verdict."""
    short = selection.line(shown)
    by_state: dict[str, dict[str, str]] = {
        kind: {state: selection.line(shown, kind, state) for state in taps.STATES} for kind in _LINES if kind
    }
    # Most are as with no answer, and as when nothing was tapped: they need not be loaded before the first tap.
    other = {kind: _unlike_open(held) for kind, held in by_state.items()}
    return {"": {"": short}, **{kind: held for kind, held in other.items() if held != {"": short}}}


def _unlike_open(by_state: Mapping[Any, Any]) -> dict[Any, Any]:
    return {state: held for state, held in by_state.items() if not state or held != by_state[""]}


def by_sharing(source: Callable[[selection.SharingId], selection.SourceId]) -> dict[str, str]:
    """Return whose reason is named, by what the candidate has said about sharing one."""
    return {sharing: source(sharing) for sharing in selection.SHARING}


def _said(held: Mapping[Any, Any]) -> dict[Any, Any]:
    # What is not so is left out: it would only weigh on the phone.
    return {key: value for key, value in held.items() if value not in {None, False, ""}}
