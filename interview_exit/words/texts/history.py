"""What the pages about the past say: the list, one interview, one company."""

SEARCH = "Search"
SEARCH_HINT = "Company, people, flags …"
FILTER = "Filter"
ANY = "Any"
BY = {
    "ended": "How it ended",
    "verdict": "Where it came to",
    "flag": "What came up",
    "company": "Company",
    "month": "Month",
}
REMOVE = "Remove"
CLEAR = "Show all"
OF = "of"
INTERVIEW = "interview"
INTERVIEWS = "interviews"
READING = "Reading the rest …"
NOTHING_FITS = "Nothing fits. What is looked for stands above; take something away."
BESIDE = "One interview"
CHOOSE_ONE = "Choose an interview on the left."

KEYS = "Keys"
KEYS_TITLE = "Keys on this page"
KEYS_TOLD = (
    ("↓ or j", "next interview"),
    ("↑ or k", "the one before"),
    ("Enter", "read it"),
    ("/", "search"),
    ("Esc", "empty the search, back to the list"),
    ("?", "show these keys, or hide them"),
)
KEYS_SWITCH = "Keys of one letter or sign"
CLOSE = "Close"

EDIT = "Change or erase"
EDIT_DONE = "Done"
OUTCOME = "What asking brought"
NO_OUTCOME = "not asked"
ERASE = "Erase"
ERASE_INTERVIEW = "Erase this interview"
ERASED = {"interview": "The interview is erased.", "entry": "The entry is erased."}
PUT_BACK = "Put back"
ASKED = "Asked"
TOOK_BACK = "Taken back"
FROM = "from"

COMPANY_CARD = "All about this company"
MET = "Interviews"
CAME_UP = "What came up"
RATED = "Would you talk to them again?"
TIMES = "\N{NO-BREAK SPACE}×"
