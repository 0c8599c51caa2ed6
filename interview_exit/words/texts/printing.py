"""What the page for paper says."""

TITLE = "Print"
LINK = "Print"
WARNING = (
    "Anybody who finds a printout can read it, and the same goes for a PDF. Both hold what you wrote about other "
    "people. You can save a PDF from the browser’s own print dialog."
)
FROM = "From"
TO = "To"
PRINT = "Print"
LAYING = "Preparing"
TOO_MANY = "{count} interviews are too many to print at once: choose fewer months, {most} interviews at most."
NONE = "Nothing to print yet."
COUNT = "{count} to print."
NOTE = "Note"
PEOPLE = "People"
