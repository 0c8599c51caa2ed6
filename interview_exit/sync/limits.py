"""How often is too often: token buckets, kept in the memory of one process and nowhere else."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
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


def network(address: str) -> str:
    """Return what stands for one subscriber: an IPv4 address, or the /64 that an IPv6 address lies in."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or int(parsed) >> 64)
    return str(parsed)


def client_address(peer: str, forwarded: str, proxies: frozenset[str]) -> str:
    """Return who asks: the peer itself, or whom a proxy that we trust names last.

    Args:
        peer: Who opened the connection.
        forwarded: The `X-Forwarded-For` header, where each proxy appends its own peer.
        proxies: The addresses that may be believed.
    """
    chain = [part.strip() for part in forwarded.split(",") if part.strip()]
    while peer in proxies and chain:
        peer = chain.pop()
    return peer
