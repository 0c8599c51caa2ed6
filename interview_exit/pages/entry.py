"""One interview, by itself."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.history import InterviewList
from interview_exit.bridge.live import Live
from interview_exit.components.history.interview import erased_notice, interview
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import labels


def way_back() -> rx.Component:
    """Return the link to where one came from: the flags while the interview runs, else the history."""
    return rx.cond(
        Live.entry["live"],
        link(labels.BACK, routes.LIVE),
        link(labels.HISTORY, routes.HISTORY + InterviewList.fragment),
    )


def entry() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(way_back(), class_name="head start"),
        fault_notice(),
        erased_notice(),
        rx.cond(
            Live.entry,
            interview(),
            rx.cond(Live.ready, rx.el.p(labels.NOT_FOUND, class_name="quiet"), rx.fragment()),
        ),
        screen="interview",
    )
