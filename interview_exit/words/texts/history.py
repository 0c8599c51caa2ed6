"""What the pages about the past say: the list, one interview, one company."""

from interview_exit.words.wording import Worded

SEARCH = "Search"
SEARCH_HINT = "Company, people, flags …"
FILTER = "Filter"
ANY = "Any"
BY = {
    "ended": "How it ended",
    "verdict": "Result",
    "flag": "What came up",
    "company": "Company",
    "month": "Month",
}
REMOVE = "Remove"
CLEAR = "Show all"
OF = "of"
INTERVIEW = "interview"
INTERVIEWS = "interviews"
READING = "Loading the rest …"
NOTHING_FITS = "Nothing matches. Try removing a filter or a word above."
BESIDE = "One interview"

KEYS = "Shortcuts"
KEYS_TITLE = "Keyboard shortcuts"
KEYS_TOLD = (
    ("↓ or j", "next interview"),
    ("↑ or k", "previous interview"),
    ("Enter", "open it"),
    ("/", "search"),
    ("Esc", "clear the search, back to the list"),
    ("?", "show or hide these shortcuts"),
)
KEYS_SWITCH = "Single-key shortcuts"
CLOSE = "Close"

EDIT = "Edit"
EDIT_DONE = "Done"
OUTCOME = "What they said"
NO_OUTCOME = "not asked"
ERASE = "Erase"
ERASE_INTERVIEW = "Erase this interview"
ERASED = {"interview": "Interview erased.", "entry": "Entry erased."}
PUT_BACK = "Undo"
ASKED = "Asked"
TOOK_BACK = "Taken back"
FROM = "from"

COMPANY_CARD = Worded("All about this company", "By name")
MET = "Interviews"
CAME_UP = "What came up"
RATED = "Would you talk to them again?"
TIMES = "\N{NO-BREAK SPACE}×"
