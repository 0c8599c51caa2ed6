"""Whose a vault is, in version 2 of the protocol: its id follows from its secret.

In version 1 a device chose both, so that whoever had come across an id could tell by the answers whether there is such
a vault, and take the id for themselves when a server had lost its data. Here an id is a hash of the secret's hash. A
request that does not carry the secret behind its id is refused before anything is looked up, so a stranger gets one
answer whether the vault is there, was deleted, or never was; and nobody can create it but its devices.

Ids of version 2 have 15 bytes, those of version 1 have 16: no request of version 1 can name, or take, a vault of
version 2.
"""

from hashlib import sha256
from secrets import compare_digest
from typing import Final

from interview_exit.sync.errors import Refused
from interview_exit.sync.wire import text

ID_BYTES: Final = 15
PURPOSE: Final = b"interview-exit/vault/2"


def id_of(auth_hash: bytes) -> str:
    """Return the id of the vault whose secret has this hash."""
    return text(sha256(PURPOSE + auth_hash).digest()[:ID_BYTES])


def owned(vault: str, auth_hash: bytes) -> str:
    """Return a vault's id as it was given, if it is the one that the secret leads to.

    Raises:
        Refused: If it is another's, or no id at all.
    """
    if not compare_digest(vault.encode(), id_of(auth_hash).encode()):
        raise Refused("unauthorized")
    return vault
