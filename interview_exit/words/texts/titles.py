"""What each page is called: in a tab, in the browser's history, and by a screen reader when it opens.

Apart from each other, and no more: the first word is the app's name, and none says what the notes are about.
"""

NAME = "Notes"
"""The name of the default identity; another one's goes in its place (assets/client/app/install.js)."""

HISTORY = f"{NAME} – list"
ENTRY = f"{NAME} – one entry"
CARD = f"{NAME} – by name"
PREPARE = f"{NAME} – plan"
DEBRIEF = f"{NAME} – looking back"
DEVICES = f"{NAME} – devices"
SERVER = f"{NAME} – server"
SETTINGS = f"{NAME} – settings"
ABOUT = f"{NAME} – about"
INSIGHTS = f"{NAME} – overview"
DATA = f"{NAME} – copies"
PRINT = f"{NAME} – print"
MISSING = f"{NAME} – nothing here"
