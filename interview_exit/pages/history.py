"""Past interviews, newest first; on a wide screen with one of them beside the list."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.history import InterviewList, Keyboard
from interview_exit.bridge.live import Live
from interview_exit.components.after.afterwards import afterwards
from interview_exit.components.after.promises import open_promises
from interview_exit.components.devices.standing import standing_line
from interview_exit.components.history.all_of_it import ways_to_all
from interview_exit.components.history.finder import finder
from interview_exit.components.history.interview import erased_notice, interview
from interview_exit.components.history.interview_list import interview_list
from interview_exit.components.history.keys import keys, keys_button
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import history as texts
from interview_exit.words.texts import labels


def whole_list() -> rx.Component:
    """Return the list, with what stands above it."""
    return rx.el.div(
        rx.el.div(
            link(labels.BACK, routes.LIVE),
            rx.el.span(keys_button(), ways_to_all(), class_name="further"),
            class_name="head apart",
        ),
        fault_notice(),
        rx.el.h1(labels.HISTORY_TITLE),
        keys(),
        erased_notice(),
        finder(),
        rx.cond(InterviewList.seeking, rx.fragment(), rx.fragment(afterwards(), open_promises())),
        interview_list(),
        standing_line(),
        class_name="pane",
    )


def beside() -> rx.Component:
    """Return the interview that is open, where there is room for it."""
    return rx.cond(
        Keyboard.wide,
        rx.el.section(
            rx.cond(
                Live.entry.bool() & (InterviewList.beside == Live.entry["id"]),
                interview(),
                rx.fragment(),
            ),
            class_name="pane",
            aria_label=texts.BESIDE,
            tab_index=-1,
            custom_attrs={"data-beside": ""},
        ),
        rx.fragment(),
    )


def history() -> rx.Component:
    """Return the page."""
    return frame(whole_list(), beside(), screen="history", class_name="page desk")
