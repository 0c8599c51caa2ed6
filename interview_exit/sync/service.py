"""Does one request's work on the database without holding up the others.

Writes to SQLite queue up for one thread: a second writer could only wait for the lock, and would do so less fairly.
Its reads are done on the spot, since a page from a local file is there sooner than a thread is. PostgreSQL is across
a network, so everything goes through as many threads as there are connections.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import cached_property, partial
from secrets import compare_digest
from time import monotonic, time
from typing import TypeVar

from sqlalchemy import Connection, Engine

from interview_exit.settings import Settings
from interview_exit.sync import log, pairings, storage
from interview_exit.sync.database import ANSWER_SECONDS, CONNECTIONS, LONG_SECONDS, Database, open_database, perform
from interview_exit.sync.deadline import Deadline
from interview_exit.sync.errors import Refused
from interview_exit.sync.faults import Why
from interview_exit.sync.health import Health
from interview_exit.sync.limits import Allowance
from interview_exit.sync.parts import parts
from interview_exit.sync.push import Pushed, Quota, push
from interview_exit.sync.retention import Retention
from interview_exit.sync.wire import Batch, Span
from interview_exit.sync.writer import Writer

REMEMBERED = 20_000
TOTAL_SECONDS = 60
"""How long the sum over all vaults is believed; what this process adds meanwhile is added to it."""
SUM_SECONDS = 1.0
"""How long a push waits for that sum; a later one counts with it."""
PROBE_SECONDS = 4.0
Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class Service:
    """One process's way to the vaults. It keeps no state that another process would need."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.database_url
        self._pairings = settings.pairings
        self._quota = Quota(settings.vault_records, settings.vault_bytes)
        self._requests = Allowance(settings.vault_requests_per_minute, 60)
        self._pairing_requests = Allowance(settings.pairing_requests_per_minute, 60)
        self._secrets: dict[str, bytes] = {}
        self._most_bytes = settings.server_bytes
        self._sums: dict[str, int] = {}
        self._bytes, self._bytes_until = 0, 0.0
        self._health = Health(self._probe)
        self._retention = Retention(settings.retention_months, self._write_for_all)

    @asynccontextmanager
    async def lifespan(self, *_: object) -> AsyncGenerator[None]:
        """Be there from the server's start, when what a killed one left is tidied up, to its end."""
        self._tidy_soon()
        tidying = asyncio.create_task(self._retention.keep_tidying())
        try:
            yield
        finally:
            tidying.cancel()
            self.close()

    async def create(self, vault: str, auth_hash: bytes) -> tuple[storage.Head, bool]:
        """Create a vault, or find it there; see storage.create."""
        await self._find_room(0)
        return await self._write(lambda connection: storage.create(connection, vault, auth_hash))

    async def admit(self, vault: str, given: bytes) -> None:
        """Let pass who knows a vault's secret, deleted or not; compared in a time that tells nothing of it.

        Raises:
            Refused: If there is no such vault, the secret's hash is another one, or it asks too often.
        """
        kept = await self.find(vault)
        if not compare_digest(given, kept or bytes(32)):
            raise Refused("vault_unknown" if kept is None else "unauthorized")
        self.count(vault)
        await self._retention.used(vault)

    def count(self, vault: str) -> None:
        """Count one request of a vault.

        Raises:
            Refused: If it asks too often.
        """
        if wait := self._requests.take(vault):
            raise Refused("too_many_requests", retry=wait)

    async def find(self, vault: str) -> bytes | None:
        """Return the hash of a vault's secret, from memory when it was asked before: it never changes."""
        if vault not in self._secrets:
            found = await self._read(lambda connection: storage.find(connection, vault))
            if found is None:
                return None
            if len(self._secrets) >= REMEMBERED:
                self._secrets.clear()
            self._secrets[vault] = found
        return self._secrets[vault]

    async def push(self, vault: str, batch: Batch) -> storage.Head:
        """Apply a batch; see push.push. When this returns, the batch outlives a power cut."""
        if batch.puts:
            await self._find_room(sum(len(put.blob) * 3 // 4 for put in batch.puts))
        work: Work[Pushed] = lambda connection: push(connection, vault, batch, self._quota)  # noqa: E731
        pushed = await self._write(work, frees=not batch.puts)
        if pushed.erased:
            self._tidy_soon()
        return storage.Head(pushed.seq, pushed.epoch)

    async def changes(self, vault: str, span: Span) -> storage.Page:
        """Return a page of changes; see storage.changes."""
        return await self._read(lambda connection: storage.changes(connection, vault, span))

    async def remove(self, vault: str) -> None:
        """Delete a vault; see storage.remove."""
        try:
            await self._write(lambda connection: storage.remove(connection, vault), frees=True, seconds=LONG_SECONDS)
        except Refused as refused:
            if not (self._database.is_file and refused.code == "database_unavailable"):
                raise
            # On a full disk the reserve may be too small for all of it: then it goes bit by bit, behind a closed door.
            await self._write(lambda connection: storage.close(connection, vault), frees=True)
            self._writer.sweep_soon()
        self._tidy_soon()

    async def holding(self, vault: str) -> storage.Holding:
        """Return all that is held of a vault; see storage.holding. It reads every row, so others need not wait."""
        work: Work[storage.Holding] = lambda connection: storage.holding(connection, vault)  # noqa: E731
        return await self._in_thread(self._database.reader, work, LONG_SECONDS)

    async def begin_pairing(self, pairing: str) -> int:
        """Open a pairing; see pairings.begin."""
        left = await self._write(lambda connection: pairings.begin(connection, pairing, self._pairings, _now()))
        self._forget_later()
        return left

    async def admit_pairing(self, pairing: str) -> int:
        """Let pass who knows the id of a pairing; return the number of its last message. It writes nothing.

        Raises:
            Refused: If there is no such pairing, or it asks too often.
        """
        last = await self._read(lambda connection: pairings.last(connection, pairing, _now()))
        if wait := self._pairing_requests.take(pairing):
            raise Refused("too_many_requests", retry=wait)
        return last

    async def leave_message(self, pairing: str, number: int, body: bytes) -> int:
        """Leave a message; see pairings.leave."""
        left = await self._write(lambda connection: pairings.leave(connection, pairing, number, body, _now()))
        self._forget_later()
        return left

    async def take_message(self, pairing: str, number: int) -> bytes:
        """Take a message; see pairings.take."""
        body = await self._write(lambda connection: pairings.take(connection, pairing, number, _now()))
        self._tidy_soon()
        return body

    async def end_pairing(self, pairing: str) -> None:
        """Forget a pairing."""
        await self._write(lambda connection: pairings.end(connection, pairing))
        self._tidy_soon()

    async def check(self) -> None:
        """Do nothing, if writes go through; see health.Health.

        Raises:
            Refused: If they do not.
        """
        await self._health.ask()

    def close(self) -> None:
        """Finish what was begun and let go of the database."""
        if "_writer" in vars(self):
            self._writer.close()
        self._threads.shutdown()
        self._database.dispose()

    async def _find_room(self, size: int) -> None:
        """Refuse what would be too much for all vaults together; what only erases is never asked.

        Raises:
            Refused: If there is no room for so many bytes.
        """
        if monotonic() >= self._bytes_until:
            self._bytes_until = monotonic() + TOTAL_SECONDS
            self._summing = asyncio.create_task(self._sum())
            await asyncio.wait([self._summing], timeout=SUM_SECONDS)
        if self._bytes + size > self._most_bytes:
            raise Refused("server_full")
        self._bytes += size

    async def _sum(self) -> None:
        ask = partial(self._in_thread, self._database.reader, seconds=LONG_SECONDS)
        with suppress(Refused):
            for part in await ask(parts):
                # It may be on a server that fails just now: no reason to refuse the vaults of all others.
                with suppress(Refused):
                    self._sums[part.name] = await ask(partial(storage.total_bytes, part=part))
            self._bytes = sum(self._sums.values())

    # All three are made at first use: a server process forks after it has loaded the app.
    @cached_property
    def _database(self) -> Database:
        return open_database(self._url)

    @cached_property
    def _writer(self) -> Writer:
        return Writer(self._database)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(CONNECTIONS, "sync")

    async def _read(self, work: Work[Result]) -> Result:
        if self._database.is_file:
            return perform(self._database.reader, work)
        return await self._in_thread(self._database.reader, work)

    async def _write(self, work: Work[Result], *, frees: bool = False, seconds: float = ANSWER_SECONDS) -> Result:
        """Write for a device; what frees room may use the reserve."""
        try:
            if self._database.is_file:
                result = await self._writer.perform(work, frees=frees)
            else:
                result = await self._in_thread(self._database.writer, work, seconds)
        except Refused as refused:
            if refused.code == "database_unavailable":
                self._health.failed()
            raise
        self._health.wrote()
        return result

    async def _write_for_all(self, work: Work[Result]) -> Result:
        """Write for no device in particular, which may take longer and may use the reserve."""
        result = await self._write(work, frees=True, seconds=LONG_SECONDS)
        self._tidy_soon()
        return result

    async def _probe(self) -> None:
        if self._database.is_file:
            await self._writer.perform(storage.probe)
        else:
            await self._in_thread(self._database.writer, storage.probe, PROBE_SECONDS)

    async def _in_thread(self, engine: Engine, work: Work[Result], seconds: float = ANSWER_SECONDS) -> Result:
        """Work in a thread, and don't wait for it any longer than this: it is told to end, and may do so by itself."""
        loop, deadline = asyncio.get_running_loop(), Deadline()
        ending = loop.call_later(seconds, deadline.pass_)
        try:
            async with asyncio.timeout(seconds):
                result = await loop.run_in_executor(self._threads, perform, engine, work, deadline)
        except TimeoutError:
            log.unable(Why.UNREACHABLE.value)
            raise Refused("database_unavailable") from None
        except Refused:
            ending.cancel()
            raise
        ending.cancel()
        return result

    def _forget_later(self) -> None:
        """See to it that what is over does not wait on the disk for the next pairing."""
        asyncio.get_running_loop().call_later(pairings.LIFE_SECONDS + 1, self._forget_soon)

    def _forget_soon(self) -> None:
        self._forgetting = asyncio.create_task(self._forget_expired())

    async def _forget_expired(self) -> None:
        # Whatever hinders it, the next pairing forgets them, and none is answered from meanwhile.
        with suppress(Refused):
            await self._write(lambda connection: pairings.forget_expired(connection, _now()))
            self._tidy_soon()

    def _tidy_soon(self) -> None:
        if self._database.is_file:
            self._writer.tidy_soon()


def _now() -> int:
    return int(time())
