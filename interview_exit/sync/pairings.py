"""What is done to the table of pairings: the place where a device that has a vault meets one that is to join it.

Four messages pass, each left by one device and taken once by the other: the joining device's key, the other one's key,
a proof that a person has compared the number that follows from both, and the sealed secret (docs/protocol.md). To the
server they are bytes. Whoever knows a pairing's id may take part: the number tells a stranger, not the server.

A message is gone once it is taken, and all of it with the last one, or when its time is over. It is a table and no
memory of ours since the two devices may be connected to different processes.
"""

from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import PAIRING

LIFE_SECONDS = 120
MESSAGES = 4

_p = PAIRING.c


def begin(connection: Connection, pairing: str, most: int, now: int) -> int:
    """Open a pairing unless it is there; return how many seconds are left of it.

    Raises:
        Refused: If there are too many.
    """
    forget_expired(connection, now)
    expires = connection.execute(select(_p.expires).where(_p.id == pairing)).scalar_one_or_none()
    if expires is not None:
        return expires - now
    if connection.execute(select(func.count()).select_from(PAIRING)).scalar_one() >= most:
        raise Refused("too_many_pairings", retry=LIFE_SECONDS)
    connection.execute(insert(PAIRING).values(id=pairing, expires=now + LIFE_SECONDS, step=0))
    return LIFE_SECONDS


def leave(connection: Connection, pairing: str, number: int, body: bytes, now: int) -> int:
    """Leave a message for the other device; return how many seconds are left. The same again changes nothing.

    Raises:
        Refused: If there is no such pairing, or this is not the message that comes next.
    """
    row = _hold(connection, pairing, now)
    if (row.step, row.body) == (number, body):
        return row.expires - now
    if number != row.step + 1 or row.body is not None:
        raise Refused("pairing_used")
    # The code has served its time; from now on people read, type and compare.
    expires = now + LIFE_SECONDS if number == 1 else row.expires
    connection.execute(update(PAIRING).where(_p.id == pairing).values(step=number, body=body, expires=expires))
    return expires - now


def last(connection: Connection, pairing: str, now: int) -> int:
    """Return the number of the last message that was left, taken or not.

    Raises:
        Refused: If there is no such pairing.
    """
    found = select(_p.step).where(_p.id == pairing, _p.expires > now)
    step = connection.execute(found).scalar_one_or_none()
    if step is None:
        raise Refused("pairing_unknown")
    return step


def take(connection: Connection, pairing: str, number: int, now: int) -> bytes:
    """Take a message that has been left. Nobody gets it a second time.

    Raises:
        Refused: If there is no such pairing, or the message was taken.
    """
    row = _hold(connection, pairing, now)
    if number != row.step or row.body is None:
        raise Refused("pairing_used")
    if number == MESSAGES:
        end(connection, pairing)
    else:
        connection.execute(update(PAIRING).where(_p.id == pairing).values(body=None))
    return row.body


def end(connection: Connection, pairing: str) -> None:
    """Forget a pairing."""
    connection.execute(delete(PAIRING).where(_p.id == pairing))


def forget_expired(connection: Connection, now: int) -> None:
    """Forget those whose time is over."""
    connection.execute(delete(PAIRING).where(_p.expires <= now))


def _hold(connection: Connection, pairing: str, now: int) -> Row[Any]:
    """Return the pairing, and keep others from it until the transaction ends."""
    found = select(PAIRING).where(_p.id == pairing, _p.expires > now).with_for_update()
    row = connection.execute(found).one_or_none()
    if row is None:
        raise Refused("pairing_unknown")
    return row
