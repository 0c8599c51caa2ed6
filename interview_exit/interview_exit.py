"""The sitemap: which page stands at which address. Read when the site is built, and by nothing that runs (app.py)."""

import reflex as rx

from interview_exit import routes, style
from interview_exit.bridge import doorway
from interview_exit.components.shared.mishap import mishap
from interview_exit.pages.about import about_page
from interview_exit.pages.card import card
from interview_exit.pages.data import data_page
from interview_exit.pages.debrief import debrief_page
from interview_exit.pages.devices import vault
from interview_exit.pages.entry import entry
from interview_exit.pages.history import history
from interview_exit.pages.insights import insights_page
from interview_exit.pages.live import live
from interview_exit.pages.prepare import prepare
from interview_exit.pages.printing import printing_page
from interview_exit.pages.server import server

app = rx.App(
    # Pages read what their own modules know (bridge/): no events, no socket, no backend of Reflex's.
    enable_state=False,
    # Neither Reflex's own notices of a lost connection, nor its reports of errors: see components/shared/mishap.py.
    app_wraps={(55, "ErrorBoundary"): mishap},
    toaster=None,
    html_lang="en",
    stylesheets=style.STYLESHEETS,
    head_components=doorway.inline_scripts(),
)

app.add_page(live, route=routes.LIVE, title=routes.PAGE_TITLE)
app.add_page(history, route=routes.HISTORY, title=routes.PAGE_TITLE)
app.add_page(entry, route=routes.ENTRY, title=routes.PAGE_TITLE)
app.add_page(card, route=routes.CARD, title=routes.PAGE_TITLE)
app.add_page(prepare, route=routes.PREPARE, title=routes.PAGE_TITLE)
app.add_page(debrief_page, route=routes.DEBRIEF, title=routes.PAGE_TITLE)
app.add_page(vault, route=routes.DEVICES, title=routes.PAGE_TITLE)
app.add_page(server, route=routes.SERVER, title=routes.PAGE_TITLE)
app.add_page(about_page, route=routes.ABOUT, title=routes.PAGE_TITLE)
app.add_page(insights_page, route=routes.INSIGHTS, title=routes.PAGE_TITLE)
app.add_page(data_page, route=routes.DATA, title=routes.PAGE_TITLE)
app.add_page(printing_page, route=routes.PRINT, title=routes.PAGE_TITLE)
