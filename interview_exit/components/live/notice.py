"""Notice: only the flags, and one line that says what to do with them."""

import reflex as rx

from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live, Session
from interview_exit.components.live.flag_grid import flag_grid
from interview_exit.components.live.head import head, screen_button
from interview_exit.components.live.last_time import last_time_line
from interview_exit.components.shared.frame import notices
from interview_exit.components.shared.wording import worded
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import compile_script
from interview_exit.words.texts import labels


def to_oneself(script: str) -> str:
    """Return a line without slots that is for the candidate alone."""
    return compile_script(SCRIPTS[script].text).variants[0]


def hint() -> rx.Component:
    """Return the line: what to do, or what the last tap came to. Nothing that is to be said stands here."""
    return rx.el.h1(
        rx.cond(
            Live.line_hidden,
            labels.TOPICS,
            rx.cond(
                (Live.screen == "flags") | (Live.verdict != "stay"),
                to_oneself("stay.idle"),
                rx.cond(Live.chosen, to_oneself("stay.chosen"), Live.line),
            ),
        ),
        class_name="prompt",
    )


def cover_button(*, boxed: bool = False) -> rx.Component:
    """Return what puts the notepad in front; always lowest and rightmost."""
    return rx.el.button(
        worded(labels.COVER),
        type="button",
        class_name="boxed" if boxed else "",
        on_click=Cover.cover(),
        custom_attrs={"data-put-up": ""},
    )


def bar() -> rx.Component:
    """Return what is quietly there, lowest: the pause, all flags, the cover."""
    return rx.el.div(
        rx.el.button(labels.PAUSE, type="button", on_click=Session.start_pause()),
        screen_button(labels.MORE, "more"),
        cover_button(),
        class_name="bar",
        role="group",
        aria_label=labels.MAIN_BAR,
    )


def notice_screen(*lines: rx.Component) -> rx.Component:
    """Return the screen, with quiet lines below its head."""
    return rx.el.div(
        hint(),
        flag_grid(),
        bar(),
        rx.el.div(
            rx.cond(
                Live.screen == "flags",
                rx.el.div(screen_button(labels.BACK, ""), class_name="head"),
                head(screen_button(labels.END, "end")),
            ),
            notices(),
            last_time_line(),
            *lines,
            class_name="top",
        ),
        class_name="live notice-mode",
        data_verdict=Live.verdict,
    )
