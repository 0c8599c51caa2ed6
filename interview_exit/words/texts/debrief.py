"""What the pages say that look back: the debrief, and what of it stands elsewhere."""

DEBRIEF = "Debrief"
LOOK_BACK = "A week later: one question"
SKIP = "Skip"
OPTIONAL = "All of it is optional."

HOW_ENDED = "How it ended"

RATE = "Would you talk to them again?"
RATED = {"company": "The company", "manager": "The manager"}
RATINGS = {"again": "Would", "unsure": "Unsure", "not": "Would not"}
RATINGS_TOLD = {"again": "would talk again", "unsure": "unsure", "not": "would not talk again"}

SEEN = "What did they see of you?"
SEEN_SHORT = "They saw"
CHIPS = {
    "calm": "Calm",
    "candid": "Candid",
    "prepared": "Prepared",
    "curious": "Curious",
    "courteous": "Courteous",
    "clear": "Clear",
    "skilled": "Skilled",
}

REGRET = {"at_once": "Any regrets?", "later": "A week later: any regrets?"}
REGRET_SHORT = {"at_once": "Regrets at once", "later": "Regrets a week later"}
REGRETS = {"no": "No", "partly": "Partly", "yes": "Yes"}
REGRETS_TOLD = {"no": "none", "partly": "partly", "yes": "yes"}

PEOPLE = "People to know again"
PEOPLE_COUNT = {"one": "one person", "more": "people"}
PEOPLE_WHY = "Initials are enough: what you would know them by, no more."
PERSON_ROLE = "Role, such as “design lead”"
PERSON_INITIALS = "Initials"
PERSON_CUE = "One cue, such as “asked about tests”"
ANOTHER = "Another person"
REMOVE = "Remove"
REMOVED = "Removed."
PUT_BACK = "Put back"

PROMISES = "They said they would check"
BY = "By"
BY_DAY = "by"
PROMISE_DONE = "Done"

LETTER = "A note to them"
LETTER_LABEL = "Your note; change it as you like"
LETTERS = {"follow_up.thanks": "Thank them", "follow_up.note": "Withdraw", "follow_up.brief": "Withdraw in one line"}
LETTER_NONE = "You owe them no note. One is there if you want it."
LETTER_SUBJECT = "Our conversation"
SHARE = "Share"
MAIL = "Mail"
COPY = "Copy"
REMIND_TOMORROW = "Remind me tomorrow at 9"
REMIND_EVENT = "Write a short note"
LETTER_HONEST = "Nothing is sent from here: your own mail or messages do that."
TOLD = {
    "copied": "Copied.",
    "selected": "The note is marked: copy it with the menu of your phone.",
    "share-failed": "Sharing did not work here. Copy it instead.",
    "reminder": "The reminder is a calendar file: open it to add it.",
}

NOTE = "Note to yourself"
AFTERWARDS = "Afterwards"
