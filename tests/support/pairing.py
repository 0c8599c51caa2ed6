"""The pairing of docs/protocol.md, "Adding a device", written from that page alone: what another client would do."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from functools import cached_property

import zxingcpp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image, ImageDraw

from tests.support.sealing import raw, text

SALT = b"interview-exit/pairing/1"
PIXELS = 4


@dataclass
class Pair:
    """The keys of one device for one pairing."""

    pairing: bytes
    giving: bool
    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    theirs: bytes = b""

    @cached_property
    def key(self) -> bytes:
        return self.secret.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def fragment(self) -> str:
        """Return what the link of this device says."""
        return text(self.pairing + hashlib.sha256(SALT + self.pairing + self.key).digest())

    @property
    def number(self) -> str:
        return f"{int.from_bytes(self._derive(b'number', 8)) % 1_000_000:06}"

    @property
    def proof(self) -> bytes:
        return self._derive(b"proof", 16)

    def seal(self, plain: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + self._sealing.encrypt(nonce, plain, SALT + self.pairing)

    def open(self, sealed: bytes) -> bytes:
        return self._sealing.decrypt(sealed[:12], sealed[12:], SALT + self.pairing)

    @property
    def _sealing(self) -> AESGCM:
        return AESGCM(self._derive(b"seal", 32))

    def _derive(self, purpose: bytes, length: int) -> bytes:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.theirs)
        both = self.key + self.theirs if self.giving else self.theirs + self.key
        info = purpose + self.pairing + both
        return HKDF(SHA256(), length, SALT, info).derive(self.secret.exchange(ec.ECDH(), theirs))


def giver() -> Pair:
    """Return a device that shows a code."""
    return Pair(secrets.token_bytes(16), giving=True)


def joiner(fragment: str) -> tuple[Pair, bytes]:
    """Return a device that has scanned a code, and the commitment that it found in it."""
    said = raw(fragment)
    assert len(said) == 48
    return Pair(said[:16], giving=False), said[16:]


def fits(pairing: bytes, key: bytes, commitment: bytes) -> bool:
    """Return whether a key is the one of a commitment."""
    return hashlib.sha256(SALT + pairing + key).digest() == commitment


def scanned(box: str, path: str) -> str:
    """Return what a camera reads in a drawn code."""
    least, _, size, _ = (int(each) for each in box.split())
    picture = Image.new("L", (size * PIXELS, size * PIXELS), 255)
    draw = ImageDraw.Draw(picture)
    for found in re.finditer(r"M(\d+) (\d+)h1v1h-1z", path):
        x, y = ((int(each) - least) * PIXELS for each in found.groups())
        draw.rectangle([x, y, x + PIXELS - 1, y + PIXELS - 1], fill=0)
    [code] = zxingcpp.read_barcodes(picture)
    return code.text
