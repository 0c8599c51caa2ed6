"""What the page says that prepares an interview."""

from interview_exit.rules.limits import LABEL_CHARACTERS, SPOKEN_WORDS

TITLE = "Prepare"
OPTIONAL = "All of this is optional. It’s saved for your next interview, which starts with your first tap."
RUNNING = "An interview is under way. What you set here is for the next one."
CLEAR = "Clear the plan"

COMPANY = "Company"
ROLE = "Role"
NAME = "Their name"

SETTING = "Where and how long"
PLACE = "Where"
LENGTH = "Planned length"
NO_LENGTH = "not set"
BY_CLOCK = "until a set time"
UNTIL = "It ends at"
UNTIL_SHORT = "until"
SMALL_FIELD = "Small industry: people here know each other, or somebody recommended me"
SMALL_FIELD_SHORT = "small industry or referral"
SMALL_FIELD_WHY = "Then staying is listed first, unless something urgent comes up. An alarm is never held back."

SKILL = "One thing to practise"
SKILL_HINT = "If you stay for the practice, the screen will remind you of it."
OWN_SKILL = "In your own words"

HARD_NOS = "Hard nos"
HARD_NOS_WHY = (
    "Things you wouldn’t accept in any job: five at most. Tapping one means wrapping up, though you can still ask "
    "about it. They apply to every interview."
)
OF_FIVE = "of 5"
FULL = "You already have five. Remove one first."

OWN = "Add a flag of your own"
OWN_LABEL = "Flag name"
OWN_LABEL_HINT = f"{LABEL_CHARACTERS} characters at most"
OWN_DISCREET = "Neutral word, for discreet wording"
OWN_KIND = "Kind"
OWN_LINE = "What you’d say"
OWN_HARD = "It’s a hard no"
OWN_ADD = "Add"
OWN_YOURS = "Your own flags"
TAKE_AWAY = "Remove"
PUT_BACK = "Undo"

FAULTS = {
    "label-empty": "Give it a name of a word or two.",
    "label-long": f"That’s longer than {LABEL_CHARACTERS} characters, so it wouldn’t fit.",
    "label-taken": "There’s already a flag with that name.",
    "discreet-long": f"That’s longer than {LABEL_CHARACTERS} characters, so it wouldn’t fit.",
    "line-empty": "Write what you’d say, so you don’t have to search for words.",
    "line-long": f"That’s longer than {SPOKEN_WORDS} words: too much to say calmly.",
    "too-many": "You already have twelve of your own. Remove one first.",
    "hard-full": "You already have five hard nos. Remove one first, or add this as an ordinary flag.",
}

PLACES = "Flags on the first screen"
PLACES_WHY = (
    "Each row has its own kind, and a hard no takes a place in its row. Every flag stays under More; "
    "“Not at ease” and “Good answer” always stay here too."
)
UP = "move up"
ALWAYS = "always"
HIDE_FLAG = "Hide"
HIDE_LONG = "hide: leave it under More"
OTHERS = "Only under More. Tap one to bring it here; it replaces the last one in its row."
OTHERS_LONG = "Bring to the first screen"
RESET = "Reset"

DRILL = "Practise a 5-second pause"
DRILL_WHY = "Press Start. When you think five seconds have passed, press again. No countdown is shown."
START = "Start"
NOW = "That’s five seconds"
AGAIN = "Again"
EARLY = "s early"
LATE = "s late"
EXACT = "0.0 s off"
DRILL_LAST = "Your latest tries, newest first:"
DRILL_PICTURE = "The line in the middle is five seconds; above it is late."
FORGET = "Clear these"

REHEARSE = "Practise the words"
HIDE = "Hide words"
PREVIOUS = "Previous"
NEXT = "Next"
OF = "of"
