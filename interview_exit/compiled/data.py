"""The words of the table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview_exit.rules import flags
from interview_exit.words.texts import data

COLUMNS: Sequence[str] = data.COLUMNS
"""The titles of its columns."""

KIND_NAMES: Mapping[str, str] = {kind.id: kind.label for kind in flags.KINDS.values()}
"""What each kind of flag is called."""

HARD: str = data.HARD
"""How a hard no is told."""
