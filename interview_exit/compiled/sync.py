"""What a client and the server must agree on: what an answer's code means, and how much fits into a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from interview_exit.compiled.shapes import picked
from interview_exit.sync import wire
from interview_exit.sync.errors import ERRORS


class Limits(TypedDict):
    """The numbers of interview_exit/sync/wire.py that the phone keeps to."""

    batch_items: int
    blob_bytes: int
    message_bytes: int
    page_items: int
    sample_bytes: int


STATUSES: Mapping[str, int] = {code: status for code, (status, _) in ERRORS.items()}
"""The status that goes with each code of an error (sync/errors.py)."""

LIMITS: Limits = picked(Limits, wire, str.upper)
