"""What can be practised aloud: every script that is said aloud, under a title that says when.

The words of the verdicts come first, then the candidate's own flags (the phone knows those), then the flags' lines.
"""

from __future__ import annotations

from interview_exit.rules.flags import FLAGS

WORDS: dict[str, str] = {
    "wrap_up.short": "Wrap up",
    "wrap_up.long": "Wrap up, in full",
    "leave_now.short": "Leave now",
    "leave_now.long": "Leave now, saying a little more",
    "leave_now.call": "Leave now, on a call",
    "leave_now.unsafe": "When you feel unsafe",
    "clear_air.short": "Clear the air",
    "clear_air.long": "Clear the air, saying a little more",
    "clear_air.after": "After they have answered",
    "stay.cleared": "When it’s cleared up",
    "give_chance.short": "Give them a chance",
    "give_chance.long": "Give them a chance, saying a little more",
    "stay.moved_on": "When they move on from a personal question",
    "stay.moved": "When they move",
    "stay.partly": "When they move partway",
    "give_chance.will_check": "When they’ll check",
    "give_chance.refused": "When they say no",
    "pause.short": "To gain a moment",
    "step_out.room": "To step out for two minutes",
    "step_out.video": "To step out for two minutes, on video",
    "step_out.phone": "To step out for two minutes, on the phone",
    "practice.asked": "When they ask how interested you are",
    "withdraw_later.asked": "When they ask, and you’ll withdraw tonight",
    "they_ended.short": "When they end it",
}
"""The title of each script that belongs to no flag, in the order of rehearsing."""

FLAG_LINES: dict[str, str] = {
    **{flag.line: flag.label for flag in FLAGS.values() if flag.line},
    **{flag.ask: f"{flag.label}: ask first" for flag in FLAGS.values() if flag.ask.startswith("ask.")},
}
"""The title of each script that belongs to a flag."""
