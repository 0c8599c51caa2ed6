"""Which script is said in which situation, and whose reason it names.

`line` and the two functions about reasons are pure and total; compiled/interview.py tabulates them over every situation
there is, and scripts.js selects by the tables. `selected` does the same here for the fold of an interview.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from interview_exit.rules.interview_state import InterviewState, Tap
from interview_exit.rules.taps import OPENLY_REFUSED, TAKEN_BACK, LineKind, StateId, counts_as
from interview_exit.rules.verdict import CauseId, LoopId, Verdict, VerdictId
from interview_exit.words.phrases import CALLS, WORDS

SharingId = Literal["", "given", "none"]
"""What the candidate has said about sharing a reason (M26): nothing yet, which one, or that they share none."""

SourceId = Literal["", "given", "tap", "refused", "line"]
"""Whose reason is named: none, the one that the candidate gave, that of the flag that the line is about, that of the
flag that they have openly refused, or the same as in the line."""

TopicId = Literal["", "skill", "limit"]

SHARING: tuple[SharingId, ...] = get_args(SharingId)

OWN_LINE = "flag"
"""Stands for the causing flag's own script."""

BEFORE_WORDS: dict[LoopId, str] = {"pause": "pause.first", "reply": "pause.reply"}
"""What stands in place of the words of an ending until the pause and the question after it are over (M44, M45)."""

TOPICS: dict[str, TopicId] = {"practice.short": "skill", "flag.hard_no": "limit"}
"""What a script's topic is: what is practised, or what the hard no is about. Elsewhere it stays empty."""

ON_A_CALL: dict[str, str] = {words.short: words.call for words in WORDS.values() if words.call}
"""What is said in place of a script on phone or video. A flag's own line is the same everywhere."""

INSTEAD: dict[str, dict[str, str]] = {"private": {"stay.cleared": "stay.moved_on"}}
"""What is said in place of a script after the answer to one flag: who moved on has cleared nothing up (N08)."""

_AFTER: dict[StateId, str] = {
    "cleared": "stay.cleared",
    "moved": "stay.moved",
    "partly": "stay.partly",
    "will_check": "give_chance.will_check",
    "later": "stay.later",
}


def line(verdict: VerdictId, kind: LineKind = "", state: StateId = "") -> str:
    """Name what the live card says: a script, or `OWN_LINE`.

    Args:
        verdict: the verdict shown.
        kind: the kind of the newest tap that speaks for the verdict's cause; empty when there is none.
        state: what became of that tap.
    """
    if verdict == "stay":
        return _line_for_staying(kind, state)
    if (verdict, kind, state) == ("clear_air", "unclear", "added"):
        return "clear_air.added"
    if kind and state not in TAKEN_BACK and _speaks_for_itself(verdict, kind):
        return OWN_LINE
    if verdict == "wrap_up" and (kind, state) == ("negotiable", "refused"):
        return "give_chance.refused"
    if verdict == "wrap_up" and kind == "hard":
        return "flag.hard_no"
    return WORDS[verdict].short


def _line_for_staying(kind: LineKind, state: StateId) -> str:
    if not kind or state in TAKEN_BACK:
        return WORDS["stay"].short
    if kind == "green":
        return "stay.good"
    # A tap that still counts is on a card that says stay only because the candidate chose it.
    if counts_as(kind, state):
        return "stay.chosen"
    return _AFTER[state]


def _speaks_for_itself(verdict: VerdictId, kind: LineKind) -> bool:
    return (verdict, kind) in {
        ("leave_now", "alarm"),
        ("clear_air", "unclear"),
        ("give_chance", "negotiable"),
        ("wrap_up", "mismatch"),
    }


def reason_in_line(verdict: VerdictId, sharing: SharingId) -> SourceId:
    """Tell whose reason the line names. Whoever shares no reason names none in a single line of an exit (M26)."""
    return "" if verdict == "wrap_up" and sharing == "none" else "tap"


