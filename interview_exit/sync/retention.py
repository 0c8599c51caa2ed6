"""Deletes what nobody has used for months, where the operator wants that (`RETENTION_MONTHS`).

The month in which a vault was used last is the one thing about time that is kept of it, and only while this is on. What
has expired leaves no trace: a device that comes back is told `vault_unknown`, creates the vault and sends everything.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import RECORD, VAULT
from interview_exit.sync.parts import parts

REMEMBERED = 20_000
# Some machines know the time only a while after they have started, and nothing may go by a wrong one.
FIRST_SECONDS = 3600
DAY_SECONDS = 24 * 3600
Write = Callable[[Callable[[Connection], Any]], Awaitable[Any]]
_v, _r = VAULT.c, RECORD.c


def month_now() -> int:
    """Return the number of this month, in UTC."""
    now = datetime.now(UTC)
    return 12 * now.year + now.month - 1


def note(connection: Connection, vault: str, month: int) -> None:
    """Note that a vault has been used in a month."""
    older = _v.used.is_(None) | (_v.used < month)
    connection.execute(update(VAULT).where(_v.id == vault, older, ~_v.gone).values(used=month))


def begin(connection: Connection, part: Table, month: int) -> None:
    """Count from this month on for vaults of which nothing is known yet."""
    connection.execute(update(part).where(part.c.used.is_(None), ~part.c.gone).values(used=month))


def forget(connection: Connection, part: Table) -> None:
    """Keep no month of any vault: it is not wanted any more, or it is that of a backup."""
    connection.execute(update(part).where(part.c.used.is_not(None)).values(used=None))


def expire(connection: Connection, part: Table, before: int) -> bool:
    """Delete one vault that was used last before a month, with all that it holds; return whether there was one."""
    expired = part.c.used < before
    vault = connection.execute(select(part.c.id).where(expired, ~part.c.gone).limit(1)).scalar_one_or_none()
    if vault is None:
        return False
    # Again: a device may have come back just now. Whoever deletes the row has its lock until the end.
    if connection.execute(delete(part).where(part.c.id == vault, expired)).rowcount:
        connection.execute(delete(RECORD).where(_r.vault == vault))
    return True


class Retention:
    """One process's part in it; that several do the same does no harm."""

    def __init__(self, months: int, write: Write) -> None:
        self._months, self._write = months, write
        self._month = 0
        self._noted: set[str] = set()

    async def used(self, vault: str) -> None:
        """Note that a vault is used: one write a month for each process."""
        if not self._months:
            return
        if self._month != (month := month_now()) or len(self._noted) >= REMEMBERED:
            self._month = month
            self._noted.clear()
        if vault not in self._noted:
            # On a full disk devices can still read.
            with suppress(Refused):
                await self._write(lambda connection: note(connection, vault, month))
                self._noted.add(vault)

    async def tidy(self) -> None:
        """Delete what has expired; where that is off, forget what was noted for it.

        Raises:
            Refused: If the database fails; the next time goes on from there.
        """
        for part in await self._write(parts):
            # It may be on a server that is away: then another day.
            with suppress(Refused):
                await self._tidy(part, month_now())

    async def _tidy(self, part: Table, month: int) -> None:
        await self._write(partial(begin, part=part, month=month) if self._months else partial(forget, part=part))
        while self._months and await self._write(partial(expire, part=part, before=month - self._months)):
            pass

    async def keep_tidying(self) -> None:
        """Do so every day until this is cancelled."""
        await asyncio.sleep(FIRST_SECONDS)
        while True:
            with suppress(Refused):
                await self.tidy()
            await asyncio.sleep(DAY_SECONDS)
