"""What the settings are called, each with one sentence on what it does."""

SCREEN = "What others can see"
DISCREET = "Discreet wording"
DISCREET_HINT = "Neutral words, so that a glance at the screen gives nothing away."
LINE_STAYS = "Keep the words to say in view"
LINE_STAYS_HINT = "For discreet wording, which otherwise shows them when you tap “Line”."
COVER_SECONDS = "Cover when idle"
COVER_CHOICES = {"0": "never", "20": "after 20 seconds", "60": "after a minute", "180": "after three minutes"}
COVER_LINE = "Show on the cover how to get back"
COVER_LINE_HINT = "It switches itself off once you have got back."
COVER_HINT = "A notepad comes up when you haven’t touched the screen for a while."
SHORTCUTS = "Press Shift three times to cover the screen"
SHORTCUTS_HINT = "For a laptop, or a phone with a keyboard."

PAUSE = "The pause"
PAUSE_SECONDS = "Length of the pause"
PAUSE_CHOICES = {"5": "5 seconds", "7": "7 seconds", "10": "10 seconds"}
PAUSE_HINT = "How long the screen stays dark while you think."
TICKS = "Vibrate each second of the pause"
TICKS_HINT = "Only where the phone can. A buzz on a table can be heard."

SAFETY = "If you feel unsafe"
TEL = "A number to call"
TEL_HINT = (
    "A friend, or your country’s emergency number: one tap away when you feel unsafe. Digits and spaces, with a plus "
    "in front if you like."
)
TEL_REFUSED = (
    "This number can’t be called, so it wasn’t saved. Enter one number, three digits or more, without letters."
)

INSTALL_TITLE = "Add to the home screen"
INSTALL = (
    "The name and icon on the home screen can’t be changed later, so choose them first. A neutral name hides the "
    "app from a glance, not from somebody who opens it."
)
IDENTITIES = {"notes": "Notes", "exit": "Exit", "timer": "Timer"}
DESCRIPTION = "Short notes, kept on this device."
PICTURE_FLAGS = "Tap what you notice"
PICTURE_WORDS = "Read what to say"
NO_SECURE_ADDRESS = (
    "Is there none? Whoever runs the server gets one with “make phone”, for phones in the same network, or by putting "
    "a web server in front."
)
INSTALL_NOW = "Add to the home screen"
INSTALL_BY_HAND = "Use “Add to Home Screen” or “Install” in the browser’s menu."
INSTALLED = "It’s on this device’s home screen."

MORE = "More"
DATA = "Your data"
DATA_HINT = "save a copy, restore one, erase"
ABOUT = "About"
ABOUT_HINT = "what it is, its limits, its licence"
