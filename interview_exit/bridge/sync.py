"""Other devices, and what the server holds."""

from typing import TypedDict

from interview_exit.bridge.doorway import Call, Module, Value


class LateEntries(TypedDict):
    """What was written elsewhere to an interview that is erased."""

    id: str
    day: str
    entries: int


class Code(TypedDict):
    """A QR code as an SVG's view box and path."""

    box: str
    path: str


class Status(Module, path="sync/status", reader="use-standing"):
    """How sync stands: whether it is on, and whether all is in step."""

    ready: Value[bool]
    on: Value[bool]
    status: Value[str]
    reason: Value[str]
    waiting: Value[int]
    stuck: Value[int]
    unopened: Value[int]
    refused: Value[int]
    shown: Value[str]
    late: Value[int]
    at: Value[str]
    retention: Value[int]
    resent: Value[bool]
    received: Value[int]
    sent: Value[int]
    to_send: Value[int]


class Devices(Module, path="sync/devices", reader="use-devices"):
    """Switching sync on, joining other devices, changing the words, leaving."""

    step: Value[str]
    words: Value[list[str]]
    asked: Value[list[int]]
    fault: Value[str]
    at: Value[int]
    undone: Value[str]
    busy: Value[bool]
    late: Value[list[LateEntries]]
    make_words: Call[()]
    ask_back: Call[()]
    show_again: Call[()]
    prove: Call[()]
    ask_words: Call[()]
    type_words: Call[str]
    join: Call[()]
    type_code: Call[str]
    give_code: Call[()]
    cancel: Call[()]
    sync_now: Call[()]
    answer: Call[int, str]
    """Type the word at a place."""
    leave: Call[bool]
    """Sync no longer, and delete the server's copy or leave it there."""
    keep_late: Call[str]
    """Keep what was written to an erased interview."""
    erase_late: Call[str]
    """Erase it, too."""


class Pairing(Module, path="sync/pairing", reader="use-devices"):
    """Adding a device by a code: two screens, one number, and a person who compares."""

    step: Value[str]
    code: Value[Code | None]
    number: Value[str]
    fault: Value[str]
    again: Value[bool]
    type_number: Call[str]
    prove_number: Call[()]
    try_again: Call[()]
    stop: Call[()]


class PhraseReveal(Module, path="sync/phrase-reveal", reader="use-devices"):
    """The words of this device's vault on the screen, for a while."""

    words: Value[list[str]]
    failed: Value[bool]
    hide: Call[()]


class HeldControls(Module, path="base/held-controls", reader="use-devices"):
    """Controls of the page about other devices that are held, each by its name."""

    holding: Value[str]
    armed: Value[str]


class ServerContents(Module, path="sync/server-contents", reader="use-holding"):
    """What the server holds, while the page about it is shown."""

    phase: Value[str]
    known: Value[bool]
    fault: Value[str]
    vault: Value[str]
    live: Value[int]
    erased: Value[int]
    bytes: Value[int]
    seq: Value[int]
    retention: Value[int]
    sample: Value[str]
    again: Call[()]
