"""What is done to the two tables but for pushing; each function takes an open connection, and names a vault or part."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, false, func, insert, select, update

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import RECORD, VAULT
from interview_exit.sync.wire import SAMPLE_BYTES, Span, text

EPOCH_BYTES = 16
# Rows fetched at once, and how many sealed bytes may be gathered before an answer closes early.
CHUNK_ROWS = 250
PAGE_BYTES = 2 * 1024 * 1024
# At most 1 MiB of the largest blobs.
SWEPT_ROWS = 16

_v, _r = VAULT.c, RECORD.c
_this = _v.id == bindparam("vault")
_LOCK = (
    update(VAULT)
    .where(_this)
    .values(
        seq=_v.seq + bindparam("items"), records=_v.records + bindparam("items"), bytes=_v.bytes + bindparam("size")
    )
    .returning(_v.seq, _v.records, _v.bytes, _v.epoch, _v.gone)
)
_FIND = select(_v.auth_hash).where(_this)
_HEAD = select(_v.seq, _v.epoch, _v.gone).where(_this)
_CHANGES = (
    select(_r.id, _r.seq, _r.blob, _r.tag)
    .where(_r.vault == bindparam("vault"), _r.seq > bindparam("after"))
    .order_by(_r.seq)
    .limit(bindparam("rows"))
)
_SWEEP = """
    DELETE FROM record WHERE rowid IN (
        SELECT record.rowid FROM vault JOIN record ON record.vault = vault.id WHERE vault.gone LIMIT ?)
"""
Item = dict[str, object]


@dataclass(frozen=True)
class Totals:
    """A vault's running totals."""

    seq: int
    records: int
    bytes: int


@dataclass(frozen=True)
class Head:
    """Where a vault stands: the number of its last change, and the life of the server that gave it."""

    seq: int
    epoch: str


@dataclass(frozen=True)
class Page:
    """Changes in the order they were made, and where to go on."""

    items: list[Item]
    cursor: int
    more: bool
    epoch: str


@dataclass(frozen=True)
class Holding:
    """All that the server holds of a vault, for the page that shows it."""

    head: Head
    live: int
    erased: int
    size: int
    sample: bytes


def lock(connection: Connection, vault: str, items: int = 0, size: int = 0) -> tuple[Totals, str]:
    """Hold a vault's row until the transaction ends, and reserve what is needed; return the new totals and the epoch.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    row = connection.execute(_LOCK, {"vault": vault, "items": items, "size": size}).one_or_none()
    if row is None or row.gone:
        raise Refused("vault_unknown" if row is None else "vault_gone")
    return Totals(row.seq, row.records, row.bytes), row.epoch


def create(connection: Connection, vault: str, auth_hash: bytes) -> tuple[Head, bool]:
    """Create a vault unless it is there; return where it stands, and whether it is new.

    Raises:
        Refused: If it exists with another secret, or was deleted.
    """
    found = find(connection, vault)
    if found is None:
        epoch = new_epoch()
        values = {"id": vault, "auth_hash": auth_hash, "epoch": epoch, "seq": 0, "records": 0, "bytes": 0}
        connection.execute(insert(VAULT), values | {"gone": False})
        return Head(0, epoch), True
    if not secrets.compare_digest(found, auth_hash):
        raise Refused("vault_exists")
    return head(connection, vault), False


def find(connection: Connection, vault: str) -> bytes | None:
    """Return the hash of a vault's secret, deleted or not."""
    return connection.execute(_FIND, {"vault": vault}).scalar_one_or_none()


