"""What can be practised in an interview that will not end in a job (M10): one thing at a time.

Each completes "I'm here to practise ..." (script `practice.short`). A candidate may write their own instead; what is
recorded is the id of one of these, or those words.
"""

from __future__ import annotations

from interview_exit.words.wording import Worded

SKILLS: dict[str, Worded] = {
    "ask_back": Worded("asking questions back", "Questions"),
    "pause": Worded("pausing before I answer", "Pauses"),
    "story": Worded("telling one story well", "One story"),
    "short": Worded("answering in under a minute", "Short answers"),
    "figure": Worded("saying my figure calmly", "Figures"),
    "unknown": Worded("saying plainly what I don’t know", "Open points"),
}
