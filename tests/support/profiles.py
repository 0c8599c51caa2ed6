"""Looking for a secret in the files of a browser's profile."""

from pathlib import Path

from tests.support.sealing import text

OURS = "indexeddb"
"""Where the app itself keeps the words on purpose (outbox.js), so that a device can be added years later."""


def spellings(secret: bytes) -> dict[str, bytes]:
    """Return what bytes may look like in a file."""
    written = [text(secret), secret.hex(), secret.hex().upper(), str(list(secret)), ",".join(map(str, secret))]
    return {"raw": secret} | in_files(*written)


def in_files(*written: str) -> dict[str, bytes]:
    """Return what texts may look like in a file."""
    codings = ("utf-8", "utf-16-le", "utf-16-be")
    return {f"{each} in {coding}": each.encode(coding) for each in written for coding in codings}


def found(profile: Path, looked_for: dict[str, bytes]) -> list[str]:
    """Return which of it is in which file of a browser's profile, in a name or in the content."""
    files = [file for file in profile.rglob("*") if file.is_file() and OURS not in str(file).lower()]
    assert len(files) > 20, "a search that would find nothing"
    return [
        f"{name}: {file.relative_to(profile)}"
        for file in files
        for name, spelled in looked_for.items()
        if spelled in file.read_bytes() or spelled in bytes(file)
    ]
