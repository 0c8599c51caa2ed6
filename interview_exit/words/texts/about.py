"""What the about page says: what it is, its honest limits, where things are kept, its licence."""

from interview_exit import __version__

WHAT = (
    "In an interview, tap what happens. It suggests what to do, gives you the words, and keeps a private log.",
    "It helps you think. It doesn’t score you or them, and it decides nothing: you can overrule all it suggests.",
)

LIMITS = (
    "It isn’t an emergency service. In danger, call your country’s emergency number, or go where there are people.",
    "Leaving can have consequences it can’t know about: for your benefits, a referral, or a contract with an agency.",
    "It gives no legal advice, and never says that a question is illegal.",
    "It records no sound or video: in many places that’s illegal without consent, and it changes how you listen.",
    "The cover is a real notepad. Somebody holding your unlocked phone can still get behind it.",
    "If you share your screen, others can see this app like any other window. Keep it on another device.",
    "The pause is there to let you think. Nobody can promise what it does to the others in the room.",
)

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

LICENCE_TITLE = "Licence"
LICENCE = "Free software under the Apache License 2.0: use it, change it and pass it on."
LICENCES = "Licences of what it is made of"
VERSION = f"Version {__version__}"
