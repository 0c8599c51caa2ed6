"""Answer: what to say, in the top half; one question or the next step below; staying and going at the thumb."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components import Part
from interview_exit.components.live.flag_grid import flag_grid
from interview_exit.components.live.head import head
from interview_exit.components.live.notice import cover_button
from interview_exit.components.live.question import question
from interview_exit.components.live.saying import aloud, steps
from interview_exit.components.live.ways import reordered, ways
from interview_exit.components.shared.frame import notices
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.verdict_name import KIND_OF_VERDICT, name_of
from interview_exit.components.shared.wording import line_button, plainly, worded
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.texts import labels

LONG, LONGEST = 76, 150
"""From so many characters on a line is set smaller."""


def is_answering() -> rx.Var[bool]:
    """Tell whether there is something to say or to decide, and nobody has just chosen to stay."""
    return (Live.verdict != "stay") | (Live.spoken & ~Live.chosen)


def verdict_name() -> rx.Component:
    """Return the verdict's shape and name, whose choice it was, and the flags behind it."""
    return rx.el.div(
        rx.el.h1(
            glyph(rx.match(Live.verdict, *KIND_OF_VERDICT.items(), "")),
            rx.el.span(name_of(Live.verdict), class_name="name"),
            tab_index=-1,
        ),
        rx.cond(Live.chosen, rx.el.span(labels.YOU_CHOSE, class_name="yours"), rx.fragment()),
        rx.cond(
            Live.causes.length() > 0,
            rx.fragment(
                aloud(rx.cond(Live.chosen, ". ", ""), f"{labels.BECAUSE}: "),
                rx.el.span(Live.causes.join(", "), class_name="causes"),
            ),
            rx.fragment(),
        ),
        class_name="meta",
    )


def size_of(line: rx.Var[str]) -> rx.Var[str]:
    """Return how large a line can be shown, whatever a candidate wrote."""
    characters = line.to(str).length()
    return rx.cond(characters > LONGEST, "longest", rx.cond(characters > LONG, "long", ""))


def line() -> rx.Component:
    """Return the words to say: the largest thing on the screen."""
    return rx.el.p(Live.line, class_name=["say", rx.cond(Live.spoken, "spoken", ""), size_of(Live.line)])


def what_to_do() -> Part:
    """Return the steps, in their fixed order, with the permission where it ends (M02, M30, M36, M38)."""
    return rx.match(
        Live.verdict,
        ("leave_now", leaving()),
        ("wrap_up", rx.cond(Live.loop == "", in_one_line("wrap_up"), rx.fragment())),
        ("stay", rx.fragment()),
        *[(verdict, in_one_line(verdict)) for verdict in ("clear_air", "give_chance", "withdraw_later", "practice")],
        rx.fragment(),
    )


def leaving() -> rx.Component:
    """Return three short steps, and the line against guilt."""
    words = phrases.WORDS["leave_now"]
    return rx.fragment(
        rx.cond(Live.on_call, steps(words.call_steps), steps(words.steps)),
        allowed("leave_now"),
    )


def in_one_line(verdict: VerdictId) -> rx.Component:
    """Return the steps as one sentence after the other."""
    words = phrases.WORDS[verdict]
    return rx.fragment(
        rx.el.p(" ".join(words.steps), class_name="do"), allowed(verdict) if words.permission else rx.fragment()
    )


def allowed(verdict: VerdictId) -> rx.Component:
    """Return the permission and the lines that steady."""
    words = phrases.WORDS[verdict]
    return rx.el.p(" ".join((words.permission, *words.notes)), class_name="quiet")


def strip() -> rx.Component:
    """Return the flags in one row, with the way to all of them and the cover beside it."""
    return rx.el.div(
        flag_grid(),
        rx.el.button(
            rx.el.span("+", aria_hidden="true"),
            rx.el.span(worded(labels.MORE_FLAGS), class_name="sr"),
            type="button",
            class_name="boxed plus",
            on_click=Live.go("flags"),
        ),
        cover_button(),
        class_name="strip",
    )


def answer_screen() -> rx.Component:
    """Return the screen; it is no live region, since no phone may say "leave now" aloud.

    What way it is comes first for whoever hears it; what is tapped least comes last, though it is seen on top.
    """
    return rx.el.div(
        rx.el.section(
            verdict_name(),
            line_button(),
            plainly(line(), what_to_do()),
            class_name=["card", rx.cond(Live.verdict == "leave_now", "ruled", "")],
            data_verdict=Live.verdict,
            aria_label=worded(labels.VERDICT),
        ),
        rx.el.div(question(), plainly(reordered()), ways(), class_name="next"),
        strip(),
        rx.el.div(head(), notices(), class_name="top"),
        class_name="live answer-mode",
    )
