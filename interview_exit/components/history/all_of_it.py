"""The ways to what is about all interviews together."""

import reflex as rx

from interview_exit import routes
from interview_exit.components.shared.link import link
from interview_exit.words.texts import data, insights


def ways_to_all() -> rx.Component:
    """Return the links to the insights and to the page of one's own data."""
    return rx.el.span(link(insights.TITLE, routes.INSIGHTS), link(data.TITLE, routes.DATA), class_name="ways-to-all")
