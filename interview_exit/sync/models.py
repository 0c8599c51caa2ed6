"""Two tables, and every column there is.

A vault is what one set of devices shares. A record is one sealed blob of it; erasing one leaves an empty row with the
tag that proves who asked, so that other devices learn of it. `seq` counts a vault's changes in commit order.

No foreign key ties the two: a vault's row is never removed (a deleted vault stays as `gone`), every write holds that
row's lock, and checking it again for each record would double the cost of a push on PostgreSQL.
"""

from sqlalchemy import BigInteger, Table
from sqlmodel import Field, SQLModel, UniqueConstraint


class Vault(SQLModel, table=True):
    """One set of devices, known by an id and the hash of a secret that only they hold."""

    id: str = Field(primary_key=True, max_length=22)
    auth_hash: bytes = Field(max_length=32)
    epoch: str = Field(max_length=22)
    seq: int = Field(default=0, sa_type=BigInteger)
    # Kept up to date by every write, so that a quota never counts rows.
    records: int = Field(default=0, sa_type=BigInteger)
    bytes: int = Field(default=0, sa_type=BigInteger)
    gone: bool = False


class Record(SQLModel, table=True):
    """One sealed record: `blob` while it lives, `tag` once it is erased."""

    __table_args__ = (UniqueConstraint("vault", "seq"),)

    vault: str = Field(primary_key=True, max_length=22)
    id: str = Field(primary_key=True, max_length=22)
    seq: int = Field(sa_type=BigInteger)
    blob: bytes | None = None
    tag: bytes | None = Field(default=None, max_length=16)


VAULT: Table = SQLModel.metadata.tables["vault"]
RECORD: Table = SQLModel.metadata.tables["record"]
