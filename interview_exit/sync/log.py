"""What the server says of its own work: one JSON object a line on standard error.

A line says which kind of request was answered, how, and how long it took. It never holds an address, an id, a secret,
a cursor, a size, or a word of any body, and of a fault only its type and the lines of our own code. Of what libraries
say only errors are noted, and of those who reported them and where: a library may quote what it can't handle.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

LOGGER = logging.getLogger("interview_exit.sync")
OURS = Path(__file__).parent
FIELDS = ("kind", "method", "status", "code", "ms", "fault", "at", "why")
# On a full disk every request fails for the same reason, and the log may lie on that disk.
REPEAT_SECONDS = 60.0
_told: dict[str, float] = {}


class Lines(logging.Formatter):
    """Writes a record as JSON: when, how bad, what, and of its extras only those named here."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.msg,
        }
        return json.dumps(line | {name: vars(record)[name] for name in FIELDS if vars(record).get(name)})


class Places(Lines):
    """Writes of what a library says only which one it is and where it says so, never its words."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        fault = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        about = {"msg": record.name, "fault": fault, "at": [f"{record.module}:{record.lineno}"]}
        return super().format(logging.makeLogRecord(vars(record) | about))


def start(level: str) -> None:
    """Log to standard error from this level on."""
    LOGGER.handlers[:] = [_handler(Lines())]
    LOGGER.propagate = False
    LOGGER.setLevel(level.upper())
    logging.lastResort = _handler(Places())
    logging.lastResort.setLevel(logging.ERROR)


def answered(kind: str, method: str, status: int, code: str, seconds: float) -> None:
    """Note one answer."""
    if LOGGER.isEnabledFor(logging.INFO):
        extra = {"kind": kind, "method": method, "status": status, "code": code, "ms": round(1000 * seconds, 1)}
        LOGGER.info("answer", extra=extra)


def unable(why: str) -> None:
    """Note in plain words why the database can't be used, each reason at most once a minute."""
    now = monotonic()
    if now - _told.get(why, -REPEAT_SECONDS) >= REPEAT_SECONDS:
        _told[why] = now
        LOGGER.error("database", extra={"why": why})


def fault(error: BaseException) -> None:
    """Note a fault: its type and where it arose, never its text, which may quote a row or a body."""
    frames = traceback.extract_tb(error.__traceback__)
    at = [f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames if OURS in Path(frame.filename).parents]
    LOGGER.error("fault", extra={"fault": type(error).__name__, "at": at})


def _handler(formatter: logging.Formatter) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    return handler
