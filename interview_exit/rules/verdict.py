"""The rules: which of six ways forward fits what has happened.

One pure and total function over a few facts. A tap is first reduced to the fact it speaks for (`counts_as`), all taps
of an interview to `Facts` (`gather`), and those to a `Verdict` (`decide`). `tabulate` runs through every combination
there is; tables.py compiles the result into the page, so the phone looks up and holds no second copy of these rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from interview_exit.rules.flags import KindId

StateId = Literal[
    "",
    "cleared",
    "confirmed",
    "still_vague",
    "moved",
    "partly",
    "refused",
    "will_check",
    "skipped",
    "added",
    "undone",
    "withdrawn",
]
FactId = Literal["alarm", "open_unclear", "open_negotiable", "reason_to_go", "pause_due", "reply_due", "small_field"]
ChoiceId = Literal["", "stay", "practice", "wrap_up", "leave_now"]
VerdictId = Literal["stay", "clear_air", "give_chance", "wrap_up", "practice", "leave_now"]

STATES: tuple[StateId, ...] = get_args(StateId)
FACTS: tuple[FactId, ...] = get_args(FactId)
CHOICES: tuple[ChoiceId, ...] = get_args(ChoiceId)
VERDICTS: tuple[VerdictId, ...] = get_args(VerdictId)

TAKEN_BACK: frozenset[StateId] = frozenset({"undone", "withdrawn"})
"""A mis-tap or a misunderstanding: it stays in the log and counts for nothing."""

OUTCOMES: dict[KindId, dict[StateId, FactId | None]] = {
    "unclear": {
        "cleared": None,
        "confirmed": "reason_to_go",
        "still_vague": "reason_to_go",
        "skipped": "reason_to_go",
    },
    "negotiable": {
        "moved": None,
        "partly": None,
        "refused": "reason_to_go",
        "will_check": None,
        "skipped": "reason_to_go",
    },
}
"""What asking (or raising it) can lead to, and what each answer then speaks for."""

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

OPTIONS: dict[VerdictId, tuple[ChoiceId, ...]] = {
    "leave_now": ("leave_now", "stay"),
    "clear_air": ("wrap_up", "stay"),
    "give_chance": ("wrap_up", "stay"),
    "wrap_up": ("wrap_up", "practice", "stay"),
    "practice": ("practice", "wrap_up", "stay"),
    "stay": ("stay", "wrap_up"),
}
"""What the candidate may choose beside each verdict. Staying is always among it (M09)."""


@dataclass(frozen=True)
class Facts:
    """All that the rules look at.

    Attributes:
        alarm: an alarm counts.
        open_unclear: something unclear has not been asked about.
        open_negotiable: something negotiable has not been raised.
        reason_to_go: an answer, or a mismatch, speaks for ending it.
        pause_due: an answer of `PAUSE_AFTER` has not been followed by a pause, kept or skipped.
        reply_due: a pause was kept after such an answer, and nobody has said yet whether they added something.
        small_field: people here know each other.
        choice: what the candidate chose over the rules; empty for nothing. It is about one situation: the caller drops
            it when a later tap or answer changes that, so that staying by choice at ten hides no alarm at twenty.
    """

    alarm: bool = False
    open_unclear: bool = False
    open_negotiable: bool = False
    reason_to_go: bool = False
    pause_due: bool = False
    reply_due: bool = False
    small_field: bool = False
    choice: ChoiceId = ""


@dataclass(frozen=True)
class Verdict:
    """A way forward, why, and what else may be chosen.

    Attributes:
        verdict: the way forward to show.
        cause: the fact whose flags are the reason, whether or not the candidate then chose otherwise; empty for none.
        chosen: whether the candidate chose it.
        pause_first: whether the counted pause comes before the words (M44).
        reply_first: whether "did they add something?" comes before them (M45).
        reordered: whether a small field has put staying first (M24).
        options: the choices to offer, in the order to show them.
    """

    verdict: VerdictId
    cause: FactId | Literal[""]
    chosen: bool
    pause_first: bool
    reply_first: bool
    reordered: bool
    options: tuple[ChoiceId, ...]


def counts_as(kind: KindId, hard_no: bool, state: StateId) -> FactId | None:
    """Tell which fact a tap speaks for, if any.

    A flag marked beforehand as a hard no is a mismatch at once (M22), except that an alarm stays an alarm and a good
    sign stays one. Who asks anyway lifts the mark first. An outcome that does not belong to the kind is none: what is
    open stays open until it is answered or skipped on purpose (M43), and what they added to opens again (M45).
    """
    if state in TAKEN_BACK:
        return None
    if hard_no and kind in OUTCOMES:
        return "reason_to_go"
    return OUTCOMES.get(kind, {}).get(state, UNANSWERED[kind])


def gather(
    taps: Iterable[tuple[KindId, bool, StateId]],
    *,
    pause_due: bool = False,
    reply_due: bool = False,
    small_field: bool = False,
    choice: ChoiceId = "",
) -> Facts:
    """Reduce the taps of an interview, each as (kind, hard no, state), to the facts they speak for."""
    spoken_for = {counts_as(*tap) for tap in taps}
    return Facts(
        alarm="alarm" in spoken_for,
        open_unclear="open_unclear" in spoken_for,
        open_negotiable="open_negotiable" in spoken_for,
        reason_to_go="reason_to_go" in spoken_for,
        pause_due=pause_due,
        reply_due=reply_due,
        small_field=small_field,
        choice=choice,
    )


def decide(facts: Facts) -> Verdict:
    """Name the way forward: the first rule that fits, unless the candidate chose otherwise."""
    ruled, cause = _rule(facts)
    shown: VerdictId = facts.choice or ruled
    ends_politely = shown == "wrap_up" and not facts.alarm
    return Verdict(
        verdict=shown,
        cause=cause,
        chosen=facts.choice != "",
        pause_first=ends_politely and facts.pause_due,
        reply_first=ends_politely and facts.reply_due and not facts.pause_due,
        reordered=_stays_first(facts, ruled, shown),
        options=_options(facts, ruled, shown),
    )


def tabulate() -> list[Verdict]:
    """Decide every combination of facts there is; `position` tells where each one stands."""
    return [decide(facts_at(place)) for place in range(2 ** len(FACTS) * len(CHOICES))]


def facts_at(place: int) -> Facts:
    """Return the facts at a place of the table."""
    bits, choice = divmod(place, len(CHOICES))
    held = {name: bool(bits >> bit & 1) for bit, name in enumerate(FACTS)}
    return Facts(**held, choice=CHOICES[choice])


def position(facts: Facts) -> int:
    """Return the place of some facts in the table: one bit per fact, then the choice."""
    bits = sum(getattr(facts, name) << bit for bit, name in enumerate(FACTS))
    return bits * len(CHOICES) + CHOICES.index(facts.choice)


def _rule(facts: Facts) -> tuple[VerdictId, FactId | Literal[""]]:
    if facts.alarm:
        return "leave_now", "alarm"
    if facts.open_unclear:
        return "clear_air", "open_unclear"
    if facts.open_negotiable:
        return "give_chance", "open_negotiable"
    if facts.reason_to_go:
        return ("practice" if facts.choice == "practice" else "wrap_up"), "reason_to_go"
    return "stay", ""


def _options(facts: Facts, ruled: VerdictId, shown: VerdictId) -> tuple[ChoiceId, ...]:
    if facts.alarm or shown == "leave_now":
        return _once((*OPTIONS["leave_now"], facts.choice))
    offered = _once((*OPTIONS[ruled], *OPTIONS[shown]))
    if _stays_first(facts, ruled, shown):
        return tuple(sorted(offered, key="wrap_up".__eq__))
    return offered


def _stays_first(facts: Facts, ruled: VerdictId, shown: VerdictId) -> bool:
    return facts.small_field and ruled in {"wrap_up", "practice"} and shown != "leave_now"


def _once(choices: Iterable[ChoiceId]) -> tuple[ChoiceId, ...]:
    # What the rules offer stays in reach, and in its place, after a choice: nothing moves under the thumb.
    return tuple(dict.fromkeys(choice for choice in choices if choice))
