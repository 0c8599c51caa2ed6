"""One tap as a small state machine: what can happen to it, and what it speaks for in each of its states.

`after` is the machine; `sort_of` and `counts_as` tell what a tap means where it stands. All are pure and total.
compiled/interview.py tabulates them over every place there is, and interview-state.js folds by the tables. To take
something back is no move of the machine: what still stands is replayed from the start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, get_args

from interview_exit.rules.flags import KindId
from interview_exit.rules.verdict import FactId

StateId = Literal[
    "",
    "cleared",
    "confirmed",
    "still_vague",
    "moved",
    "partly",
    "refused",
    "will_check",
    "later",
    "skipped",
    "added",
    "undone",
    "withdrawn",
]
MarkId = Literal["", "hard", "asked"]
DueId = Literal["", "pause_due", "reply_due"]
MoveId = Literal[StateId, "tap", "ask", "withdraw", "replied", "nothing", "paused", "passed"]
LineKind = Literal[KindId, "hard", ""]
"""The kind of a tap as the words see it; a hard no that would else be asked about is a kind of its own."""

STATES: tuple[StateId, ...] = get_args(StateId)
MARKS: tuple[MarkId, ...] = get_args(MarkId)

TAKEN_BACK: tuple[StateId, ...] = ("undone", "withdrawn")
"""A mis-tap or a misunderstanding: it stays in the log and counts for nothing."""

OUTCOMES: dict[KindId, dict[StateId, FactId | None]] = {
    "unclear": {
        "cleared": None,
        "confirmed": "reason_to_go",
        "still_vague": "reason_to_go",
        "later": None,
        "skipped": "reason_to_go",
    },
    "negotiable": {
        "moved": None,
        "partly": None,
        "refused": "reason_to_go",
        "will_check": None,
        "later": None,
        "skipped": "reason_to_go",
    },
}
"""What asking (or raising it) can lead to, and what each answer then speaks for.

