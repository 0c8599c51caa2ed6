"""Alembic's entry point: migrates the database that DATABASE_URL names."""

from alembic import context
from sqlalchemy import NullPool, create_engine
from sqlmodel import SQLModel

from interview_exit import settings
from interview_exit.sync import models  # noqa: F401, it describes the tables

with create_engine(settings.load().database_url, poolclass=NullPool).connect() as connection:
    context.configure(connection=connection, target_metadata=SQLModel.metadata)
    with context.begin_transaction():
        context.run_migrations()
