"""The sitemap: which page stands at which address. Read when the site is built, and by nothing that runs (app.py)."""

import reflex as rx
from reflex.constants import Page404

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
from interview_exit.pages.missing import missing
from interview_exit.pages.prepare import prepare
from interview_exit.pages.printing import printing_page
from interview_exit.pages.server import server
from interview_exit.pages.settings import settings_page
from interview_exit.words.texts import titles
from interview_exit.words.texts.settings import DESCRIPTION

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

PAGES = (
    (live, routes.LIVE, titles.NAME),
    (history, routes.HISTORY, titles.HISTORY),
    (entry, routes.ENTRY, titles.ENTRY),
    (card, routes.CARD, titles.CARD),
    (prepare, routes.PREPARE, titles.PREPARE),
    (debrief_page, routes.DEBRIEF, titles.DEBRIEF),
    (vault, routes.DEVICES, titles.DEVICES),
    (server, routes.SERVER, titles.SERVER),
    (settings_page, routes.SETTINGS, titles.SETTINGS),
    (about_page, routes.ABOUT, titles.ABOUT),
    (insights_page, routes.INSIGHTS, titles.INSIGHTS),
    (data_page, routes.DATA, titles.DATA),
    (printing_page, routes.PRINT, titles.PRINT),
    (missing, Page404.SLUG, titles.MISSING),
)
for page, route, title in PAGES:
    app.add_page(page, route=route, title=title, description=DESCRIPTION)
