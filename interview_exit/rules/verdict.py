"""The rules: which of seven ways forward fits what has happened.

One pure and total function over a few facts. Each tap speaks for such facts (taps.py); interview_state.py counts them.
`tabulate` decides every combination there is; tables.py compiles the result into the page, so the phone looks up and
holds no second copy of these rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

FactId = Literal["alarm", "open_unclear", "open_negotiable", "reason_to_go", "pause_due", "reply_due", "small_field"]
ChoiceId = Literal["", "stay", "practice", "withdraw_later", "wrap_up", "leave_now"]
CauseId = Literal["", FactId]
LoopId = Literal["", "ask", "pause", "reply"]
VerdictId = Literal["stay", "clear_air", "give_chance", "wrap_up", "withdraw_later", "practice", "leave_now"]

FACTS: tuple[FactId, ...] = get_args(FactId)
CHOICES: tuple[ChoiceId, ...] = get_args(ChoiceId)
VERDICTS: tuple[VerdictId, ...] = get_args(VerdictId)

OPEN: tuple[FactId, ...] = ("open_unclear", "open_negotiable")
"""What asking, or raising it, settles; what comes first is asked about first."""

CAUSES: tuple[CauseId, ...] = ("", "alarm", *OPEN, "reason_to_go")

OPTIONS: dict[VerdictId, tuple[ChoiceId, ...]] = {
    "leave_now": ("leave_now", "stay"),
    "clear_air": ("wrap_up", "stay"),
    "give_chance": ("wrap_up", "stay"),
    "wrap_up": ("wrap_up", "withdraw_later", "practice", "stay"),
    "withdraw_later": ("wrap_up", "withdraw_later", "practice", "stay"),
    "practice": ("practice", "wrap_up", "withdraw_later", "stay"),
    "stay": ("stay", "wrap_up"),
}
"""What the candidate may choose beside each verdict. Staying is always among it (M09).

No match can be told now or tonight (N02); the second is a way of staying, and the candidate's alone to choose.
"""


@dataclass(frozen=True)
class Facts:
    """All that the rules look at.

    Attributes:
        alarm: an alarm counts.
        open_unclear: something unclear has not been asked about.
        open_negotiable: something negotiable has not been raised.
        reason_to_go: an answer, or a mismatch, speaks for ending it.
        pause_due: an answer that they may yet add to has not been followed by a pause, kept or skipped.
        reply_due: a pause was kept after such an answer, and nobody has said yet whether they added something.
        small_field: people here know each other, or somebody recommended the candidate (N04).
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

    @classmethod
    def holding(cls, held: Collection[str], choice: ChoiceId = "") -> Facts:
        """Return these facts, and no others."""
        return cls(**{fact: fact in held for fact in FACTS}, choice=choice)


@dataclass(frozen=True)
class Verdict:
    """A way forward, why, and what else may be chosen.

    Attributes:
        verdict: the way forward to show.
        cause: the fact whose flags are the reason, whether or not the candidate then chose otherwise; empty for none.
        chosen: whether the candidate chose it.
        loop: what comes before the words of this verdict: to ask about a flag, the counted pause (M44), or "did they
            add something?" (M45); empty for nothing.
        subject: the fact whose newest tap that is about; empty for nothing.
        reordered: whether a small field has put staying first (M24).
        options: the choices to offer, in the order to show them.
    """

    verdict: VerdictId
    cause: CauseId
    chosen: bool
    loop: LoopId
    subject: CauseId
    reordered: bool
    options: tuple[ChoiceId, ...]


def decide(facts: Facts) -> Verdict:
    """Name the way forward: the first rule that fits, unless the candidate chose otherwise."""
    ruled, cause = _rule(facts)
    shown: VerdictId = facts.choice or ruled
    loop, subject = _loop(facts, cause, shown)
    return Verdict(
        verdict=shown,
        cause=cause,
        chosen=facts.choice != "",
        loop=loop,
        subject=subject,
        reordered=_stays_first(facts, ruled, shown),
        options=_options(facts, ruled, shown),
    )


def asking(cause: CauseId) -> tuple[FactId, ...]:
    """Return the facts whose newest tap may be answered under a verdict, the first that there is."""
    return (cause,) if cause in OPEN else OPEN


def tabulate() -> list[Verdict]:
    """Decide every combination of facts there is; `facts_at` tells which one stands where."""
    return [decide(facts_at(place)) for place in range(2 ** len(FACTS) * len(CHOICES))]


def facts_at(place: int) -> Facts:
    """Return the facts at a place of the table: one bit per fact, then the choice."""
    bits, choice = divmod(place, len(CHOICES))
    return Facts.holding([name for bit, name in enumerate(FACTS) if bits >> bit & 1], CHOICES[choice])


def _rule(facts: Facts) -> tuple[VerdictId, CauseId]:
    if facts.alarm:
        return "leave_now", "alarm"
    if facts.open_unclear:
        return "clear_air", "open_unclear"
    if facts.open_negotiable:
        return "give_chance", "open_negotiable"
    if facts.reason_to_go:
        return ("practice" if facts.choice == "practice" else "wrap_up"), "reason_to_go"
    return "stay", ""


def _loop(facts: Facts, cause: CauseId, shown: VerdictId) -> tuple[LoopId, CauseId]:
    if shown == "wrap_up" and not facts.alarm:
        if facts.pause_due:
            return "pause", "pause_due"
        if facts.reply_due:
            return "reply", "reply_due"
    return ("ask", cause) if cause in OPEN else ("", "")


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