Not now is no reason to go: an offer is often the better time to negotiate, and not every doubt must be asked in the
room (N01). Never is one.
"""

UNANSWERED: dict[KindId, FactId | None] = {
    "alarm": "alarm",
    "unclear": "open_unclear",
    "negotiable": "open_negotiable",
    "mismatch": "reason_to_go",
    "green": None,
}
"""What a tap speaks for as long as it has no outcome."""

ASKED_AS: dict[KindId, KindId] = {
    "alarm": "unclear",
    "unclear": "unclear",
    "negotiable": "negotiable",
    "mismatch": "unclear",
    "green": "green",
}
"""What a tap counts as once the candidate asks about it first, since it may be a misunderstanding; no hard no then."""

PAUSE_AFTER: tuple[StateId, ...] = ("confirmed", "still_vague")
"""Answers that they may yet add to: five silent seconds come before the words of an ending (M44, M45)."""

OPENLY_REFUSED: tuple[StateId, ...] = ("refused",)
"""Answers after which both sides know the reason: the words name it unless the candidate says no (M26, M29)."""

FOLLOWED_UP: tuple[StateId, ...] = ("will_check", "later")
"""What is to be followed up: what they will check (M28), and what the candidate has put off (N01)."""


@dataclass(frozen=True)
class Standing:
    """Where a tap stands.

    Attributes:
        state: what became of it.
        mark: "hard" when it was marked beforehand as a hard no, "asked" once it is asked about before it counts.
        due: the fact it speaks for besides, until it is dealt with: a pause, or whether they added something in it.
    """

    state: StateId
    mark: MarkId = ""
    due: DueId = ""

    @property
    def open(self) -> bool:
        """Whether nothing has become of it yet."""
        return self.state == ""


@dataclass(frozen=True)
class Move:
    """One thing that can happen to a tap.

    Attributes:
        stands: whether it is replayed when something else is taken back. Only such a move may end a choice.
        answer: the answer that it gives, if it gives one.
        mark: the mark that it makes, if it makes one.
        undone: the move that follows when it is taken back.
    """

    stands: bool = False
    answer: StateId | None = None
    mark: MarkId | None = None
    undone: MoveId | None = None


@dataclass(frozen=True)
class Sort:
    """What a tap is, by the kind of its flag and by its mark.

    Attributes:
        kind: the kind that it counts as; empty for a flag whose words have not come from the other device yet.
        hard: whether it is a hard no. Who asks anyway lifts the mark first (M22).
        line: its kind as the words see it.
        script: the script of the flag that says it: the one that asks first, or its own.
        askable: whether it may be asked about before it counts, as long as it is open.
    """

    kind: KindId | Literal[""]
    hard: bool
    line: LineKind
    script: Literal["line", "ask"]
    askable: bool


MOVES: dict[MoveId, Move] = {
    "tap": Move(stands=True),
    "ask": Move(stands=True, mark="asked"),
    "withdraw": Move(stands=True),
    **{state: Move(stands=True, answer=state) for state in STATES},
    "replied": Move(stands=True, answer="added", undone="paused"),
    "nothing": Move(undone="paused"),
    "paused": Move(),
    "passed": Move(),
}
"""All that can happen to a tap. An outcome goes by the state it brings; `replied` is an `added` that a pause brought,
`paused` a pause that was kept for this tap, `passed` one that was skipped or made for another."""

REPLIES: dict[DueId, dict[bool, MoveId | None]] = {
    "": {True: "added", False: None},
    "pause_due": {True: "added", False: None},
    "reply_due": {True: "replied", False: "nothing"},
}
"""The move when they added something, or did not, by what was due."""

ENDS_CHOICE: tuple[FactId, ...] = ("alarm", "open_unclear", "open_negotiable", "reason_to_go")
"""Facts that a choice over the rules is about: what happens to a tap that speaks for one, before or after, ends it."""

POSITIONS: tuple[Standing, ...] = tuple(
    Standing(state, "", due) for state, due in product(STATES, get_args(DueId)) if not due or state in PAUSE_AFTER
)
"""Every place a tap can stand at, but for its mark: that changes by `Move.mark` alone, wherever it stands."""


def start(hard: bool) -> Standing:
    """Return where a tap stands before it was tapped, and again once that is taken back."""
    return Standing("undone", "hard" if hard else "")


def after(at: Standing, move: MoveId) -> Standing:
    """Return where a tap stands after a move."""
    if MOVES[move].stands:
        state = _state_after(at.state, move)
        mark = MOVES[move].mark
        return Standing(state, at.mark if mark is None else mark, "pause_due" if state in PAUSE_AFTER else "")
    return replace(at, due=_due_after(at, move))


def _state_after(state: StateId, move: MoveId) -> StateId:
    # What was taken back stays so, whatever is answered later; an answer that says "undone" is none.
    if state == "undone":
        return "" if move == "tap" else state
    if move == "withdraw" or state == "withdrawn":
        return "withdrawn"
    answer = MOVES[move].answer
    return state if answer is None or answer in TAKEN_BACK else answer


def _due_after(at: Standing, move: MoveId) -> DueId:
    # One pause serves all that it was due after; what it brought is asked of the tap that it was made for.
    if move == "passed":
        return "" if at.due == "pause_due" else at.due
    return "reply_due" if move == "paused" and at.state in PAUSE_AFTER else ""


def sort_of(flag_kind: KindId | Literal[""], mark: MarkId) -> Sort:
    """Return what a tap on a flag of some kind is."""
    asked, hard = mark == "asked", mark == "hard"
    kind = ASKED_AS[flag_kind] if asked and flag_kind else flag_kind
    line: LineKind = "hard" if hard and kind in OUTCOMES else kind
    return Sort(kind, hard, line, "ask" if asked else "line", askable=hard or kind == "alarm")


def counts_as(line: LineKind, state: StateId) -> FactId | None:
    """Tell which fact a tap speaks for, if any.

    A flag marked beforehand as a hard no is a mismatch at once (M22), except that an alarm stays an alarm and a good
    sign stays one. Who asks anyway lifts the mark first. An outcome that does not belong to the kind is none: what is
    open stays open until it is answered or skipped on purpose (M43), and what they added to opens again (M45).
    """
    if not line or state in TAKEN_BACK:
        return None
    if line == "hard":
        return "reason_to_go"
    return OUTCOMES.get(line, {}).get(state, UNANSWERED[line])
