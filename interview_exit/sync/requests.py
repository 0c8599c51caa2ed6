"""Takes a request apart, in the order that costs a stranger the most and us the least: who asks, then what."""

import asyncio
from contextlib import suppress
from hashlib import sha256
from re import compile as pattern
from typing import Final

from starlette.requests import ClientDisconnect, Request

from interview_exit.sync.errors import Refused
from interview_exit.sync.pairings import MESSAGES
from interview_exit.sync.wire import OCTETS_16, OCTETS_32, octets

SECRET: Final = pattern(OCTETS_32)
ID: Final = pattern(OCTETS_16)
MESSAGE_NUMBERS: Final = tuple(str(number) for number in range(1, MESSAGES + 1))


def refuse_foreign(request: Request) -> None:
    """Let pass what was not sent for a page of another site; programs other than browsers name no site.

    Raises:
        Refused: If it was.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    foreign = origin is not None and origin.partition("://")[2] != request.headers.get("host")
    # Behind a proxy that puts a name of its own into Host every origin looks foreign; the newer header knows better.
    # Older browsers do not send it, nor does any without HTTPS.
    if site not in {"same-origin", "none"} if site else foreign:
        raise Refused("foreign_origin")


def secret_hash(request: Request) -> bytes:
    """Return the hash of the secret that a request carries.

    Raises:
        Refused: If there is none in the right form.
    """
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise Refused("unauthorized")
    return hash_of(secret)


def hash_of(secret: str) -> bytes:
    """Return the hash of a secret.

    Raises:
        Refused: If no secret has this form.
    """
    if not SECRET.fullmatch(secret):
        raise Refused("unauthorized")
    return sha256(octets(secret)).digest()


def vault_id(vault: str) -> str:
    """Return a vault's id as it was given.

    Raises:
        Refused: If no vault can have that id; PostgreSQL would fail at a text with a NUL.
    """
    if not ID.fullmatch(vault):
        raise Refused("vault_unknown")
    return vault


def pairing_id(pairing: str) -> str:
    """Return a pairing's id as it was given.

    Raises:
        Refused: If no pairing can have that id.
    """
    if not ID.fullmatch(pairing):
        raise Refused("pairing_unknown")
    return pairing


def message_number(number: str) -> int:
    """Return which of a pairing's messages is meant.

    Raises:
        Refused: If there is none of that number.
    """
    if number not in MESSAGE_NUMBERS:
        raise Refused("not_found")
    return int(number)


def has_body(request: Request) -> bool:
    """Return whether a request that may do without a body has one."""
    return request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers


async def json_body(request: Request, most: int, seconds: float) -> bytes:
    """Return the body, not yet looked into.

    Args:
        request: Where it comes from.
        most: How many bytes it may have.
        seconds: How long it may take.

    Raises:
        Refused: If it is something else, too large, too slow or cut off.
    """
    if not _declared_json(request):
        raise Refused("unsupported_type")
    try:
        async with asyncio.timeout(seconds):
            return await _read(request, most)
    except TimeoutError:
        raise Refused("body_timeout") from None
    except ClientDisconnect:
        raise Refused("bad_json") from None


async def discard(request: Request, most: int, seconds: float) -> None:
    """Let in what is left of a refused request, within limits, and throw it away.

    Many clients only listen once they have sent everything: they would see a broken connection instead of the answer.
    """
    size = 0
    # RuntimeError: there is nothing left.
    with suppress(TimeoutError, ClientDisconnect, RuntimeError):
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most:
                    return


async def _read(request: Request, most: int) -> bytes:
    size, chunks = 0, list[bytes]()
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise Refused("body_too_large")
        chunks.append(chunk)
    return b"".join(chunks)


def _declared_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" and request.headers.get("content-encoding", "identity") == "identity"
