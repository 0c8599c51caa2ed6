"""Applies one batch to one vault: the only place where change numbers are handed out.

Order is the point. A write first adds to its vault's `seq`, which locks that row until the commit; so numbers become
visible in the order they were handed out, and a reader that has seen 7 will never be shown a 6 later. A sequence or a
clock hands numbers out before the commit, and lets a reader step over a slow writer's change for ever.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, insert, select, update

from interview_exit.sync.errors import Refused
from interview_exit.sync.models import RECORD, VAULT
from interview_exit.sync.wire import Batch, octets

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
_SETTLE = (
    update(VAULT)
    .where(_this)
    .values(seq=bindparam("to_seq"), records=bindparam("to_records"), bytes=bindparam("to_bytes"))
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
class Totals:
    """A vault's running totals."""

    seq: int
    records: int
    bytes: int


@dataclass(frozen=True)
class Changes:
    """What a batch really changes, repeats left out."""

    puts: list[tuple[str, bytes]]
    # Erasures of what lives here, and of what was never put here.
    late: list[tuple[str, bytes]]
    early: list[tuple[str, bytes]]
    grown: int

    def after(self, before: Totals) -> Totals:
        """Return the totals that they lead to."""
        added = len(self.puts) + len(self.early)
        return Totals(before.seq + added + len(self.late), before.records + added, before.bytes + self.grown)


def push(connection: Connection, vault: str, batch: Batch, quota: Quota) -> Pushed:
    """Apply a batch; what it repeats changes nothing.

    Raises:
        Refused: If the vault is gone or full, or lost changes since the device last looked. The caller rolls back.
    """
    blobs = {put.id: octets(put.blob) for put in batch.puts}
    tags = {erase.id: octets(erase.tag) for erase in batch.erases}
    # As if nothing were repeated, which is nearly always so: then one statement does.
    items, size = len(blobs) + len(tags), sum(map(len, blobs.values()))
    reserved, epoch = lock(connection, vault, items, size)
    if batch.epoch not in (None, epoch):
        raise Refused("epoch_changed", epoch=epoch)
    before = Totals(reserved.seq - items, reserved.records - items, reserved.bytes - size)
    changes = _compare(connection, vault, blobs, tags)
    after = changes.after(before)
    if _over(after, quota, changes):
        raise Refused("vault_full")
    _write(connection, vault, changes, before.seq)
    if after != reserved:
        _settle(connection, vault, after)
    return Pushed(after.seq, epoch, bool(changes.late))


def lock(connection: Connection, vault: str, items: int = 0, size: int = 0) -> tuple[Totals, str]:
    """Hold a vault's row until the transaction ends, and reserve what is needed; return the new totals and the epoch.

    Raises:
        Refused: If there is no such vault, or not any more.
    """
    row = connection.execute(_LOCK, {"vault": vault, "items": items, "size": size}).one_or_none()
    if row is None or row.gone:
        raise Refused("vault_unknown" if row is None else "vault_gone")
    return Totals(row.seq, row.records, row.bytes), row.epoch


def _compare(connection: Connection, vault: str, blobs: dict[str, bytes], tags: dict[str, bytes]) -> Changes:
    # The size of each that is there already; an erased one has none.
    rows = connection.execute(_KNOWN, {"vault": vault, "ids": [*blobs, *tags]})
    known = {record: size for record, size in rows}  # noqa: C416 - dict() of rows is no dict to a type checker
    late = [(record, tag) for record, tag in tags.items() if known.get(record) is not None]
    puts = [(record, blob) for record, blob in blobs.items() if record not in known]
    return Changes(
        puts=puts,
        late=late,
        early=[(record, tag) for record, tag in tags.items() if record not in known],
        grown=sum(len(blob) for _, blob in puts) - sum(known[record] for record, _ in late),
    )


def _over(after: Totals, quota: Quota, changes: Changes) -> bool:
    # A full vault still takes what makes it smaller. An erasure of something never put costs a row as well, and must
    # get through even so, or one device's outbox would be stuck; twice the quota only stops a flood of them.
    crowded = after.records > (quota.records if changes.puts else 2 * quota.records)
    return crowded or (changes.grown > 0 and after.bytes > quota.bytes)


def _write(connection: Connection, vault: str, changes: Changes, seq: int) -> None:
    new = [(record, blob, None) for record, blob in changes.puts]
    new += [(record, None, tag) for record, tag in changes.early]
    added = [
        {"vault": vault, "id": record, "seq": number, "blob": blob, "tag": tag}
        for number, (record, blob, tag) in enumerate(new, seq + 1)
    ]
    erased = [
        {"of": vault, "which": record, "number": number, "proof": tag}
        for number, (record, tag) in enumerate(changes.late, seq + len(new) + 1)
    ]
    for statement, rows in ((_ADD, added), (_ERASE, erased)):
        if rows:
            connection.execute(statement, rows)


def _settle(connection: Connection, vault: str, totals: Totals) -> None:
    """Give back what was reserved for repeats, so that numbers have no gaps."""
    connection.execute(
        _SETTLE,
        {"vault": vault, "to_seq": totals.seq, "to_records": totals.records, "to_bytes": totals.bytes},
    )
