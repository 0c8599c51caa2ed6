"""The few design values that Python needs too; the stylesheets in assets/styles own the rest.

tests/test_style.py keeps the two in step.
"""

PAPER = "#FBFAF6"
PAPER_DARK = "#11110F"

STYLESHEETS = [
    "/styles/tokens.css",
    "/styles/frame.css",
    "/styles/live.css",
    "/styles/last-time.css",
    "/styles/words.css",
    "/styles/pause.css",
    "/styles/cover.css",
    "/styles/pages.css",
    "/styles/prepare.css",
    "/styles/after.css",
    "/styles/devices.css",
    "/styles/figures.css",
    "/styles/insights.css",
    "/styles/data.css",
    "/styles/print.css",
    "/styles/server.css",
    "/styles/history.css",
    "/styles/card.css",
]
