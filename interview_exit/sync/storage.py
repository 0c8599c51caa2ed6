"""What is done to the two tables; every function takes an open connection and names one vault.

Order is the point. A write first adds to its vault's `seq`, which locks that row until the commit; so numbers become
visible in the order they were handed out, and a reader that has seen 7 will never be shown a 6 later. A sequence or a
clock hands numbers out before the commit, and lets a reader step over a slow writer's change for ever.
"""

import secrets
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import RECORD, VAULT
from interview_exit.sync.wire import Batch, Span, octets, text

EPOCH_BYTES = 16
# Rows fetched at once, and how many sealed bytes may be gathered before an answer closes early.
CHUNK_ROWS = 250
PAGE_BYTES = 2 * 1024 * 1024
SAMPLE_BYTES = 64

_v, _r = VAULT.c, RECORD.c
_this = _v.id == bindparam("vault")
_FIND = select(_v.auth_hash, _v.gone).where(_this)
_HEAD = select(_v.seq, _v.epoch, _v.gone).where(_this)
_LOCK = (
    update(VAULT)
    .where(_this)
    .values(seq=_v.seq + bindparam("ahead"))
    .returning(_v.seq, _v.epoch, _v.gone, _v.records, _v.bytes)
)
_SETTLE = (
    update(VAULT)
    .where(_this)
    .values(seq=bindparam("to"), records=bindparam("records_now"), bytes=bindparam("bytes_now"))
)
_KNOWN = select(_r.id, func.length(_r.blob)).where(
    _r.vault == bindparam("vault"), _r.id.in_(bindparam("ids", expanding=True))
)
_ADD = insert(RECORD)
_ERASE = (
    update(RECORD)
    .where(_r.vault == bindparam("of"), _r.id == bindparam("which"))
    .values(seq=bindparam("number"), blob=None, tag=bindparam("proof"))
)
_CHANGES = (
    select(_r.id, _r.seq, _r.blob, _r.tag)
    .where(_r.vault == bindparam("vault"), _r.seq > bindparam("after"))
    .order_by(_r.seq)
    .limit(bindparam("rows"))
)


@dataclass(frozen=True)
class Quota:
    """How much one vault may hold."""

    records: int
    bytes: int


@dataclass(frozen=True)
class Head:
    """Where a vault stands: the number of its last change, and the life of the server that gave it."""

    seq: int
    epoch: str


@dataclass(frozen=True)
class Pushed:
    """What a push came to."""

    head: Head
    erased: int


@dataclass(frozen=True)
class Holding:
    """All that the server holds of a vault, for the page that shows it."""

    head: Head
    live: int
    erased: int
    size: int
    sample: bytes


@dataclass(frozen=True)
class _Locked:
    """A vault whose row this transaction holds."""

    vault: str
    before: int
    epoch: str
    records: int
    bytes: int


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


def push(connection: Connection, vault: str, batch: Batch, quota: Quota) -> Pushed:
    """Apply a batch; what it repeats changes nothing.

    Raises:
        Refused: If the vault is gone or full, or lost changes since the device last looked. The caller rolls back.
    """
    locked = _lock(connection, vault, len(batch.puts) + len(batch.erases))
    if batch.epoch not in (None, locked.epoch):
        raise Refused("epoch_changed", epoch=locked.epoch)
    known = _known(connection, vault, [item.id for item in (*batch.puts, *batch.erases)])
    puts = [(put.id, octets(put.blob), None) for put in batch.puts if put.id not in known]
    early = [(erase.id, None, octets(erase.tag)) for erase in batch.erases if erase.id not in known]
    late = [(erase.id, octets(erase.tag)) for erase in batch.erases if known.get(erase.id) is not None]
    _add(connection, locked, [*puts, *early])
    _erase(connection, locked, late, locked.before + len(puts) + len(early))
    grown = sum(len(blob) for _, blob, _ in puts) - sum(known[record] or 0 for record, _ in late)
    total = replace(locked, records=locked.records + len(puts) + len(early), bytes=locked.bytes + grown)
    if _over(total, quota, bool(puts), grown):
        raise Refused("vault_full")
    seq = locked.before + len(puts) + len(early) + len(late)
    return Pushed(_settle(connection, total, seq), len(late))


