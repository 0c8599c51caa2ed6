"""Does one request's work on the database without holding up the others.

Writes to SQLite queue up for one thread: a second writer could only wait for the lock, and would do so less fairly.
Its reads are done on the spot, since a page from a local file is there sooner than a thread is. PostgreSQL is across
a network, so everything goes through as many threads as there are connections.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from interview_exit.settings import Settings
from interview_exit.sync import log, storage
from interview_exit.sync.database import CONNECTIONS, Database, open_database, tidy
from interview_exit.sync.errors import Refused
from interview_exit.sync.wire import Batch, Span

TIDY_SECONDS = 1.0
Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class Service:
    """One process's way to the vaults. It keeps no state that another process would need."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.database_url
        self._quota = storage.Quota(settings.vault_records, settings.vault_bytes)
        self._tidying = False

    async def create(self, vault: str, auth_hash: bytes) -> tuple[storage.Head, bool]:
        """Create a vault, or find it there; see storage.create."""
        return await self._write(lambda connection: storage.create(connection, vault, auth_hash))

    async def find(self, vault: str) -> bytes | None:
        """Return the hash of a vault's secret."""
        return await self._read(lambda connection: storage.find(connection, vault))

    async def head(self, vault: str) -> storage.Head:
        """Return where a vault stands."""
        return await self._read(lambda connection: storage.head(connection, vault))

    async def push(self, vault: str, batch: Batch) -> storage.Head:
        """Apply a batch; see storage.push. When this returns, the batch outlives a power cut."""
        pushed = await self._write(lambda connection: storage.push(connection, vault, batch, self._quota))
        if pushed.erased:
            self._tidy_soon()
        return pushed.head

    async def changes(self, vault: str, span: Span) -> tuple[list[dict[str, object]], storage.Head, bool]:
        """Return a page of changes; see storage.changes."""
        return await self._read(lambda connection: storage.changes(connection, vault, span))

    async def remove(self, vault: str) -> None:
        """Delete a vault; see storage.remove."""
        await self._write(lambda connection: storage.remove(connection, vault))
        self._tidy_soon()

    async def holding(self, vault: str) -> storage.Holding:
        """Return all that is held of a vault; see storage.holding."""
        return await self._read(lambda connection: storage.holding(connection, vault))

    async def check(self) -> None:
        """Do nothing, if the database answers.

        Raises:
            Refused: If it does not.
        """
        await self._read(lambda connection: connection.execute(text("SELECT count(*) FROM vault WHERE id = ''")))

    def close(self) -> None:
        """Finish what was begun and let go of the database."""
        self._threads.shutdown()
        self._database.dispose()

    @cached_property
    def _database(self) -> Database:
        # Opened at first use: a server process forks after it has loaded the app.
        database = open_database(self._url)
        if database.is_file:
            # A process that was killed may have left erased bytes in the log.
            self._tidy_soon()
        return database

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1 if self._database.is_file else CONNECTIONS, "sync")

    async def _read(self, work: Work[Result]) -> Result:
        if self._database.is_file:
            return _do(self._database.reader, work)
        return await self._in_thread(self._database.reader, work)

    async def _write(self, work: Work[Result]) -> Result:
        return await self._in_thread(self._database.writer, work)

    async def _in_thread(self, engine: Engine, work: Work[Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, _do, engine, work)

    def _tidy_soon(self) -> None:
        """Clear erased bytes out of SQLite's log: once for all the erasures of a second, and again until it works."""
        if not self._tidying:
            self._tidying = True
            asyncio.get_running_loop().call_later(TIDY_SECONDS, self._tidy)

    def _tidy(self) -> None:
        if self._database.is_file:
            work = asyncio.get_running_loop().run_in_executor(self._threads, tidy, self._database)
            work.add_done_callback(self._tidied)

    def _tidied(self, work: asyncio.Future[bool]) -> None:
        self._tidying = False
        if work.cancelled() or work.exception() or not work.result():
            self._tidy_soon()


def _do(engine: Engine, work: Work[Result]) -> Result:
    """Do the work in one transaction; any of it may be repeated, so a lost connection or race is tried once more."""
    try:
        try:
            return _attempt(engine, work)
        except DBAPIError as error:
            if not (error.connection_invalidated or isinstance(error, IntegrityError)):
                raise
            return _attempt(engine, work)
    except SQLAlchemyError as error:
        raise _refusal(error) from None


def _attempt(engine: Engine, work: Work[Result]) -> Result:
    with engine.begin() as connection:
        return work(connection)


def _refusal(error: SQLAlchemyError) -> Refused:
    locked = isinstance(error, OperationalError) and "lock" in str(error.orig)
    log.fault(error)
    return Refused("busy" if locked else "database_unavailable")
