"""What a candidate can notice and tap: the catalogue of flags, and the five kinds they belong to.

A flag knows its kind, its labels and its reason. What it makes the candidate say is a script of its own, `flag.<id>`,
in scripts.py; what follows from a tap is not decided here but in verdict.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KindId = Literal["alarm", "unclear", "negotiable", "mismatch", "green"]


@dataclass(frozen=True)
class Kind:
    """What sort of thing a flag is: where it leads, its neutral name, and the shape that shows it without colour."""

    id: KindId
    label: str
    discreet: str
    glyph: Literal["triangle", "circle", "diamond", "square", "plus"]


@dataclass(frozen=True)
class Flag:
    """One thing to tap.

    Attributes:
        label: what it is, in at most sixteen characters.
        discreet: a neutral topic word that gives nothing away to someone who sees the screen.
        longer: the same in full, for the list of all flags and for assistive technology.
        reason: which reason of scripts.py it maps to, when it can be shared as one (M27).
        counts_heads: whether the people in the room may be counted; nobody has to (M08).
        can_ask: of an alarm, whether it may be asked about before it counts as one.
    """

    id: str
    kind: KindId
    label: str
    discreet: str
    longer: str
    reason: str = ""
    can_ask: bool = False
    counts_heads: bool = False

    @property
    def line(self) -> str:
        """The script that says it; a good sign needs none."""
        return "" if self.kind == "green" else f"flag.{self.id}"

    @property
    def ask(self) -> str:
        """The script that asks about it before it counts; empty for a plain alarm and for a good sign.

        Doubts and sticking points ask anyway. The others have one for alarms that may be a misunderstanding, and for
        hard nos (M22).
        """
        if self.kind in {"unclear", "negotiable"}:
            return self.line
        if self.kind == "mismatch":
            return "clear_air.short"
        return f"ask.{self.id}" if self.can_ask else ""


KINDS: dict[KindId, Kind] = {
    kind.id: kind
    for kind in (
        Kind("alarm", "Reason to leave", "Important", "triangle"),
        Kind("unclear", "Worth asking", "To ask", "circle"),
        Kind("negotiable", "Worth raising", "To raise", "diamond"),
        Kind("mismatch", "Not for me", "Other points", "square"),
        Kind("green", "Good sign", "Plus points", "plus"),
    )
}

FLAGS: dict[str, Flag] = {
    flag.id: flag
    for flag in (
        Flag("rude", "alarm", "Rude", "Tone", "The interviewer is rude to me"),
        Flag("combative", "alarm", "Combative", "Debate", "Picks a fight, argues to win"),
        Flag("disrespect", "alarm", "Disrespect", "Respect", "Talks down to me, or about others"),
        Flag(
            "poke_holes",
            "alarm",
            "Picks me apart",
            "Grilling",
            "Attacks my background to belittle me. Hard questions about the work are something else",
            can_ask=True,
        ),
        Flag("integrity", "alarm", "Doubts me", "Trust", "Questions my motives or my honesty", can_ask=True),
        Flag("uneasy", "alarm", "Not at ease", "Comfort", "I feel uncomfortable or unsafe; no reason needed"),
        Flag(
            "surprise",
            "alarm",
            "Surprise group",
            "Format",
            "The format isn’t what I agreed to",
            can_ask=True,
            counts_heads=True,
        ),
        Flag("line", "alarm", "Crosses a line", "Boundary", "Touches me, comments on my body, or flirts"),
        Flag(
            "money",
            "alarm",
            "Asks for money",
            "Costs",
            "Wants money, bank details or my papers before a contract",
        ),
        Flag(
            "odd_place",
            "alarm",
            "Odd place",
            "Location",
            "A flat, a hotel room, a place that isn’t theirs",
            can_ask=True,
        ),
        Flag("unclear", "unclear", "Unclear", "Clarity", "Said something I can’t make sense of"),
        Flag("values", "unclear", "Values clash", "Values", "A remark against what I stand for"),
        Flag("advert", "unclear", "Not as posted", "Posting", "The job differs from the advert"),
        Flag("terms", "unclear", "Terms changed", "Terms", "The contract, place or conditions changed"),
        Flag("business", "unclear", "Business model", "Business", "How they earn their money worries me"),
        Flag("evasive", "unclear", "Dodged question", "Answers", "Didn’t answer a straight question"),
        Flag("private", "unclear", "Too personal", "Personal", "Asked about my family, age, health or faith"),
        Flag("unpaid", "unclear", "Unpaid work", "Tasks", "A task that looks like real work for them"),
        Flag("machine", "unclear", "AI interviewer", "Screening", "A machine asks, or scores me"),
        Flag("pay", "negotiable", "Pay too low", "Pay", "The pay is below what I need", "pay"),
        Flag("commute", "negotiable", "Long commute", "Commute", "Too far to travel each day", "commute"),
        Flag("remote", "negotiable", "No remote", "Remote", "On site only", "remote"),
        Flag("hours", "negotiable", "Hours", "Hours", "The hours or shifts don’t work for me", "hours"),
        Flag("level", "negotiable", "Wrong level", "Level", "Too junior or too senior for me", "level"),
        Flag("travel", "negotiable", "Travel", "Travel", "More travel than I can do", "travel"),
        Flag("waiting", "negotiable", "Kept waiting", "Timing", "Late, distracted or not there at all", "timing"),
        Flag("decide_now", "negotiable", "Decide now", "Deadline", "Presses me to accept on the spot", "deadline"),
        Flag("recorded", "negotiable", "Recorded", "Notes", "Recorded or transcribed without asking me", "recording"),
        Flag("not_work", "mismatch", "Not the work", "Work", "The daily work isn’t what I want", "work"),
        Flag("direction", "mismatch", "Wrong direction", "Direction", "It doesn’t fit what I want next"),
        Flag("hard_no", "mismatch", "My hard no", "Limit", "It crosses a limit I set beforehand"),
        Flag("would_decline", "mismatch", "I’d say no", "Decline", "I’d say no even with an offer"),
        Flag("g_answer", "green", "Good answer", "Answer +", "A straight, good answer"),
        Flag("g_people", "green", "Like the team", "Team +", "I could work with these people"),
        Flag("g_learn", "green", "I’d learn here", "Learn +", "I would grow in this role"),
        Flag("g_moved", "green", "They moved", "Moved +", "They met me halfway"),
    )
}

GRID: tuple[str, ...] = (
    *("rude", "uneasy", "poke_holes"),
    *("unclear", "values", "advert"),
    *("pay", "commute", "hours"),
    *("not_work", "would_decline", "g_answer"),
)
"""The twelve of the first screen, row by row, one kind to a row so that position tells the kind as well."""

GRID_COLUMNS = 3
"""How many flags stand in a row of it."""

LIMITABLE: tuple[KindId, ...] = ("unclear", "negotiable", "mismatch")
"""Kinds that can be hard nos: an alarm is reason enough anyway, and a good sign is none (M22)."""

OWN_ID = r"^own\.[\w-]{8}$"
"""The id of a flag that the candidate wrote."""

OWN_LABEL, OWN_DISCREET = "My own", "Other"
"""What such a flag is called when there is no better word for it."""

OWN_KIND: KindId = "mismatch"
"""What a new one is at first: most are limits."""

OWN_LINES: dict[KindId, str] = {
    "alarm": "leave_now.short",
    "unclear": "flag.unclear",
    "negotiable": "give_chance.short",
    "mismatch": "flag.hard_no",
}
"""The script whose words stand in a new one for a start."""

PINNED: tuple[str, ...] = ("uneasy", "g_answer")
"""Flags that nobody can hide: unease alone is reason enough to go (M32), and counting red flags alone is biased."""
