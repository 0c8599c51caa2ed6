"""The one writer of a SQLite database: a thread that commits all that waits for it in one go.

A commit costs one wait for the disk however much is in it. So while one is under way, the requests that arrive queue
up, and the next transaction takes all of them: each in a savepoint of its own, so that one refused does not spoil the
rest, and none is answered before the commit that holds it. Whoever waits alone needs no savepoint.

On a full disk all of them fail. Then those that free room are tried again, each alone, with the room that is kept for
them, and the log is emptied before anybody else gets any of it. Emptying the log of itself may need that room, too.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from interview_exit.sync import storage
from interview_exit.sync.database import Database, noted, refusal, tidy
from interview_exit.sync.faults import Why, why
from interview_exit.sync.reserve import Reserve

TOGETHER = 64
TIDY_SECONDS = 1.0
Result = TypeVar("Result")
Work = Callable[[Connection], Result]


@dataclass
class Job:
    """Work to do, and who waits for it."""

    work: Work[Any]
    future: asyncio.Future[Any] | None = None
    frees: bool = False
    outcome: object = None

    def report(self) -> None:
        """Tell whoever waits, in their own loop; they may have left."""
        if self.future is None or self.future.done():
            return
        if isinstance(self.outcome, Exception):
            self.future.set_exception(self.outcome)
        else:
            self.future.set_result(self.outcome)


class Writer:
    """Takes work from any event loop and does it in its own thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reserve = Reserve(database.file) if database.file else None
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        # A process that was killed may have left erased bytes in the log: the first thing to tidy.
        self._tidy_at: float | None = monotonic() + TIDY_SECONDS
        # And perhaps a vault that it had only begun to delete.
        self._sweeping = True
        self._closing = False
        self._connection: Connection | None = None
        self._thread = Thread(target=self._run, name="sync-writer", daemon=True)
        self._thread.start()

    async def perform(self, work: Work[Result], *, frees: bool = False) -> Result:
        """Return the work's result once it is safe on the disk; work that frees room may do so on a full one."""
        future = asyncio.get_running_loop().create_future()
        self._queue.put(Job(work, future, frees))
        return await future

    def tidy_soon(self) -> None:
        """Clear erased bytes out of the log: once for all the erasures of a second, and again until it works."""
        if self._tidy_at is None:
            self._tidy_at = monotonic() + TIDY_SECONDS
            self._queue.put(None)

    def sweep_soon(self) -> None:
        """Clear out what closed vaults still hold, before tidying up."""
        self._sweeping = True
        self.tidy_soon()

    def close(self) -> None:
        """Finish what was submitted, and stop."""
        self._closing = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        if self._reserve:
            self._reserve.hold()
        while not self._closing or not self._queue.empty():
            if jobs := self._waiting():
                self._commit(jobs)
            if self._tidy_at is not None and (self._closing or monotonic() >= self._tidy_at):
                self._tidy()
        self._disconnect()

    def _waiting(self) -> list[Job]:
        """Wait for the first job, and take along those behind it."""
        wait = None if self._tidy_at is None else max(0.0, self._tidy_at - monotonic())
        jobs: list[Job | None] = []
        try:
            jobs.append(self._queue.get(timeout=wait))
            while len(jobs) < TOGETHER:
                jobs.append(self._queue.get_nowait())
        except Empty:
            pass
        return [job for job in jobs if job is not None]

    def _commit(self, jobs: list[Job]) -> None:
        try:
            self._try(jobs)
        except Exception as error:
            for job in jobs:
                job.outcome = self._told(error)
            if self._is_full(error):
                self._free([job for job in jobs if job.frees])
        _report(jobs)

    def _try(self, jobs: list[Job]) -> None:
        try:
            connection = self._connect()
            with connection.begin():
                if len(jobs) == 1:
                    jobs[0].outcome = jobs[0].work(connection)
                else:
                    for job in jobs:
                        self._attempt(connection, job)
        except Exception:
            # Refused or failed: the next one begins with a connection of which nothing is left.
            self._disconnect()
            raise

    def _free(self, jobs: list[Job]) -> None:
        """Do what frees room with the room that is kept for it."""
        if not (jobs and self._reserve):
            return
        with self._reserve.lent():
            for job in jobs:
                try:
                    self._try([job])
                except Exception as error:
                    job.outcome = self._told(error)
                # Frees what the log has taken: the next one, and the reserve, need it.
                self._empty_log()

    def _attempt(self, connection: Connection, job: Job) -> None:
        # Plain statements: SQLAlchemy's begin_nested() costs more than the rest of a small push.
        connection.exec_driver_sql("SAVEPOINT job")
        try:
            job.outcome = job.work(connection)
        except Exception as error:
            # After a full disk there is no savepoint any more: that is the end of all that waited together.
            if self._is_full(error):
                raise
            connection.exec_driver_sql("ROLLBACK TO job")
            job.outcome = self._told(error)
        connection.exec_driver_sql("RELEASE job")

    def _told(self, error: Exception) -> Exception:
        return refusal(error, self._database.file) if isinstance(error, SQLAlchemyError) else error

    def _is_full(self, error: Exception) -> bool:
        return why(error, self._database.file) is Why.FULL

    def _connect(self) -> Connection:
        """Return the one connection: to take one out of the pool for each commit costs a third of a small push."""
        if self._connection is None:
            self._connection = self._database.writer.connect()
            driver = self._connection.connection.dbapi_connection
            if driver and self._reserve and (pages := self._reserve.log_pages):
                driver.cursor().execute(f"PRAGMA wal_autocheckpoint = {pages}")
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _tidy(self) -> None:
        found = self._sweep() if self._sweeping else False
        done = self._empty_log() and found is False
        if done and self._reserve:
            self._reserve.hold()
        # After a sweep that found something the next one follows at once, but others get their turn before it.
        self._tidy_at = None if done else monotonic() + (0.0 if found else TIDY_SECONDS)

    def _sweep(self) -> bool | None:
        """Delete some of what closed vaults still hold; return whether there was any, or None if that failed."""
        job = Job(storage.sweep, frees=True)
        self._commit([job])
        self._sweeping = job.outcome is not False
        return job.outcome if isinstance(job.outcome, bool) else None

    def _empty_log(self) -> bool:
        """Return whether that worked; on a full disk it takes the room that is kept."""
        if (done := self._try_to_empty_log()) is not Why.FULL or not self._reserve:
            return done is True
        with self._reserve.lent():
            return self._try_to_empty_log() is True

    def _try_to_empty_log(self) -> bool | Why | None:
        try:
            return tidy(self._database)
        except Exception as error:
            # Whatever it is: without this thread nobody could write any more.
            return noted(error, self._database.file)


def _report(jobs: list[Job]) -> None:
    """Wake each event loop once, however many of its requests are done."""
    for loop in {job.future.get_loop() for job in jobs if job.future}:
        mine = [job for job in jobs if job.future and job.future.get_loop() is loop]
        loop.call_soon_threadsafe(_report_all, mine)


def _report_all(jobs: list[Job]) -> None:
    for job in jobs:
        job.report()
