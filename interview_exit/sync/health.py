"""Whether writes go through, asked of the database itself, but not by everybody who wants to know."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from interview_exit.sync.errors import Refused

# An answer is repeated for so long: nobody makes the disk work by asking more often.
FRESH_SECONDS = 0.5
# A small write may still find room where a larger one did not: what a device was refused counts, too.
REMEMBERED_SECONDS = 5.0


class Health:
    """What is known of the database at present."""

    def __init__(self, probe: Callable[[], Awaitable[None]]) -> None:
        self._probe = probe
        self._lock = asyncio.Lock()
        self._fault: Refused | None = None
        self._asked_until = 0.0
        self._failed_until = 0.0

    def wrote(self) -> None:
        """Note that a device's write went through."""
        self._failed_until = 0.0

    def failed(self) -> None:
        """Note that one did not, for a fault of the database."""
        self._failed_until = monotonic() + REMEMBERED_SECONDS

    async def ask(self) -> None:
        """Do nothing, if writes go through.

        Raises:
            Refused: If they do not.
        """
        async with self._lock:
            if monotonic() >= self._asked_until:
                await self._ask_anew()
        if self._fault:
            raise self._fault
        if monotonic() < self._failed_until:
            raise Refused("database_unavailable")

    async def _ask_anew(self) -> None:
        try:
            await self._probe()
            self._fault = None
        except Refused as refused:
            self._fault = refused
        self._asked_until = monotonic() + FRESH_SECONDS
