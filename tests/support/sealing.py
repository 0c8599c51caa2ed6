"""The keys and sealed records of docs/protocol.md, written from that page alone: what another client would do."""

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SALT = b"interview-exit/vault/1"
NAME = b"interview-exit/vault/2"
SIZES = (256, 512, 1024, 2048, 4096)


def text(raw: bytes) -> str:
    """Spell bytes as they travel."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def raw(spelled: str) -> bytes:
    """Read bytes as they travel."""
    return urlsafe_b64decode(spelled + "=" * (-len(spelled) % 4))


def some_id() -> str:
    """Return a fresh id."""
    return text(secrets.token_bytes(16))


class Keys:
    """What twelve words lead to; with `first` in version 1 of the protocol."""

    def __init__(self, entropy: bytes, *, first: bool = False) -> None:
        def derive(info: bytes, length: int) -> bytes:
            return HKDF(SHA256(), length, SALT, info).derive(entropy)

        self.entropy = entropy
        self.auth = text(derive(b"auth", 32))
        named = hashlib.sha256(NAME + raw(self.auth_hash)).digest()[:15]
        self.vault = text(derive(b"vault-id", 16) if first else named)
        self._seal, self._erase = AESGCM(derive(b"seal", 32)), derive(b"erase", 32)

    @property
    def auth_hash(self) -> str:
        return text(hashlib.sha256(raw(self.auth)).digest())

    def seal(self, record: dict[str, Any], place: str = "") -> str:
        """Seal a record for its own place, or for another."""
        plain = json.dumps(record).encode()
        size = next((each for each in SIZES if len(plain) <= each), -(-len(plain) // 4096) * 4096)
        nonce = secrets.token_bytes(12)
        return text(b"\x01" + nonce + self._seal.encrypt(nonce, plain.ljust(size), self._bound(place or record["id"])))

    def open(self, record: str, blob: str) -> dict[str, Any]:
        """Open a blob; raises if it belongs elsewhere."""
        sealed = raw(blob)
        assert sealed[0] == 1
        return json.loads(self._seal.decrypt(sealed[1:13], sealed[13:], self._bound(record)))

    def tag(self, record: str) -> str:
        return text(hmac.digest(self._erase, raw(record), "sha256")[:16])

    def _bound(self, record: str) -> bytes:
        return f"ie1|{self.vault}|{record}".encode("ascii")
