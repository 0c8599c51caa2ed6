"""What the about page says: settings, honest limits, where things are kept."""

from interview_exit import __version__

WHAT = (
    "In an interview, tap what happened. It says which way forward fits, gives you the words, and keeps a private log.",
    "It helps you think. It scores nobody, you least of all, and it decides nothing: every answer can be overruled.",
)

DISCREET = "Discreet wording: neutral topic words on the flags"
PAUSE_SECONDS = "Length of the pause"
PAUSE_CHOICES = {"5": "5 seconds", "7": "7 seconds", "10": "10 seconds"}
COVER_SECONDS = "Put the notepad in front when nothing is touched"
COVER_CHOICES = {"0": "never", "20": "after 20 seconds", "60": "after a minute", "180": "after three minutes"}
TICKS = "Buzz each second of the pause, where the phone can (a buzz on a table can be heard)"
TEL = "A number to call when you feel unsafe: a friend, or your country’s emergency number"
TEL_HINT = "Digits and spaces, with a plus in front if you like."
TEL_REFUSED = "This can’t be called, so it isn’t kept. Write one number, three digits or more, without letters."
SHORTCUTS = "Shift three times puts the notepad in front"

INSTALL = (
    "The name and the icon on the home screen cannot be changed afterwards, so choose them first. A neutral name "
    "hides the app from a glance, not from somebody who opens it."
)
IDENTITIES = {"notes": "Notes", "exit": "Exit", "timer": "Timer"}
DESCRIPTION = "Short notes, kept on this device."
PICTURE_FLAGS = "Tap what you notice"
PICTURE_WORDS = "Read what to say"
NO_SECURE_ADDRESS = (
    "Is there none? Whoever runs the server gets one with “make phone”, for phones in the same network, or by putting "
    "a web server in front."
)
INSTALL_NOW = "Put it on the home screen"
INSTALL_BY_HAND = "Use “Add to Home Screen” or “Install” in the browser’s menu."
INSTALLED = "It is on this device’s home screen."

LIMITS = (
    "It is no emergency service. In danger call your country’s number, or go toward people.",
    "It records no sound and no picture: in many places you may not without asking, and it changes how you listen.",
    "The notepad in front is a real notepad. Somebody who holds your unlocked phone can still get behind it.",
    "The pause is for your own thinking. What it does to the others in the room, nobody can promise.",
    "It gives no legal advice and calls no question illegal.",
)

VERSION = f"Version {__version__}"
LICENCES = "Licences of what it is made of"

DATA = (
    (
        "All that you tap and write stays in this browser on this device. There is no account, and while an interview "
        "runs nothing at all is sent. If you ask for it, your other devices get it too, by way of a server that cannot "
        "read it."
    ),
    (
        "Clearing the browser’s data erases it. So may a browser that runs out of room, unless the app is on the home "
        "screen."
    ),
)