def head(connection: Connection, vault: str) -> Head:
    """Return where a vault stands.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    row = connection.execute(_HEAD, {"vault": vault}).one_or_none()
    if row is None or row.gone:
        raise Refused("vault_unknown" if row is None else "vault_gone")
    return Head(row.seq, row.epoch)


def changes(connection: Connection, vault: str, span: Span) -> Page:
    """Return changes after a cursor.

    Raises:
        Refused: If there is no such vault, or the cursor is from a future that a restored backup took back.
    """
    top = head(connection, vault)
    if span.after > top.seq:
        raise Refused("cursor_ahead", epoch=top.epoch)
    items: list[Item] = []
    cursor, size = span.after, 0
    for record, seq, blob, tag in _rows(connection, vault, span, top.seq):
        items.append(_item(record, seq, blob, tag))
        cursor, size = seq, size + len(blob or b"")
        if len(items) == span.limit or size >= PAGE_BYTES:
            break
    else:
        cursor = max(cursor, top.seq)
    return Page(items, cursor, cursor < top.seq, top.epoch)


def remove(connection: Connection, vault: str) -> None:
    """Delete all of a vault but its id and the hash of its secret, by which its devices are told.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    close(connection, vault)
    connection.execute(delete(RECORD).where(_r.vault == vault))


def close(connection: Connection, vault: str) -> None:
    """Let nobody into a vault any more; what it holds is left to `sweep`.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    lock(connection, vault)
    nothing = {"epoch": "", "seq": 0, "records": 0, "bytes": 0, "used": None}
    connection.execute(update(VAULT).where(_v.id == vault).values(gone=True, **nothing))


def sweep(connection: Connection) -> bool:
    """Delete some of what closed vaults still hold, no more than the reserve has room for; return whether it found any.

    SQLite alone: it is asked for a row by its number.
    """
    return bool(connection.exec_driver_sql(_SWEEP, (SWEPT_ROWS,)).rowcount)


def probe(connection: Connection) -> None:
    """Write something that is nothing, as durably as anything else."""
    if connection.dialect.name == "sqlite":
        # A number in the file's head that SQLite keeps for applications, and that nobody reads.
        connection.exec_driver_sql(f"PRAGMA user_version = {secrets.randbelow(2**31)}")
        return
    # Refused where only reading is allowed; the message is for nobody, but has to be on the disk like a change.
    connection.execute(update(VAULT).where(false()).values(seq=_v.seq))
    connection.exec_driver_sql("SELECT pg_logical_emit_message(true, 'probe', '')")


def holding(connection: Connection, vault: str) -> Holding:
    """Return all that is held of a vault, counted afresh and not taken from the running totals.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    top = head(connection, vault)
    mine = _r.vault == vault
    counts = select(func.count(_r.blob), func.count(_r.tag), func.coalesce(func.sum(func.length(_r.blob)), 0))
    live, erased, size = connection.execute(counts.where(mine)).one()
    newest = select(_r.blob).where(mine, _r.blob.is_not(None)).order_by(_r.seq.desc()).limit(1)
    sample = connection.execute(newest).scalar_one_or_none() or b""
    return Holding(top, live, erased, int(size), sample[:SAMPLE_BYTES])


def total_bytes(connection: Connection, part: Table) -> int:
    """Return the sealed bytes of all vaults of a part together, from their running totals."""
    return int(connection.execute(select(func.coalesce(func.sum(part.c.bytes), 0))).scalar_one())


def renew_epochs(connection: Connection, part: Table) -> int:
    """Tell the devices of every vault of a part that changes were lost; return how many vaults there are."""
    return connection.execute(update(part).where(~part.c.gone).values(epoch=new_epoch())).rowcount


def new_epoch() -> str:
    """Return a name for one life of a vault's change numbers."""
    return text(secrets.token_bytes(EPOCH_BYTES))


def _rows(connection: Connection, vault: str, span: Span, last: int) -> Iterator[Row[Any, Any, Any, Any]]:
    """Yield what changed up to the last number, a chunk at a time.

    A chunk may bring changes that are newer still; none older can be on its way, so passing the last loses nothing.
    """
    after, rows = span.after, min(CHUNK_ROWS, span.limit)
    while after < last:
        found = connection.execute(_CHANGES, {"vault": vault, "after": after, "rows": rows}).all()
        yield from found
        after = found[-1].seq if found else last


def _item(record: str, seq: int, blob: bytes | None, tag: bytes | None) -> Item:
    if blob is None:
        return {"id": record, "seq": seq, "tag": text(tag or b"")}
    return {"id": record, "seq": seq, "blob": text(blob)}
