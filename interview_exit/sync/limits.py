"""How often is too often: token buckets, kept in the memory of one process and nowhere else."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil
from time import monotonic

REMEMBERED = 20_000


@dataclass
class Bucket:
    """What one key may still do, and when that was last worked out."""

    tokens: float
    at: float


class Allowance:
    """So many acts, or bytes, per period and key; unused ones are saved up to one period's worth.

    Keys are kept as a hash with a key of this process, so that not even a picture of its memory tells addresses.
    """

    def __init__(self, acts: int, seconds: float) -> None:
        self._most = float(acts)
        self._per_second = acts / seconds
        self._secret = secrets.token_bytes(16)
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()

    def take(self, key: str, amount: int = 1, now: float | None = None) -> int:
        """Use some up; return 0, or in how many seconds there will be enough."""
        now = monotonic() if now is None else now
        bucket = self._bucket(key, now)
        bucket.tokens = min(self._most, bucket.tokens + (now - bucket.at) * self._per_second)
        bucket.at = now
        if bucket.tokens < amount:
            return max(1, ceil((amount - bucket.tokens) / self._per_second))
        bucket.tokens -= amount
        return 0

    def _bucket(self, key: str, now: float) -> Bucket:
        name = blake2b(key.encode(), key=self._secret, digest_size=16).digest()
        bucket = self._buckets.setdefault(name, Bucket(self._most, now))
        self._buckets.move_to_end(name)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket
