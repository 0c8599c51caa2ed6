"""What the page says that prepares an interview."""

TITLE = "Prepare"
OPTIONAL = "All of it is optional. It waits here for your next interview, and begins with your first tap."
RUNNING = "An interview is running. What you set here is for the next one."
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
MINUTES = "minutes"
SMALL_FIELD = "Small field: people here know each other"
SMALL_FIELD_SHORT = "small field"
SMALL_FIELD_WHY = "Staying then stands first when nothing urgent speaks for going. An alarm is never held back."

SKILL = "One thing to practise"
SKILL_HINT = "If you stay for the practice, the screen reminds you of it."
OWN_SKILL = "In your own words"

HARD_NOS = "Hard nos"
HARD_NOS_WHY = (
    "What you would not take in any job, five at most. They come first among the flags, and a tap on one means "
    "wrapping up; asking anyway stays possible. They hold for every interview."
)
OF_FIVE = "of 5"
FULL = "That would be a sixth. Take one of the five away first."

OWN = "Write a flag of your own"
OWN_LABEL = "What it is called"
OWN_LABEL_HINT = "14 characters at most"
OWN_DISCREET = "Neutral word, for discreet wording"
OWN_KIND = "What it means"
OWN_LINE = "What you would say"
OWN_HARD = "It is a hard no"
OWN_ADD = "Add it"
OWN_YOURS = "Your own flags"
TAKE_AWAY = "Take away"
PUT_BACK = "Put back"

FAULTS = {
    "label-empty": "It needs a word or two to be called by.",
    "label-long": "That is longer than 14 characters, and would not fit its place.",
    "label-taken": "There is a flag called that already.",
    "discreet-long": "That is longer than 14 characters, and would not fit its place.",
    "line-empty": "Write what you would say, so that you need not look for words then.",
    "line-long": "That is longer than 60 words: too much to say calmly.",
    "too-many": "There are twelve of your own already. Take one away first.",
    "hard-full": "There are five hard nos already. Take one away first, or add this one as an ordinary flag.",
}

PLACES = "Flags on the first screen"
PLACES_WHY = (
    "Hard nos come first, then these, kind by kind. Every flag stays under More; “Not at ease” stays here as well."
)
UP = "one place up"
ALWAYS = "always"
HIDE_FLAG = "Hide"
HIDE_LONG = "hide: leave it under More"
OTHERS = "Under More alone. A tap brings one here; it takes the place of the last of its kind."
OTHERS_LONG = "Bring to the first screen"
RESET = "Put all back as it was"

DRILL = "Feel five seconds"
DRILL_WHY = "Press start. When you think five seconds are over, press again. Nothing counts along."
START = "Start"
NOW = "Five seconds are over"
AGAIN = "Again"
EARLY = "s early"
LATE = "s late"
EXACT = "0.0 s off"
DRILL_LAST = "The last ones, newest first:"
DRILL_PICTURE = "The line in the middle is five seconds; above it is late."
FORGET = "Forget these"

REHEARSE = "Rehearse the words"
HIDE = "Hide words"
PREVIOUS = "Previous"
NEXT = "Next"
OF = "of"
