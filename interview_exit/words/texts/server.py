"""What the page about the server says."""

TITLE = "What the server sees"
WHAT = (
    "Everything that the server holds under your words, as it says itself. You can check the promise here instead of "
    "believing it."
)
OFF = "Nothing. Sync is off, so nothing of yours has ever been sent."
PAUSED = "An interview is live: until it has ended, nothing is sent and nothing is asked."
ASKING = "Asking the server…"
FAULTS = {
    "unreachable": "There is no connection to the server.",
    "not-ours": "Something between you and the server answered instead, such as a Wi-Fi sign-in page.",
    "sign-in": "Something in front of the server asks you to sign in first.",
    "gateway": "The server can’t be reached just now. What stands in front of it answered instead.",
    "unauthorized": "The server refuses these words.",
    "too_many_requests": "The server asks for a little patience.",
    "vault_unknown": "It holds nothing yet: this device has not reached it since sync was switched on.",
    "vault_gone": "Nothing any more. The copy was deleted, and the server remembers only that it was there.",
}
FAULT = "The server did not answer as it should."
STOPPED = "This page has stopped asking."
AGAIN = "Ask again"

NAME = "What it calls you"
NAME_HINT = "Made from your words. No name, no address, no account."
LIVE = "Sealed records"
LIVE_HINT = "Taps, notes, settings, and one that says how many there are: from outside they all look alike."
ERASED = "Erased ones"
ERASED_HINT = "Empty rows, so that your other devices learn of it."
SIZE = "Bytes in all"
SIZE_HINT = "Each record is padded, so that its length tells next to nothing."
CHANGES = "Changes so far"
CHANGES_HINT = "A number for each change, in the order they came. No times are kept."
SAMPLE = "The newest record, as the server has it"
SAMPLE_HINT = "Its first 64 bytes. Without your words they are noise, to us too."

CANNOT_TITLE = "What it can do, and cannot"
CANNOT = (
    "It can see that somebody with this name asks, from which network address and when, while it answers; it keeps no "
    "note of it beyond what this page shows. It cannot read, change, swap or erase a record: your devices would "
    "notice. It could lose them, or keep them back. A copy of your own is on the safe side of that."
)
RETENTION = "For that it notes the month in which this history was last asked for, and no other time."
OPEN = (
    "While this page is on the screen it asks twice a second whether anything has changed, and shows what your other "
    "devices send within two seconds. Other pages ask once a minute."
)
BACK = "Other devices"
