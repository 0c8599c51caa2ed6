"""Two tables, and every column there is.

A vault is what one set of devices shares. A record is one sealed blob of it; erasing one leaves an empty row with the
tag that proves who asked, so that other devices learn of it. `seq` counts a vault's changes in commit order.
"""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel, UniqueConstraint


class Vault(SQLModel, table=True):
    """One set of devices, known by an id and the hash of a secret that only they hold."""

    id: str = Field(primary_key=True, max_length=22)
    auth_hash: bytes = Field(max_length=32)
    seq: int = Field(default=0, sa_type=BigInteger)
    epoch: str = Field(max_length=22)


class Record(SQLModel, table=True):
    """One sealed record: `blob` while it lives, `tag` once it is erased."""

    __table_args__ = (UniqueConstraint("vault", "seq"),)

    vault: str = Field(primary_key=True, foreign_key="vault.id", ondelete="CASCADE", max_length=22)
    id: str = Field(primary_key=True, max_length=22)
    seq: int = Field(sa_type=BigInteger)
    blob: bytes | None = None
    tag: bytes | None = Field(default=None, max_length=16)
