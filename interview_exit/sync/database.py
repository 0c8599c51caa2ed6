"""Opens the database: how SQLite and PostgreSQL are each made to keep what was acknowledged, and to forget the rest."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from interview_exit.sync import log
from interview_exit.sync.deadline import Deadline, heed_deadlines, kept
from interview_exit.sync.errors import Refused
from interview_exit.sync.faults import Why, why
from interview_exit.sync.private_files import database_file, keep_private

Result = TypeVar("Result")
WAIT_SECONDS = 5
CONNECTIONS = 8
# How long anything may take before its connection is broken: what looks at all that a vault holds may take longer.
ANSWER_SECONDS = WAIT_SECONDS + 1
LONG_SECONDS = 3 * WAIT_SECONDS + 1
# What tells a dead line from a quiet one, in the words of PostgreSQL's own library; a URL may say otherwise.
POSTGRESQL_LINE = {
    "connect_timeout": 4,
    "tcp_user_timeout": 4000,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
}
POSTGRESQL_SESSION = f"""
    SET lock_timeout = '{WAIT_SECONDS}s'; SET statement_timeout = '{3 * WAIT_SECONDS}s';
    SET idle_in_transaction_session_timeout = '{3 * WAIT_SECONDS}s'
"""
# FULL: a commit is on the disk before it is acknowledged. secure_delete: what is erased is overwritten with zeros.
SQLITE_SESSION = f"""
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA busy_timeout = {1000 * WAIT_SECONDS}; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY
"""


@dataclass(frozen=True)
class Database:
    """Two ways in: `writer` takes the lock that orders all writes when a transaction opens, `reader` never waits."""

    writer: Engine
    reader: Engine
    file: Path | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is SQLite's."""
        return self.file is not None

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


def open_database(url: str) -> Database:
    """Return a database by its URL; nothing is connected yet."""
    if file := database_file(url):
        keep_private(file)
        return Database(_sqlite(url, "BEGIN IMMEDIATE"), _sqlite(url, "BEGIN"), file)
    engine = _postgresql(url)
    return Database(engine, engine)


def perform(engine: Engine, work: Callable[[Connection], Result], deadline: Deadline | None = None) -> Result:
    """Do work in one transaction; any of it may be repeated, so a lost connection or race is tried once more.

    Args:
        engine: Where to do it.
        work: What to do.
        deadline: What may end it.

    Raises:
        Refused: If the work is refused, or the database fails.
    """
    deadline = deadline or Deadline()
    try:
        with kept(deadline):
            try:
                return _attempt(engine, work)
            except DBAPIError as error:
                if deadline.passed or not (error.connection_invalidated or isinstance(error, IntegrityError)):
                    raise
                return _attempt(engine, work)
    except SQLAlchemyError as error:
        raise refusal(error) from None


def refusal(error: SQLAlchemyError, file: Path | None = None) -> Refused:
    """Return what a client is told of a fault of the database, and note it."""
    return Refused("busy" if noted(error, file) is Why.LOCKED else "database_unavailable")


def noted(error: Exception, file: Path | None = None) -> Why | None:
    """Return what is in the way; the log gets it in plain words, or else the error's type and place."""
    reason = why(error, file)
    if reason:
        log.unable(reason.value)
    else:
        log.fault(error)
    return reason


def tidy(database: Database) -> bool:
    """Move SQLite's log into its file and empty it, so that erased bytes are in neither; return whether it worked."""
    with closing(database.writer.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = (cursor.fetchone() or (1,))[0]
    return not busy


def _attempt(engine: Engine, work: Callable[[Connection], Result]) -> Result:
    with engine.begin() as connection:
        return work(connection)


def _sqlite(url: str, begin: str) -> Engine:
    # Parameters are sealed records and ids: they must not reach a log by way of an exception's text.
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: object) -> None:
        # Otherwise the driver opens transactions itself, late and without the lock.
        connection.isolation_level = None
        for pragma in SQLITE_SESSION.split(";"):
            connection.cursor().execute(pragma)

    @event.listens_for(engine, "begin")
    def open_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: str) -> Engine:
    line = {name: value for name, value in POSTGRESQL_LINE.items() if name not in make_url(url).query}
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=ANSWER_SECONDS,
        connect_args=line,
    )
    heed_deadlines(engine)

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: object) -> None:
        connection.cursor().execute(POSTGRESQL_SESSION)
        connection.commit()

    return engine
