"""Three tables, and every column there is.

A vault is what one set of devices shares. A record is one sealed blob of it; erasing one leaves an empty row with the
tag that proves who asked, so that other devices learn of it. `seq` counts a vault's changes in commit order. A pairing
is a place where two devices leave each other a few sealed words; it names no vault, and is gone after minutes.

No foreign key ties records to vaults: a vault's row is never removed (a deleted vault stays as `gone`), every write
holds that row's lock, and checking it again for each record would double the cost of a push on PostgreSQL.
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
    # The month of the last use, counted from the year 0; empty unless the operator wants old vaults deleted.
    used: int | None = None


class Record(SQLModel, table=True):
    """One sealed record: `blob` while it lives, `tag` once it is erased."""

    __table_args__ = (UniqueConstraint("vault", "seq"),)

    vault: str = Field(primary_key=True, max_length=22)
    id: str = Field(primary_key=True, max_length=22)
    seq: int = Field(sa_type=BigInteger)
    blob: bytes | None = None
    tag: bytes | None = Field(default=None, max_length=16)


class Pairing(SQLModel, table=True):
    """Where two devices meet (pairings.py): the one message that waits, and until when."""

    id: str = Field(primary_key=True, max_length=22)
    # In seconds since 1970, at most two minutes ahead.
    expires: int = Field(sa_type=BigInteger)
    # The number of the last message that was left, from 1.
    step: int = 0
    body: bytes | None = Field(default=None, max_length=256)


VAULT: Table = SQLModel.metadata.tables["vault"]
RECORD: Table = SQLModel.metadata.tables["record"]
PAIRING: Table = SQLModel.metadata.tables["pairing"]
