"""Takes a request apart, in the order that costs a stranger the most and us the least: who asks, then what."""

import asyncio
from hashlib import sha256
from re import compile as pattern
from secrets import compare_digest
from typing import Final

from starlette.requests import ClientDisconnect, Request

from interview_exit.sync.errors import Refused
from interview_exit.sync.wire import OCTETS_32, octets

BODY_SECONDS = 30.0
# A body that is refused for its size is still read to its end, up to here: many clients only listen once they
# have sent everything, and would otherwise see a broken connection instead of the answer.
DISCARD_BYTES = 64 * 1024 * 1024
SECRET: Final = pattern(OCTETS_32)


def secret_hash(request: Request) -> bytes:
    """Return the hash of the secret that a request carries.

    Raises:
        Refused: If there is none in the right form.
    """
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not SECRET.fullmatch(secret):
        raise Refused("unauthorized")
    return sha256(octets(secret)).digest()


def same(given: bytes, kept: bytes) -> bool:
    """Compare two hashes in a time that tells nothing of either."""
    return compare_digest(given, kept)


async def json_body(request: Request, most: int) -> bytes:
    """Return the body, unread as JSON.

    Raises:
        Refused: If it is something else, too large, too slow or cut off.
    """
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await _read(request, most)
    except TimeoutError:
        raise Refused("body_timeout") from None
    except ClientDisconnect:
        raise Refused("bad_json") from None
    if not _declared_json(request):
        raise Refused("unsupported_type")
    if body is None:
        raise Refused("body_too_large")
    return body


async def _read(request: Request, most: int) -> bytes | None:
    """Return the body, or None if it is larger than it may be."""
    size, chunks = 0, []
    async for chunk in request.stream():
        size += len(chunk)
        if size <= most:
            chunks.append(chunk)
        elif size > DISCARD_BYTES:
            return None
    return b"".join(chunks) if size <= most else None


def _declared_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" and request.headers.get("content-encoding", "identity") == "identity"
