"""The live screen: what happened, which way forward fits, the words."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live, Session
from interview_exit.components.after.afterwards import afterwards
from interview_exit.components.live.again import again
from interview_exit.components.live.ending import ending_screen
from interview_exit.components.live.flag_grid import all_flags, flag_grid
from interview_exit.components.live.last_time import last_time_line
from interview_exit.components.live.over import over_screen
from interview_exit.components.live.practice import skill_screen
from interview_exit.components.live.still_in import still_in
from interview_exit.components.live.unsafe import unsafe_screen
from interview_exit.components.live.verdict_card import verdict_card
from interview_exit.components.live.why import why_screen
from interview_exit.components.live.words import words_screen
from interview_exit.components.live.wrap_up import moment_screen, return_card
from interview_exit.components.shared.duration import duration
from interview_exit.components.shared.frame import fault_notice, frame, insecure_notice, update_notice
from interview_exit.components.shared.link import link
from interview_exit.words.texts import labels


def minutes_left() -> rx.Component:
    """Return roughly how much is left of a planned interview: twenty more minutes are a small price (M25)."""
    return rx.cond(
        Live.left > 0,
        rx.fragment(f" · {labels.ABOUT_LEFT} ", duration(Live.left), f" {labels.LEFT}"),
        f" · {labels.PAST_END}",
    )


def elapsed() -> rx.Component:
    """Return the minutes since the first tap, and what is not saved yet; a tap on it opens the log so far."""
    return link(
        rx.el.span(
            duration(Live.minutes),
            rx.cond(Live.left >= 0, minutes_left(), ""),
            rx.cond(Live.unsaved > 0, f" · {labels.NOT_SAVED}", ""),
            rx.el.span(f", {labels.ENTRY_TITLE}", class_name="sr"),
        ),
        f"{routes.ENTRY}#" + Live.live,
        on_click=Live.select(Live.live),
        class_name="control first",
    )


def head() -> rx.Component:
    """Return what is tapped least: the clock or the history, the wording, all flags, the end."""
    return rx.el.div(
        rx.cond(
            Live.started,
            elapsed(),
            rx.el.span(
                link(labels.PREPARE, routes.PREPARE),
                link(labels.HISTORY, routes.HISTORY),
                link(labels.ABOUT, routes.ABOUT),
                class_name="first bare",
            ),
        ),
        rx.el.button(
            labels.DISCREET,
            type="button",
            aria_label=labels.DISCREET_LONG,
            aria_pressed=rx.cond(Live.settings["discreet"], "true", "false"),
            on_click=Live.setting("discreet", ~Live.settings["discreet"].bool()),
        ),
        rx.el.button(labels.MORE, type="button", on_click=Live.go("more")),
        rx.cond(
            Live.started,
            rx.el.button(labels.END, type="button", on_click=Live.go("end")),
            rx.fragment(),
        ),
        class_name="head",
    )


def bar() -> rx.Component:
    """Return what is tapped most, lowest: the pause, the words, the cover."""
    exit_due = (Live.verdict == "leave_now") | (Live.verdict == "wrap_up")
    return rx.el.div(
        rx.el.button(
            labels.PAUSE,
            type="button",
            class_name=rx.cond(exit_due, "boxed", "inked"),
            on_click=Session.start_pause(),
        ),
        rx.el.button(
            labels.WORDS,
            type="button",
            class_name=rx.cond(exit_due, "inked", "boxed"),
            on_click=Live.go("words"),
        ),
        rx.el.button(
            labels.COVER, type="button", class_name="boxed", on_click=Cover.cover(), custom_attrs={"data-put-up": ""}
        ),
        class_name="bar",
        role="group",
        aria_label=labels.MAIN_BAR,
    )


def live_screen() -> rx.Component:
    """Return the one glance."""
    return rx.el.div(
        rx.el.div(head(), fault_notice(), insecure_notice(), update_notice(), last_time_line(), afterwards()),
        verdict_card(),
        flag_grid(),
        bar(),
        class_name="live",
    )


def more_screen() -> rx.Component:
    """Return every flag, with what each means."""
    return rx.el.div(
        rx.el.div(
            rx.el.h1(labels.FLAGS_LONG, class_name="first"),
            rx.el.button(labels.BACK, type="button", on_click=Live.go(""), custom_attrs={"data-close": ""}),
            class_name="head",
        ),
        all_flags(),
        class_name="words",
    )


def live() -> rx.Component:
    """Return the page."""
    return frame(
        rx.match(
            Live.screen,
            ("words", words_screen()),
            ("card", return_card()),
            ("moment", moment_screen()),
            ("unsafe", unsafe_screen()),
            ("why", why_screen()),
            ("skill", skill_screen()),
            ("more", more_screen()),
            ("end", ending_screen()),
            ("over", over_screen()),
            live_screen(),
        ),
        again(),
        still_in(),
        screen=Live.screen,
        class_name="bare",
    )
