"""What the page about the server says."""

TITLE = "What the server sees"
WHAT = (
    "Everything the server holds under your recovery phrase, in its own words. You don’t have to take our word for it."
)
OFF = "Nothing. Sync is off, so nothing of yours has ever been sent."
PAUSED = "An interview is under way. Nothing is sent or asked until it’s over."
ASKING = "Asking the server …"
FAULTS = {
    "unreachable": "There’s no connection to the server.",
    "not-ours": "Something between you and the server answered instead, such as a Wi-Fi sign-in page.",
    "sign-in": "Something in front of the server asks you to sign in first.",
    "gateway": "The server can’t be reached right now. Something in front of it answered instead.",
    "unauthorized": "The server refuses this recovery phrase.",
    "too_many_requests": "The server is busy. Try again in a moment.",
    "vault_unknown": "Nothing yet: this device hasn’t reached it since sync was switched on.",
    "vault_gone": "Nothing any more. The copy was deleted; the server only remembers that there was one.",
}
FAULT = "The server didn’t answer as it should."
STOPPED = "This page has stopped asking."
AGAIN = "Ask again"

NAME = "What it calls you"
NAME_HINT = "Derived from your recovery phrase. No name, no e-mail address, no account."
LIVE = "Sealed records"
LIVE_HINT = "Taps, notes, settings, and one that says how many there are: from outside they all look alike."
ERASED = "Erased records"
ERASED_HINT = "Empty rows, so that your other devices learn of it."
SIZE = "Total bytes"
SIZE_HINT = "Each record is padded, so its length gives almost nothing away."
CHANGES = "Changes so far"
CHANGES_HINT = "One number for each change, in the order they arrived. No times are kept."
SAMPLE = "The newest record, as the server holds it"
SAMPLE_HINT = "Its first 64 bytes. Without your recovery phrase they’re noise, to us as well."

CANNOT_TITLE = "What it can and can’t do"
CANNOT = (
    "It can see that somebody under this name is asking, from which network address and when, but it keeps no record "
    "of that beyond what this page shows. It can’t read, change, swap or erase an entry without your devices noticing. "
    "It could lose entries, or hold them back. A backup of your own protects you from that."
)
RETENTION = "For that it notes the month in which this history was last asked for, and no other time."
OPEN = (
    "While this page is open it asks twice a second whether anything has changed, and shows what your other "
    "devices send within two seconds. Other pages ask once a minute."
)
BACK = "Other devices"
