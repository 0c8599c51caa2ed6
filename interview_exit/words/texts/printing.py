"""What the page for paper says."""

TITLE = "On paper"
LINK = "Put it on paper"
WARNING = (
    "Paper can be read by anyone who finds it, and so can a PDF. Both hold what you wrote about other people. "
    "The browser’s own dialog can make a PDF."
)
FROM = "From"
TO = "To"
PRINT = "Print"
LAYING = "Putting it together"
TOO_MANY = "{count} interviews are too many for one go: choose fewer months, {most} interviews at most."
NONE = "Nothing here to print yet."
COUNT = "{count} on paper."
NOTE = "Note"
PEOPLE = "People"