def changes(connection: Connection, vault: str, span: Span) -> tuple[list[dict[str, object]], Head, bool]:
    """Return changes after a cursor, where to go on, and whether there are more.

    Raises:
        Refused: If there is no such vault, or the cursor is from a future that a restored backup took back.
    """
    top = head(connection, vault)
    if span.after > top.seq:
        raise Refused("cursor_ahead", epoch=top.epoch)
    items: list[dict[str, object]] = []
    cursor, size, rows = span.after, 0, 1
    while rows and len(items) < span.limit and size < PAGE_BYTES and cursor < top.seq:
        rows = min(CHUNK_ROWS, span.limit - len(items))
        found = connection.execute(_CHANGES, {"vault": vault, "after": cursor, "rows": rows}).all()
        items += [_item(*row) for row in found]
        size += sum(len(row.blob or b"") for row in found)
        cursor, rows = (found[-1].seq, len(found) == rows) if found else (top.seq, 0)
    return items, Head(cursor, top.epoch), cursor < top.seq


def remove(connection: Connection, vault: str) -> None:
    """Delete all of a vault but the fact that it was there.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    locked = _lock(connection, vault, 0)
    connection.execute(delete(RECORD).where(_r.vault == vault))
    connection.execute(update(VAULT).where(_v.id == locked.vault).values(gone=True, records=0, bytes=0))


def holding(connection: Connection, vault: str) -> Holding:
    """Return all that is held of a vault, counted afresh and not taken from the running totals.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    top = head(connection, vault)
    mine = _r.vault == vault
    live, erased, size = connection.execute(
        select(func.count(_r.blob), func.count(_r.tag), func.coalesce(func.sum(func.length(_r.blob)), 0)).where(mine)
    ).one()
    newest = select(_r.blob).where(mine, _r.blob.is_not(None)).order_by(_r.seq.desc()).limit(1)
    sample = connection.execute(newest).scalar_one_or_none() or b""
    return Holding(top, live, erased, size, sample[:SAMPLE_BYTES])


def renew_epochs(connection: Connection) -> int:
    """Tell every vault's devices that changes were lost; return how many vaults there are."""
    return connection.execute(update(VAULT).values(epoch=new_epoch())).rowcount


def new_epoch() -> str:
    """Return a name for one life of a vault's change numbers."""
    return text(secrets.token_bytes(EPOCH_BYTES))


def _lock(connection: Connection, vault: str, ahead: int) -> _Locked:
    row = connection.execute(_LOCK, {"vault": vault, "ahead": ahead}).one_or_none()
    if row is None or row.gone:
        raise Refused("vault_unknown" if row is None else "vault_gone")
    return _Locked(vault, row.seq - ahead, row.epoch, row.records, row.bytes)


def _known(connection: Connection, vault: str, ids: list[str]) -> dict[str, int | None]:
    """Return the ids that are there already, with their size; an erased one has none."""
    return {row[0]: row[1] for row in connection.execute(_KNOWN, {"vault": vault, "ids": ids})}


def _add(connection: Connection, locked: _Locked, records: list[tuple[str, bytes | None, bytes | None]]) -> None:
    rows = [
        {"vault": locked.vault, "id": record, "seq": seq, "blob": blob, "tag": tag}
        for seq, (record, blob, tag) in enumerate(records, locked.before + 1)
    ]
    if rows:
        connection.execute(_ADD, rows)


def _erase(connection: Connection, locked: _Locked, erases: list[tuple[str, bytes]], after: int) -> None:
    rows = [
        {"of": locked.vault, "which": record, "number": seq, "proof": tag}
        for seq, (record, tag) in enumerate(erases, after + 1)
    ]
    if rows:
        connection.execute(_ERASE, rows)


def _over(total: _Locked, quota: Quota, puts: bool, grown: int) -> bool:
    # A full vault still takes what makes it smaller. An erasure of something never put costs a row as well, and must
    # get through even so, or one device's outbox would be stuck; twice the quota only stops a flood of them.
    crowded = total.records > (quota.records if puts else 2 * quota.records)
    return crowded or (grown > 0 and total.bytes > quota.bytes)


def _settle(connection: Connection, total: _Locked, seq: int) -> Head:
    """Give back the numbers that repeats did not use, and keep the totals."""
    values = {"vault": total.vault, "to": seq, "records_now": total.records, "bytes_now": total.bytes}
    connection.execute(_SETTLE, values)
    return Head(seq, total.epoch)


def _item(record: str, seq: int, blob: bytes | None, tag: bytes | None) -> dict[str, object]:
    if blob is None:
        return {"id": record, "seq": seq, "tag": text(tag or b"")}
    return {"id": record, "seq": seq, "blob": text(blob)}
