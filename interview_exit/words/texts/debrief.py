"""What the pages say that look back: the debrief, and what of it stands elsewhere."""

DEBRIEF = "Debrief"
LOOK_BACK = "A week on: one question"
TONIGHT = "For tonight: your note"
SKIP = "Skip"
OPTIONAL = "All of this is optional."

HOW_ENDED = "How it ended"

RATE = "Would you talk to them again?"
RATED = {"company": "The company", "manager": "The manager"}
RATINGS = {"again": "Yes", "unsure": "Not sure", "not": "No"}
RATINGS_TOLD = {"again": "would talk again", "unsure": "not sure", "not": "wouldn’t talk again"}

SEEN = "How did you come across?"
SEEN_SHORT = "You came across as"
CHIPS = {
    "calm": "Calm",
    "candid": "Candid",
    "prepared": "Prepared",
    "curious": "Curious",
    "courteous": "Courteous",
    "clear": "Clear",
    "skilled": "Skilled",
}

REGRET = {"at_once": "Any regrets?", "later": "A week on: any regrets?"}
REGRET_SHORT = {"at_once": "Regrets on the day", "later": "Regrets a week on"}
REGRETS = {"no": "No", "partly": "Partly", "yes": "Yes"}
REGRETS_TOLD = {"no": "none", "partly": "partly", "yes": "yes"}

PEOPLE = "People worth remembering"
PEOPLE_COUNT = {"one": "one person", "more": "people"}
PEOPLE_WHY = "Initials are enough. Note what you’d recognise them by, and no more."
PERSON_ROLE = "Role, such as “design lead”"
PERSON_INITIALS = "Initials"
PERSON_CUE = "One detail, such as “asked about tests”"
ANOTHER = "Add another person"
REMOVE = "Remove"
REMOVED = "Removed."
PUT_BACK = "Undo"

PROMISES = "To follow up"
BY = "By"
BY_DAY = "by"
PROMISE_DONE = "Done"

LETTER = "A note to them"
LETTER_LABEL = "Your note: change anything you like"
LETTERS = {
    "follow_up.thanks": "Thank them",
    "follow_up.note": "Withdraw",
    "follow_up.brief": "Withdraw in one line",
    "follow_up.recruiter": "Tell the recruiter",
}
LETTER_NONE = "You don’t owe them a note. There’s one here if you want it."
LETTER_SUBJECT = "Our conversation"
RECRUITER_SUBJECT = "My interview"
RECRUITER_WHEN = "Best sent within the hour, so that they hear it from you first."
SHARE = "Share"
MAIL = "Mail"
COPY = "Copy"
REMIND_TOMORROW = "Remind me tomorrow at 9"
REMIND_TONIGHT = "Remind me tonight at 7"
REMIND_EVENT = "Write a short note"
LETTER_HONEST = "Nothing is sent from here. You send it yourself, from your own mail or messages."
TOLD = {
    "copied": "Copied.",
    "selected": "The note is selected: copy it from your phone’s menu.",
    "share-failed": "Sharing didn’t work here. Copy it instead.",
    "reminder": "The reminder is a calendar file. Open it to add it to your calendar.",
}

NOTE = "Note to yourself"
AFTERWARDS = "Afterwards"