def reason_in_words(cause: CauseId, sharing: SharingId) -> SourceId:
    """Tell whose reason the screen of words names. What is raised names itself; an exit names what is shared (M26)."""
    return "line" if cause == "open_negotiable" else shared_reason(sharing)


def shared_reason(sharing: SharingId) -> SourceId:
    """Tell whose reason is shared. What they have openly refused is the reason, unless another one was chosen (M29)."""
    shared: dict[SharingId, SourceId] = {"": "refused", "given": "given", "none": ""}
    return shared[sharing]


@dataclass(frozen=True)
class Situation:
    """What the selection looks at.

    Attributes:
        place: where the interview takes place.
        reason: the one that the candidate gave, "none" for none, empty when nothing was said.
        script_of: tells a flag's own script, or the one that asks first; empty when it has none.
        reason_of: tells the reason that a flag maps to; empty for none.
    """

    state: InterviewState
    verdict: Verdict
    place: str
    reason: str
    script_of: Callable[[str, Literal["line", "ask"]], str]
    reason_of: Callable[[str], str]


@dataclass(frozen=True)
class Selected:
    """What is said in one situation: scripts by their names, reasons by theirs.

    Attributes:
        line: on the card, until the pause and the question after it are over.
        own: on the card after that, and on the screen of words: one tap, one line.
        topic: what the topic in it is.
        line_reason: the reason in the line; `words_reason` the one in the words.
    """

    line: str
    own: str
    topic: TopicId
    line_reason: str
    words_reason: str


def selected(now: Situation) -> Selected:
    """Return what is said where an interview stands."""
    shown, tap = now.verdict.verdict, _spoken_of(now.state, now.verdict.cause)
    own = _own_script(now, tap)
    reasons, sharing = _reasons(now, tap), _sharing(now.reason)
    reasons["line"] = reasons[reason_in_line(shown, sharing)]
    return Selected(
        line=BEFORE_WORDS.get(now.verdict.loop, own),
        own=own,
        topic=TOPICS.get(own, ""),
        line_reason=reasons["line"],
        words_reason=reasons[reason_in_words(now.verdict.cause, sharing)],
    )


def _own_script(now: Situation, tap: Tap | None) -> str:
    shown = now.verdict.verdict
    own = line(shown, tap.sort.line, tap.at.state) if tap else line(shown)
    if tap and own == OWN_LINE:
        own = now.script_of(tap.flag, tap.sort.script) or line(shown)
    own = INSTEAD.get(tap.flag, {}).get(own, own) if tap else own
    return ON_A_CALL.get(own, own) if now.place in CALLS else own


def asked_first(now: Situation) -> str:
    """Return the tap that may be asked about before it counts, if any.

    That is the newest that speaks for the verdict's cause, where it has a question of its own. An alarm that can be no
    misunderstanding stays one, so beside it none is asked about first (N03).
    """
    taps = now.state.newest(now.verdict.cause) if now.verdict.cause else []
    asked = [tap for tap in taps if tap.at.open and tap.sort.askable and now.script_of(tap.flag, "ask")]
    whole = asked == taps if now.verdict.cause == "alarm" else asked[:1] == taps[:1]
    return asked[0].id if asked and whole else ""


def _reasons(now: Situation, tap: Tap | None) -> dict[SourceId, str]:
    refusals = [each for each in now.state.newest(now.verdict.cause) if each.at.state in OPENLY_REFUSED]
    of_tap, of_refused = (now.reason_of(each.flag) if each else "" for each in (tap, next(iter(refusals), None)))
    return {"": "", "given": now.reason, "tap": of_tap, "refused": of_refused}


def _sharing(reason: str) -> SharingId:
    return "none" if reason == "none" else "given" if reason else ""


def _spoken_of(state: InterviewState, cause: CauseId) -> Tap | None:
    """Return the newest tap that speaks for the cause; with no cause, the newest that was not taken back."""
    standing = [tap for tap in state.newest_first() if tap.at.state not in TAKEN_BACK]
    return next(iter(state.newest(cause) if cause else standing), None)
