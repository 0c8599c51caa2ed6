"""What it is, what it cannot do, where things are kept, its licence."""

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from interview_exit import routes
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.pwa.names import NOTICES
from interview_exit.words.texts import about, labels


def licences() -> rx.Component:
    """Return the way to the notices; they are a file, and rx.el.a() would look for a page of the app there."""
    return ReactRouterLink.create(about.LICENCES, to=f"/{NOTICES}", reload_document=True, class_name="control")


def about_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.SETTINGS, routes.SETTINGS), class_name="head start"),
        fault_notice(),
        rx.el.h1(labels.ABOUT_TITLE),
        *[rx.el.p(line) for line in about.WHAT],
        rx.el.h2(labels.LIMITS_TITLE),
        rx.el.ul(*[rx.el.li(line) for line in about.LIMITS], class_name="plain"),
        rx.el.h2(labels.DATA_TITLE),
        *[rx.el.p(line) for line in about.DATA],
        rx.el.h2(about.LICENCE_TITLE),
        rx.el.p(about.LICENCE),
        rx.el.p(about.VERSION, class_name="quiet"),
        rx.el.div(licences(), class_name="head start"),
        screen="about",
        class_name="page parted",
    )
