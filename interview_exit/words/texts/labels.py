"""What controls, headings and messages are called: every visible word that is not something to say.

The words to say are in phrases.py, the flags' in flags.py. A second language is one more such file.
"""

# The bar and the head of the live screen
PAUSE = "Pause"
WORDS = "Words"
COVER = "Cover"
MORE = "More"
END = "End"
BACK = "Back"
HISTORY = "History"
PREPARE = "Prepare"
ABOUT = "About"
DISCREET = "Aa"
DISCREET_LONG = "Discreet wording"
UNDO = "Undo"
AGAIN = "Again"
AGAIN_LONG = ": did it happen again?"
CANCEL = "Cancel"
WHY = "Why"
WHY_LONG = "Why this way"
MINUTES = "min"
OWN_FLAGS = "My own"
ABOUT_LEFT = "about"
MINUTES_LEFT = "min left"
PAST_END = "past the planned end"
HARD_NO = ", my hard no"
FLAGS_LONG = "What happened"
YOU_CHOSE = "your choice"
MAIN_BAR = "Main"
VERDICT = "Way forward"

# The ways out of a verdict; each is a choice of verdict.py
CHOICES = {
    "stay": "Stay and finish",
    "practice": "Stay to practise",
    "wrap_up": "Wrap up",
    "leave_now": "How to leave",
}
PAUSE_FIRST = "Pause first"
SKIP_PAUSE = "Skip the pause"
REPLIES = {True: "Yes, they did", False: "No, nothing"}
ASK_FIRST = "Not sure? Ask first"
ASK_ANYWAY = "Ask anyway"
SMALL_FIELD_WHY = "Small field, so staying stands first."
SMALL_FIELD_LONG = "People here know each other, and goodwill lasts: staying stands first."
CHOOSE_SKILL = "Choose what to practise"
OTHER_SKILL = "Practise something else"

# Words screens
LONGER = "A longer way to say it"
IN_FULL = "In full"
ON_A_CALL = "On a call"
UNSAFE = "I feel unsafe"
JUST_GO = "Just go. You need no words."
ENOUGH = "If you say anything, this is enough:"
CALL = "Call"
I_HAVE_LEFT = "I have left"
I_WRAPPED_UP = "It is done"
I_FINISHED = "I finished it"
NAMES = "Put in names"
NAME = "Their name"
COMPANY = "Company"
ROLE = "Role"
REASON = "Share a reason?"
NO_REASON = "No reason"
SMALL_FIELD = "People here know each other"
HEADS = "How many were there?"
BREAK_POINTS = "Wait for the break"
WHICH_BREAK = "Which moment will you wait for?"
THIS_ONE = "this one"
RETURN_CARD = "Return card"
RETURN_TITLE = "Go back, then phone away"
YOUR_LINE = "your line"
YOUR_MOMENT = "your moment"
ANY_MOMENT = "The next natural break"
CHANGE = "change"
THEN = "then"
AND_THEN = "Phone away. Go back, say it, let them close, thank them, go."
PHONE_AWAY = "Phone away"
RESTS_ON = "What this rests on"
BECAUSE = "You tapped"
RULES_SAY = "By the rules that would be"
YOUR_CHOICE_HOLDS = "You were there, so your choice holds."
SKILL_TITLE = "One thing to practise now"
OWN_SKILL = "Something else"
TAKE_SKILL = "Practise this"

# Ending
HOW_ENDED = "How did it end?"
NOT_YET = "Not yet"
IF_THEY_END = "To say when they end it"
OPTIONAL = "optional"

# The pause
PAUSE_LONG = "Pause"
STOP = "Stop"
DONE = "Done"
LONGER_PAUSE = "Longer"

# The cover
PAD = "Notes"
PAD_HINT = "Hold the title for a second to go back"
PAD_UNCOVER = ": hold for a second, or press twice, to go back"
PAD_FIELD = "Note"
PAD_AGAIN = "Once more to go back"
PAD_NOT_SAVED = "Not kept yet: this device is full or keeps nothing"

# History and one interview
HISTORY_TITLE = "History"
LAST_TIME = "Last time"
NOTHING_YET = "Nothing here yet. What you tap during an interview is kept on this device and shows up here."
NO_COMPANY = "No name"
LIVE_NOW = "now"
NOT_CLOSED = "not closed"
LOAD_MORE = "Show older ones"
ENTRY_TITLE = "Log"
NOTE = "Note"
NOT_FOUND = "This one is not on this device."
TAKE_BACK = "Take back"
DETAILS = "Details"
CHOSE = "Chose"
WAITED_FOR = "Waited for"
REOPENED = "Opened again"
ENDED = "Ended"
SKIPPED = "skipped"
ASKED_FIRST = "Asked first"
ADDED_NOTHING = "They added nothing"
ADDED = "They added something"
PEOPLE = "people"
SECONDS_SHORT = "s"

# About
ABOUT_TITLE = "About"
SETTINGS = "Settings"
LIMITS_TITLE = "Honest limits"
INSTALL_TITLE = "On the home screen"
DATA_TITLE = "Where it is kept"

# Messages; the key is the code that the ledger gives
FAULTS = {
    "storage-full": "This device is full. What you tap is kept while this page stays open. Free some space.",
    "storage-denied": "This browser keeps nothing (private mode?). All works, but only until the page is closed.",
    "storage-blocked": "Another tab holds the notes of an older version. Close it; nothing is lost meanwhile.",
    "storage-newer": "A newer version has been used here. Reload to get it; what you tap is kept until then.",
    "storage-failed": "Not saved yet. It is kept while this page stays open, and tried again.",
}
NOT_SAVED = "not saved yet"
UPDATE_READY = "A new version is ready."
UPDATE_NOW = "Use it now"
INSECURE = "Without https this browser can’t keep the app, so it opens only with a connection: use its https address."
NO_SCRIPT = (
    "These notes run in the browser, on this device alone. Please switch JavaScript on and load the page once; "
    "after that no network is needed."
)
ELSEWHERE = (
    "These notes can’t work at this address. They need a host name of their own, with nothing between it and the page. "
    "Please tell whoever set them up."
)

MISHAP = "This page failed"
MISHAP_KEPT = "What you tapped and wrote is kept."
MISHAP_AGAIN = "Back to the flags"
