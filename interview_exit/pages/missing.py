"""An address at which the app has no page: it says so, and leads back to the flags."""

import reflex as rx

from interview_exit import routes
from interview_exit.components.shared.frame import frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import labels


def missing() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.h1(labels.MISSING),
        rx.el.p(labels.MISSING_WHY),
        rx.el.p(link(labels.MISHAP_AGAIN, routes.LIVE, class_name="control boxed"), class_name="way"),
        screen="missing",
    )
