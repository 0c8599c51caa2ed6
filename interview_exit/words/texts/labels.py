"""What controls, headings and messages are called: every visible word that is not something to say.

The words to say are in phrases.py, the flags' in flags.py. A second language is one more such file.
"""

# The live screen
PAUSE = "Pause"
COVER = "Cover"
MORE = "More flags"
MORE_FLAGS = "All flags"
END = "End"
END_IT = "It’s over"
BACK = "Back"
HISTORY = "History"
PREPARE = "Prepare"
SETTINGS = "Settings"
DISCREET_LONG = "Discreet wording"
UNDO = "Undo"
AGAIN = "Again"
AGAIN_LONG = ": did it happen again?"
CANCEL = "Cancel"
HOURS = "h"
WHAT_THEY_SAID = "what did they say?"
MINUTES = "min"
OWN_FLAGS = "My own"
FIND_FLAG = "Search"
NO_FLAG_FOUND = "Nothing found. Try another word."
ABOUT_LEFT = "about"
LEFT = "left"
PAST_END = "past the planned end"
HARD_NO = ", my hard no"
HARD_CAUSE = " (hard no)"
HARD_CAUSE_DISCREET = " (limit)"
FLAGS_LONG = "What happened"
YOU_CHOSE = "your choice"
MAIN_BAR = "Main"
VERDICT = "Way forward"

# The ways out of a verdict; each is a choice of verdict.py
CHOICES = {
    "stay": "Stay and finish",
    "practice": "Stay to practise",
    "withdraw_later": "Finish and withdraw tonight",
    "wrap_up": "Wrap up",
}
WRAP_UP_NOW = "Wrap up now"
PAUSE_FIRST = "Pause first"
SKIP_PAUSE = "Skip the pause"
REPLIES = {True: "Yes, they did", False: "No, nothing"}
ASK_FIRST = "Not sure? Ask first"
ASK_ANYWAY = "Ask anyway"
SMALL_FIELD_WHY = "Small industry, or a referral: staying is listed first."
SMALL_FIELD_LONG = "People here know each other, or somebody recommended you, so staying is listed first."
CHOOSE_SKILL = "Choose what to practise"
OTHER_SKILL = "Practise something else"

# Words screens
LONGER = "A longer way to say it"
IN_FULL = "In full"
ON_A_CALL = "On a call"
UNSAFE = "I feel unsafe"
JUST_GO = "Just go. You don’t have to say anything."
ENOUGH = "If you say anything, this is enough:"
CALL = "Call"
I_HAVE_LEFT = "I’ve left"
I_WRAPPED_UP = "I’ve said it"
I_FINISHED = "I finished it"
NAMES = "Add names"
NAME = "Their name"
COMPANY = "Company"
ROLE = "Role"
REASON = "Give a reason?"
NO_REASON = "No reason"
SMALL_FIELD = "People here know each other, or somebody recommended me"
HEADS = "How many were there?"
BREAK_POINTS = "Choose your moment"
WHICH_BREAK = "Which moment will you wait for?"
THIS_ONE = "this one"
RETURN_TITLE = "Go back, then phone away"
YOUR_LINE = "your line"
YOUR_MOMENT = "your moment"
ANY_MOMENT = "The next natural break"
CHANGE = "change"
THEN = "then"
AND_THEN = "Phone away. Go back, say it, let them close, thank them, go."
PHONE_AWAY = "Phone away"
RESTS_ON = "Where this comes from"
BECAUSE = "You tapped"
RULES_SAY = "The app suggested"
YOUR_CHOICE_HOLDS = "You were there, so your choice stands."
SKILL_TITLE = "One thing to practise now"
OWN_SKILL = "Something else"
TAKE_SKILL = "Practise this"

# A way out of the room
TWO_MINUTES = "Two minutes"

# Ending
HOW_ENDED = "How did it end?"
NOT_YET = "Not yet"
OVER = "It’s over."
OVER_DISCREET = "Done."
SAVED = "Saved."
LOOK_BACK = "Look back"
NEW_INTERVIEW = "New interview"
GO_ON = "It isn’t over: go on"
STILL_IN = "Still in it?"
STILL_IN_YES = "Yes"
STILL_IN_NEW = "New one"
UNFINISHED = "Your last interview is in the history, not finished"
IF_THEY_END = "What to say if they end it"
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
PAD_AGAIN = "Press again to go back"
PAD_NOT_SAVED = "Not saved yet: this device is full, or isn’t storing anything"

# History and one interview
HISTORY_TITLE = "History"
LAST_TIME = "Last time"
NOTHING_YET = "Nothing here yet. What you tap during an interview is kept on this device and shows up here."
NO_COMPANY = "No name"
LIVE_NOW = "Now"
NOT_CLOSED = "Not finished"
LOAD_MORE = "Show older ones"
ENTRY_TITLE = "Log"
NOTE = "Note"
NOT_FOUND = "This interview isn’t on this device."
TAKE_BACK = "Take back"
DETAILS = "Details"
CHOSE = "Chose"
WAITED_FOR = "Waited for"
REOPENED = "Reopened"
ENDED = "Ended"
SKIPPED = "skipped"
ASKED_FIRST = "Asked first"
ADDED_NOTHING = "They added nothing"
ADDED = "They added something"
PEOPLE = "people"
SECONDS_SHORT = "s"

# About
ABOUT_TITLE = "About"
LIMITS_TITLE = "Honest limits"
DATA_TITLE = "Where it’s stored"

# Messages; the key is the code that the ledger gives
FAULTS = {
    "storage-full": "This device is full. What you tap is kept while this page stays open. Free up some space.",
    "storage-denied": "This browser stores nothing here. It all works until you close or reload the page.",
    "storage-blocked": "Another tab is running an older version. Close it; nothing is lost in the meantime.",
    "storage-newer": "A newer version has been used here. Reload to get it; what you tap is kept until then.",
    "storage-failed": "Not saved yet. It’s kept while this page stays open, and will be tried again.",
}
NOT_SAVED = "not saved yet"
UPDATE_READY = "A new version is ready."
UPDATE_NOW = "Use it now"
INSECURE = "Without https this browser can’t keep the app, so it opens only with a connection: use its https address."
NO_SCRIPT = (
    "These notes run in the browser, on this device only. Please switch JavaScript on and load the page once; "
    "after that they need no network."
)
ELSEWHERE = (
    "These notes can’t work at this address. They need a host name of their own, with nothing between it and the "
    "page. Please tell whoever set them up."
)

TO_SAY = "What you can say"
MISHAP = "Something went wrong on this page"
MISHAP_KEPT = "Everything you tapped and wrote is kept."
MISHAP_AGAIN = "Back to the flags"

# An address that is none of the app's
MISSING = "Nothing here"
MISSING_WHY = "The app has no page at this address. Everything you tapped and wrote is kept."
