"""Alembic's entry point: migrates the database that DATABASE_URL names, all of it in one transaction.

SQLite's driver would commit each statement that makes a table by itself, and Alembic takes that for granted. Opened as
the server opens it, a transaction begins before the first statement, and takes the lock that orders all writes: of two
starts at once, the second finds everything done. On PostgreSQL a lock of our own does the same.
"""

from alembic import context
from sqlalchemy import text
from sqlmodel import SQLModel

from interview_exit import settings
from interview_exit.sync import models  # noqa: F401, it describes the tables
from interview_exit.sync.database import open_database

# Any number, as long as nothing else in the database takes a lock of the same.
LOCK = 0x1E417
WAIT = "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0"

database = open_database(settings.load().database_url)
try:
    with database.writer.begin() as connection:
        if not database.is_file:
            connection.execute(text(WAIT))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.configure(connection=connection, target_metadata=SQLModel.metadata, transactional_ddl=True)
        context.run_migrations()
finally:
    database.dispose()
