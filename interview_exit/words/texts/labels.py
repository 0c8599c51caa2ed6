"""What controls, headings and messages are called: every visible word that is not something to say.

The words to say are in phrases.py, the flags' in flags.py. A second language is one more such file.
What would give the matter away has its neutral word beside it.
"""

from interview_exit.words.wording import Worded

# The live screen
PAUSE = "Pause"
COVER = Worded("Cover", "Notes")
MORE = Worded("More flags", "More")
MORE_FLAGS = Worded("All flags", "All topics")
END = "End"
END_IT = Worded("It’s over", "End")
BACK = "Back"
HISTORY = "History"
PREPARE = "Prepare"
SETTINGS = "Settings"
DISCREET_LONG = Worded("Discreet wording", "Wording")
LINE = "Line"
TOPICS = "Topics"
UNDO = "Undo"
UNDO_END = " and go on where it was"
AGAIN = "Again"
AGAIN_LONG = Worded(": did it happen again?", ": once more?")
CANCEL = "Cancel"
HOURS = "h"
WHAT_THEY_SAID = Worded("what did they say?", "note")
MINUTES = "min"
OWN_FLAGS = "My own"
FIND_FLAG = "Search"
NO_FLAG_FOUND = "Nothing found. Try another word."
ABOUT_LEFT = "about"
LEFT = "left"
PAST_END = "past the planned end"
HARD_NO = Worded(", my hard no", ", limit")
HARD_CAUSE = Worded(" (hard no)", " (limit)")
FLAGS_LONG = Worded("What happened", "Topics")
YOU_CHOSE = "your choice"
MAIN_BAR = "Main"
VERDICT = Worded("Way forward", "Next")

# The ways out of a verdict; each is a choice of verdict.py
CHOICES = {
    "stay": Worded("Stay and finish", "Go on"),
    "practice": Worded("Stay to practise", "Focus"),
    "withdraw_later": Worded("Finish and withdraw tonight", "Reply later"),
    "wrap_up": Worded("Wrap up", "Finish"),
}
WRAP_UP_NOW = Worded("Wrap up now", "Next")
PAUSE_FIRST = Worded("Pause first", "Pause")
SKIP_PAUSE = Worded("Skip the pause", "Skip")
REPLIES = {True: Worded("Yes, they did", "Yes"), False: Worded("No, nothing", "No")}
ASK_FIRST = Worded("Not sure? Ask first", "Check")
ASK_ANYWAY = Worded("Ask anyway", "Check")
SMALL_FIELD_WHY = "Small industry, or a referral: staying is listed first."
SMALL_FIELD_LONG = "People here know each other, or somebody recommended you, so staying is listed first."
CHOOSE_SKILL = Worded("Choose what to practise", "Choose a focus")
OTHER_SKILL = Worded("Practise something else", "Another focus")

# Words screens
LONGER = "A longer way to say it"
IN_FULL = "In full"
ON_A_CALL = "On a call"
UNSAFE = Worded("I feel unsafe", "Help")
JUST_GO = Worded("Just go. You don’t have to say anything.", "Four steps")
ENOUGH = "If you say anything, this is enough:"
CALL = "Call"
I_HAVE_LEFT = Worded("I’ve left", "Done")
I_WRAPPED_UP = Worded("I’ve said it", "Done")
I_FINISHED = Worded("I finished it", "Done")
NAMES = "Add names"
NAME = "Their name"
COMPANY = "Company"
ROLE = "Role"
REASON = "Give a reason?"
NO_REASON = "No reason"
SMALL_FIELD = Worded("People here know each other, or somebody recommended me", "Small circle")
HEADS = Worded("How many were there?", "Number of people")
BREAK_POINTS = Worded("Choose your moment", "Moment")
WHICH_BREAK = Worded("Which moment will you wait for?", "Which one?")
THIS_ONE = "this one"
RETURN_TITLE = Worded("Go back, then phone away", "Next")
YOUR_LINE = "your line"
YOUR_MOMENT = Worded("your moment", "moment")
ANY_MOMENT = Worded("The next natural break", "Next break")
CHANGE = "change"
THEN = "then"
AND_THEN = "Phone away. Go back, say it, let them close, thank them, go."
PHONE_AWAY = Worded("Phone away", "Notes")
RESTS_ON = "Where this comes from"
BECAUSE = "You tapped"
RULES_SAY = "The app suggested"
YOUR_CHOICE_HOLDS = "You were there, so your choice stands."
SKILL_TITLE = Worded("One thing to practise now", "One focus")
OWN_SKILL = "Something else"
TAKE_SKILL = Worded("Practise this", "Take this")

# A way out of the room
TWO_MINUTES = "Two minutes"

# Ending
HOW_ENDED = Worded("How did it end?", "Which one?")
NOT_YET = "Not yet"
OVER = Worded("It’s over.", "Done.")
SAVED = "Saved."
LOOK_BACK = "Look back"
NEW_INTERVIEW = Worded("New interview", "New")
GO_ON = Worded("It isn’t over: go on", "Go on")
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
ASKED_FIRST = Worded("Asked first", "Checked")
ADDED_NOTHING = Worded("They added nothing", "Nothing added")
ADDED = Worded("They added something", "Added")
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
