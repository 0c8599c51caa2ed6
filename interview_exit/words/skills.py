"""What can be practised in an interview that will not end in a job (M10): one thing at a time.

Each completes "I'm here to practise ..." (script `practice.short`). A candidate may write their own instead; what is
recorded is the id of one of these, or those words.
"""

from __future__ import annotations

SKILLS: dict[str, str] = {
    "ask_back": "asking questions back",
    "pause": "pausing before I answer",
    "story": "telling one story well",
    "short": "answering in under a minute",
    "figure": "saying my figure calmly",
    "unknown": "saying plainly what I don’t know",
}
