"""What only the screen with every flag tells."""

from __future__ import annotations

from collections.abc import Mapping

from interview_exit.rules import flags

LONGER: Mapping[str, str] = {flag.id: flag.longer for flag in flags.FLAGS.values()}
"""What each flag is called in full."""
