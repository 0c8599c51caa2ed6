"""Lets Reflex's runtime go on where a browser refuses its storage: when a disk is full, or site data are blocked.

It notes a colour scheme and a token there, neither of which this site needs; refused, it would take the page down.
"""

import re

GUARDED_FILES = ("utils/react-theme.js", "utils/state.js")
USE = re.compile(r"\b(?:window\.)?(localStorage|sessionStorage)\.(getItem|setItem|removeItem)\(")
GUARD = """
function guardedStorage(storage, act, ...given) {
  try {
    return globalThis[storage][act](...given);
  } catch {
    return null;
  }
}
"""


def guard_storage(source: str) -> str:
    """Return one of those files with each use of a storage guarded; Reflex keeps some, so it may have been here before.

    Raises:
        ValueError: If there is none: the runtime has changed.
    """
    if GUARD in source:
        return source
    guarded, uses = USE.subn(r'guardedStorage("\1", "\2", ', source)
    if not uses:
        raise ValueError(f"no use of a storage in Reflex's runtime: adapt GUARDED_FILES in {__name__}")
    return guarded + GUARD
