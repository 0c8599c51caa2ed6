"""What can be said after an interview, by the ids that are recorded, and what follows from how it ended.

All of it is optional. What the ids are called on the screen is in texts/debrief.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from interview_exit.rules.endings import EndingId

RATINGS = ("again", "unsure", "not")
"""What the candidate makes of the company, and apart from that of the manager (M05)."""

SEEN = ("calm", "candid", "prepared", "curious", "courteous", "clear", "skilled")
"""What the others saw of the candidate: conduct they may remember (M20)."""

REGRETS = ("no", "partly", "yes")
"""Whether the candidate regrets how they went about it: asked at once, and again later (M48)."""

LOOK_BACK: tuple[EndingId, ...] = ("left", "wrapped_up", "withdrew_later", "stayed", "practised")
"""The endings that were the candidate's own doing, so that there is something to look back on."""


@dataclass(frozen=True)
class Letters:
    """Which notes fit an ending: names of scripts.

    Attributes:
        offered: those to choose from.
        first: the one that is filled in already; empty for none.
    """

    offered: tuple[str, ...]
    first: str = ""


WITHDRAWS_TONIGHT: tuple[EndingId, ...] = ("withdrew_later",)
"""Endings after which the note comes first, since something is still to be sent (N02)."""

LETTERS: dict[EndingId, Letters] = {
    # Whoever left at once owes nothing more: one line is there if they want it.
    "left": Letters(("follow_up.brief", "follow_up.recruiter")),
    "wrapped_up": Letters(("follow_up.note", "follow_up.brief", "follow_up.recruiter"), first="follow_up.note"),
    "withdrew_later": Letters(("follow_up.note", "follow_up.brief", "follow_up.recruiter"), first="follow_up.note"),
    "stayed": Letters(("follow_up.thanks", "follow_up.note", "follow_up.recruiter"), first="follow_up.thanks"),
    "practised": Letters(("follow_up.thanks", "follow_up.note", "follow_up.recruiter"), first="follow_up.thanks"),
    "they_ended": Letters(("follow_up.thanks",), first="follow_up.thanks"),
    "did_not_happen": Letters(("follow_up.brief",)),
    "moved_day": Letters(()),
}
