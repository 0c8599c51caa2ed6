"""What the about page says: settings, honest limits, where things are kept."""

from interview_exit import __version__

WHAT = (
    "In an interview, tap what happens. It suggests what to do, gives you the words, and keeps a private log.",
    "It helps you think. It doesn’t score you or them, and it decides nothing: you can overrule all it suggests.",
)

DISCREET = "Discreet wording: neutral topic words on the flags"
PAUSE_SECONDS = "Length of the pause"
PAUSE_CHOICES = {"5": "5 seconds", "7": "7 seconds", "10": "10 seconds"}
COVER_SECONDS = "Cover when idle"
COVER_CHOICES = {"0": "never", "20": "after 20 seconds", "60": "after a minute", "180": "after three minutes"}
COVER_HINT = "Show on the cover how to get back (it switches itself off once you have)"
TICKS = "Vibrate each second of the pause, where the phone can (a buzz on a table can be heard)"
TEL = "A number to call when you feel unsafe: a friend, or your country’s emergency number"
TEL_HINT = "Digits and spaces, with a plus in front if you like."
TEL_REFUSED = (
    "This number can’t be called, so it wasn’t saved. Enter one number, three digits or more, without letters."
)
SHORTCUTS = "Press Shift three times to cover the screen"

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

LIMITS = (
    "It isn’t an emergency service. In danger, call your country’s emergency number, or go where there are people.",
    "It records no sound or video: in many places that’s illegal without consent, and it changes how you listen.",
    "The cover is a real notepad. Somebody holding your unlocked phone can still get behind it.",
    "The pause is there to let you think. Nobody can promise what it does to the others in the room.",
    "It gives no legal advice, and never says that a question is illegal.",
)

VERSION = f"Version {__version__}"
LICENCES = "Licences of what it is made of"

DATA = (
    (
        "Everything you tap and write stays in this browser, on this device. There is no account, and nothing at all "
        "is sent during an interview. If you switch sync on, your other devices get it too, through a server that "
        "can’t read it."
    ),
    (
        "Clearing the browser’s data erases it. So may a browser that runs out of space, unless the app is on the home "
        "screen."
    ),
)
