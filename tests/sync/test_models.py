"""The migrations make exactly the tables that the models describe, on either database, and can be undone."""

from collections.abc import Callable, Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, NullPool, create_engine, inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from interview_exit.sync.models import Record, Vault
from tests.sync.conftest import migrate

VAULT = {"id": "v" * 22, "auth_hash": b"h" * 32, "epoch": "e" * 22}


@pytest.fixture
def database(empty_url: Callable[[], str]) -> Iterator[Engine]:
    """A database that has just been migrated."""
    url = empty_url()
    migrate(url)
    engine = create_engine(url, poolclass=NullPool)
    yield engine
    engine.dispose()


def test_migrations_and_models_agree(database: Engine) -> None:
    with database.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_migrations_can_be_undone_and_repeated(database: Engine) -> None:
    url = database.url.render_as_string(hide_password=False)
    migrate(url, "base")
    assert inspect(database).get_table_names() == ["alembic_version"]
    migrate(url)
    migrate(url)
    assert set(inspect(database).get_table_names()) == {"alembic_version", "vault", "record", "pairing"}


def test_server_has_no_column_for_who_when_or_what(database: Engine) -> None:
    """Ids, order, sealed bytes, how many, what proves the right to them, a pairing's end, a month for retention."""
    columns = {
        name: {column["name"] for column in inspect(database).get_columns(name)}
        for name in ("vault", "record", "pairing")
    }
    assert columns == {
        "vault": {"id", "auth_hash", "epoch", "seq", "records", "bytes", "gone", "used"},
        "record": {"vault", "id", "seq", "blob", "tag"},
        "pairing": {"id", "expires", "step", "body"},
    }


def test_two_records_of_a_vault_never_share_a_number(database: Engine) -> None:
    with Session(database) as session:
        session.add(Vault(**VAULT))
        session.add_all([Record(vault=VAULT["id"], id=id * 22, seq=1, blob=b"x") for id in "ab"])
        with pytest.raises(IntegrityError):
            session.commit()
