"""Applies one batch to one vault: the only place where change numbers are handed out.

Order is the point. A write first adds to its vault's `seq`, which locks that row until the commit; so numbers become
visible in the order they were handed out, and a reader that has seen 7 will never be shown a 6 later. A sequence or a
clock hands numbers out before the commit, and lets a reader step over a slow writer's change for ever.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.dialects import sqlite

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import RECORD, VAULT
from interview_exit.sync.storage import Totals, lock
from interview_exit.sync.wire import Batch, octets

_v, _r = VAULT.c, RECORD.c
_this = _v.id == bindparam("vault")
_SETTLE = (
    update(VAULT)
    .where(_this)
    .values(seq=bindparam("to_seq"), records=bindparam("to_records"), bytes=bindparam("to_bytes"))
)
# An id that is there already stays as it is. SQLite is asked row by row, and PostgreSQL, to which it is far, once.
_ADD_ROW = sqlite.insert(RECORD).on_conflict_do_nothing()
_ADD_ROWS = text("""
    INSERT INTO record (vault, id, seq, blob, tag)
    SELECT :vault, * FROM unnest(CAST(:ids AS varchar[]), CAST(:numbers AS bigint[]),
        CAST(:blobs AS bytea[]), CAST(:tags AS bytea[])) ON CONFLICT DO NOTHING
""")
_ADDED = select(_r.seq, func.length(_r.blob)).where(_r.vault == bindparam("vault"), _r.seq > bindparam("after"))
_KNOWN = select(_r.id, func.length(_r.blob)).where(
    _r.vault == bindparam("vault"), _r.id.in_(bindparam("ids", expanding=True))
)
_ERASE = (
    update(RECORD)
    .where(_r.vault == bindparam("of"), _r.id == bindparam("which"))
    .values(seq=bindparam("number"), blob=None, tag=bindparam("proof"))
)


@dataclass(frozen=True)
class Quota:
    """How much one vault may hold."""

    records: int
    bytes: int


@dataclass(frozen=True)
class Pushed:
    """Where the vault stands after a push, and whether something sealed was erased."""

    seq: int
    epoch: str
    erased: bool


@dataclass(frozen=True)
class Row:
    """A row to add: a sealed record, or what is left of one that was erased before it came."""

    id: str
    blob: bytes | None
    tag: bytes | None


@dataclass(frozen=True)
class Done:
    """What a batch really came to, repeats left out."""

    last: int
    # The size of each row that was added; one with only a tag has none.
    added: list[int | None]
    freed: int

    def after(self, before: Totals) -> Totals:
        """Return the totals that it leads to."""
        grown = sum(size or 0 for size in self.added) - self.freed
        return Totals(self.last, before.records + len(self.added), before.bytes + grown)


def push(connection: Connection, vault: str, batch: Batch, quota: Quota) -> Pushed:
    """Apply a batch; what it repeats changes nothing.

    Raises:
        Refused: If the vault is gone or full, or lost changes since the device last looked. The caller rolls back.
    """
    blobs = {put.id: octets(put.blob) for put in batch.puts}
    tags = {erase.id: octets(erase.tag) for erase in batch.erases}
    # As if nothing were repeated, which is nearly always so: then nothing is left to settle.
    items, size = len(blobs) + len(tags), sum(map(len, blobs.values()))
    reserved, epoch = lock(connection, vault, items, size)
    if batch.epoch not in (None, epoch):
        raise Refused("epoch_changed", epoch=epoch)
    before = Totals(reserved.seq - items, reserved.records - items, reserved.bytes - size)
    done = _apply(connection, vault, blobs, tags, before.seq)
    after = done.after(before)
    if _over(after, quota, done):
        raise Refused("vault_full")
    if after != reserved:
        _settle(connection, vault, after)
    return Pushed(after.seq, epoch, bool(done.freed))


def _apply(connection: Connection, vault: str, blobs: dict[str, bytes], tags: dict[str, bytes], seq: int) -> Done:
    known = _known(connection, vault, list(tags))
    new = [Row(record, blob, None) for record, blob in blobs.items()]
    new += [Row(record, None, tag) for record, tag in tags.items() if record not in known]
    doomed = {record: tag for record, tag in tags.items() if known.get(record)}
    last, added = _add(connection, vault, new, seq)
    if doomed:
        last = _erase(connection, vault, doomed, seq + len(new))
    return Done(last, added, sum(known[record] or 0 for record in doomed))


def _known(connection: Connection, vault: str, ids: list[str]) -> dict[str, int | None]:
    """Return those of the ids that are there, with their size; an erased one has none."""
    if not ids:
        return {}
    rows = connection.execute(_KNOWN, {"vault": vault, "ids": ids})
    return {record: size for record, size in rows}  # noqa: C416 - dict() of rows is no dict to a type checker


def _add(connection: Connection, vault: str, new: list[Row], seq: int) -> tuple[int, list[int | None]]:
    """Add what isn't there yet; return the last number used, and the size of each row that was added."""
    if not new:
        return seq, []
    if _insert(connection, vault, new, seq) == len(new):
        return seq + len(new), [None if row.blob is None else len(row.blob) for row in new]
    added = connection.execute(_ADDED, {"vault": vault, "after": seq}).all()
    return max((number for number, _ in added), default=seq), [size for _, size in added]


def _insert(connection: Connection, vault: str, new: list[Row], seq: int) -> int:
    """Return how many were not there yet."""
    if connection.dialect.name == "sqlite":
        rows = [
            {"vault": vault, "id": row.id, "seq": number, "blob": row.blob, "tag": row.tag}
            for number, row in enumerate(new, seq + 1)
        ]
        return connection.execute(_ADD_ROW, rows).rowcount
    columns = {
        "ids": [row.id for row in new],
        "numbers": [*range(seq + 1, seq + len(new) + 1)],
        "blobs": [row.blob for row in new],
        "tags": [row.tag for row in new],
    }
    return connection.execute(_ADD_ROWS, {"vault": vault} | columns).rowcount


def _erase(connection: Connection, vault: str, doomed: dict[str, bytes], seq: int) -> int:
    """Erase records that live; return the last number used."""
    rows = [
        {"of": vault, "which": record, "number": number, "proof": tag}
        for number, (record, tag) in enumerate(doomed.items(), seq + 1)
    ]
    connection.execute(_ERASE, rows)
    return seq + len(rows)


def _over(after: Totals, quota: Quota, done: Done) -> bool:
    # A full vault still takes what adds no row, however full it is. An erasure of something never put costs a row as
    # well, and must get through even so, or one device's outbox would be stuck; twice the quota only stops a flood.
    put = sum(size or 0 for size in done.added)
    crowded = after.records > (quota.records if put else 2 * quota.records)
    return bool(done.added and crowded) or (put > done.freed and after.bytes > quota.bytes)


def _settle(connection: Connection, vault: str, totals: Totals) -> None:
    """Give back what was reserved for repeats."""
    values = {"vault": vault, "to_seq": totals.seq, "to_records": totals.records, "to_bytes": totals.bytes}
    connection.execute(_SETTLE, values)
