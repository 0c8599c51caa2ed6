"""The backend is where the page came from.

Reflex bakes the address that it was built with into the site. A site that is built once, and then served under any
name and on any port, has to look where it is; the policy allows no other origin anyway.
"""

import re
from pathlib import Path

CHUNK = "assets/reflex-env-*.js"
BAKED = re.compile(r"([`\"'])(?:http|ws)s?://[^/`\"']+(/[\w-]+)\1")
# Where pages are prerendered there is no location, and nothing is asked of a backend.
HERE = r"((globalThis.location?.origin??`http://localhost`)+`\2`)"


def same_origin(static_dir: Path) -> None:
    """Let the built site ask its own origin.

    Raises:
        ValueError: If Reflex no longer keeps its addresses in a file of their own.
    """
    chunks = list(static_dir.glob(CHUNK))
    baked = [BAKED.subn(HERE, chunk.read_text(encoding="utf-8")) for chunk in chunks]
    if not any(count for _, count in baked):
        msg = f"no address of a backend in {CHUNK}: adapt {__name__}"
        raise ValueError(msg)
    for chunk, (source, _) in zip(chunks, baked, strict=True):
        chunk.write_text(source, encoding="utf-8")
