"""The numbers that Python and the phone must agree on, each with its unit in its name."""

from __future__ import annotations

PAUSE_SECONDS = (5, 7, 10)
"""Lengths the pause may have; the first is the default, and none may be below five (M44)."""

UNDO_SECONDS = 8
"""How long a fresh tap can be undone in one tap. In the log it can be undone for ever."""

REPEAT_SECONDS = 1.5
"""A flag that is tapped again within this time was tapped once, by a shaky hand or a held key."""

SHAKY_SECONDS = 0.8
"""A second tap on the same spot within this time is part of the first, whatever the screen shows there by then."""

LIVE_HOURS = 12
"""An interview that nobody ended is over after this long, so that yesterday's does not come back to life."""

STILL_IN_MINUTES = 60
"""After so long without a tap it is asked once whether this is still the same interview."""

OVER_MINUTES = 60
"""For how long the screen that says it is over stays, if nobody leaves it; then the flags wait for the next one."""

UNFINISHED_DAYS = 2
"""For how long the first screen says where an interview is that nobody ended."""

CLOCK_TRIM_MINUTES = 5
"""A clock that goes back by more than this has been set, and is not being trimmed."""

HARD_NOS = 5
"""How many limits can be set beforehand; more would not be firm limits (M22)."""

OWN_FLAGS = 12
"""How many flags a candidate may write; each takes a place that is found at a glance only while there are few."""

PLAN_MINUTES = (20, 30, 45, 60, 90, 120, 180, 240)
"""Lengths that an interview may be planned to have (M25)."""

DRILL_SECONDS = PAUSE_SECONDS[0]
"""What the calibration drill teaches to feel: the shortest pause."""

DRILL_RESULTS = 20
"""How many results of the drill are kept."""

SLOT_CHARACTERS = 40
"""A name, company, role or skill longer than this can't be said in one breath: the words go without it."""

TEL = r"\+?[\d \(\)\.\/\-]{3,24}"
"""What a telephone number may look like, as it is kept: emergency-number.js puts in order what was typed."""

LABEL_CHARACTERS = 16
"""The longest label that fits a cell of the grid on a 320 px screen."""

COVER_SECONDS = (0, 20, 60, 180)
"""Idle times after which the cover may come by itself; 0 means never."""

COVER_PRESSES = 3
"""Presses of Shift that bring the cover."""

COVER_PRESS_SECONDS = 5
"""Each of those presses must follow the one before within this time."""

HOLD_SECONDS = 1
"""How long the cover's way back must be held: longer than any stray tap."""

DEBRIEF_HOURS = 12
"""For how long after an interview the first screen offers the debrief: the same evening, still fresh."""

LOOK_BACK_DAYS = (7, 60)
"""When the second check for regrets is due, and when it is too late to ask (M48)."""

INITIALS = 4
"""Longer ones would be a name (M19)."""

REMINDER_HOUR = 9
"""In the morning, by the phone's own clock."""

EVENING_HOUR = 19
"""When to be reminded of what is to be sent tonight, by the same clock (N02)."""

RECENT_INTERVIEWS = 20
"""How many past interviews are read before the page is shown; the rest follow when the phone is idle."""

SPOKEN_WORDS = 60
"""No script is longer than this: more cannot be said calmly, nor remembered (M12)."""

SHORT_WORDS = 20
"""What is shown first is at most this long (M35)."""
