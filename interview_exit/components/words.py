"""The screens of words: what to say, then what to do, in a fixed order.

Leaving at once and wrapping up are two different screens (M07): the first has three short steps and nothing to fill
in, the second has a moment to wait for, a reason to share or keep, and a fuller text.
"""

import reflex as rx

from interview_exit import phrases, scripts
from interview_exit.client import ledger, session
from interview_exit.components import Part
from interview_exit.components.glyph import glyph
from interview_exit.components.verdict_card import KIND_OF_VERDICT
from interview_exit.texts import labels
from interview_exit.verdict import VerdictId

CALM: tuple[VerdictId, ...] = ("clear_air", "give_chance", "practice")


def words_head(verdict: VerdictId) -> rx.Component:
    """Return the head: which words these are, and the way back to the flags."""
    return rx.el.div(
        rx.el.span(
            glyph(KIND_OF_VERDICT[verdict]),
            rx.cond(ledger.settings["discreet"], phrases.WORDS[verdict].discreet, phrases.WORDS[verdict].label),
            class_name="first",
        ),
        rx.el.button(labels.BACK, type="button", on_click=ledger.go("")),
        class_name="head",
    )


def steps(lines: tuple[str, ...]) -> rx.Component:
    """Return numbered steps."""
    return rx.el.ol(*[rx.el.li(line) for line in lines], class_name="steps")


def said(text: rx.Var[str]) -> rx.Component:
    """Return words to say in the largest type."""
    return rx.el.p(text, class_name="say spoken")


def unfolding(summary: str, *children: rx.Component) -> rx.Component:
    """Return something one tap away."""
    return rx.el.details(rx.el.summary(summary), *children)


def notes(verdict: VerdictId) -> rx.Component:
    """Return the permission and the reassuring lines of a verdict."""
    words = phrases.WORDS[verdict]
    return rx.el.p(" ".join(line for line in (words.permission, *words.notes) if line), class_name="quiet")


def why_notes(verdict: VerdictId) -> rx.Component:
    """Return which flags led here and the idea behind the verdict (M33, M37)."""
    return unfolding(
        labels.WHY_TITLE,
        rx.cond(ledger.causes.length() > 0, rx.el.p(ledger.causes.join(", ")), rx.fragment()),
        *[rx.el.p(line, class_name="quiet") for line in (phrases.WORDS[verdict].idea, *phrases.WORDS[verdict].details)],
    )


def two_ways(done: str, how: str) -> rx.Component:
    """Return staying and having gone, side by side at equal size (M09)."""
    return rx.el.div(
        rx.el.button(
            labels.CHOICES["stay"],
            type="button",
            class_name="boxed",
            on_click=[ledger.choose("stay"), ledger.go("")],
        ),
        rx.el.button(done, type="button", class_name="boxed", on_click=ledger.end(how)),
        class_name="row",
    )


def leave_now_words() -> rx.Component:
    """Return the words for leaving at once: no reason field, no break list, nothing to confirm (M31, M36)."""
    words = phrases.WORDS["leave_now"]
    return rx.el.div(
        words_head("leave_now"),
        rx.el.div(
            said(ledger.words["short"]),
            steps(words.steps),
            notes("leave_now"),
            class_name="body",
        ),
        rx.el.div(
            unfolding(labels.UNSAFE, said(ledger.words["unsafe"]), steps(words.unsafe_steps)),
            unfolding(labels.ON_A_CALL, said(ledger.words["call"])),
            why_notes("leave_now"),
        ),
        two_ways(labels.I_HAVE_LEFT, "left"),
        class_name="words night",
    )


def break_points() -> rx.Component:
    """Return the natural moments to wait for; a tap chooses one (M13)."""
    return unfolding(
        labels.BREAK_POINTS,
        rx.el.div(
            *[
                rx.el.button(
                    text,
                    type="button",
                    class_name="choice",
                    aria_pressed=rx.cond(ledger.break_point == moment, "true", "false"),
                    on_click=ledger.wait_for(moment),
                )
                for moment, text in phrases.MOMENTS.items()
            ],
            class_name="choices",
        ),
    )


def reasons() -> rx.Component:
    """Return the one reason that may be shared, or none (M26)."""
    return rx.el.div(
        rx.el.p(labels.REASON, class_name="quiet"),
        rx.el.div(
            reason_chip("", labels.NO_REASON),
            *[reason_chip(reason, held.noun) for reason, held in scripts.REASONS.items()],
            class_name="chips",
            role="group",
            aria_label=labels.REASON,
        ),
        class_name="stack",
    )


def reason_chip(reason: str, label: str) -> rx.Component:
    """Return one reason to share."""
    return rx.el.button(
        label,
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(ledger.reason == reason, "true", "false"),
        on_click=ledger.share_reason(reason),
    )


def names() -> rx.Component:
    """Return the optional fields that fill the words' slots."""
    return unfolding(
        labels.NAMES,
        rx.el.div(
            *[
                rx.el.label(
                    label,
                    rx.el.input(
                        default_value=ledger.named[key],
                        on_blur=session.describe(key),
                        auto_complete="off",
                        name=f"slot-{key}",
                        max_length=200,
                    ),
                )
                for key, label in (("name", labels.NAME), ("company", labels.COMPANY), ("role", labels.ROLE))
            ],
            class_name="fields",
        ),
    )


def wrap_up_words() -> rx.Component:
    """Return the words for ending politely: say it, let them close, thank, go (M30)."""
    words = phrases.WORDS["wrap_up"]
    return rx.el.div(
        words_head("wrap_up"),
        rx.el.div(
            said(ledger.words["short"]),
            steps(words.steps),
            notes("wrap_up"),
            class_name="body",
        ),
        rx.el.div(
            break_points(),
            unfolding(labels.IN_FULL, rx.el.p(ledger.words["long"]), reasons()),
            names(),
            why_notes("wrap_up"),
        ),
        two_ways(labels.I_WRAPPED_UP, "wrapped_up"),
        class_name="words",
    )


def calm_words(verdict: VerdictId) -> rx.Component:
    """Return the words of a verdict that does not end the interview."""
    words = phrases.WORDS[verdict]
    return rx.el.div(
        words_head(verdict),
        rx.el.div(
            rx.el.p(ledger.line, class_name=["say", rx.cond(ledger.spoken, "spoken", "")]),
            steps(words.steps),
            notes(verdict),
            class_name="body",
        ),
        rx.el.div(
            unfolding(words.long_when or labels.LONGER, rx.el.p(ledger.words["long"])) if words.long else rx.fragment(),
            names(),
            why_notes(verdict),
        ),
        rx.el.div(
            rx.el.button(
                labels.CHOICES["wrap_up"], type="button", class_name="boxed", on_click=ledger.choose("wrap_up")
            ),
            rx.el.button(labels.BACK, type="button", class_name="boxed", on_click=ledger.go("")),
            class_name="row",
        ),
        class_name="words",
    )


def words_screen() -> Part:
    """Return the words of the verdict shown."""
    return rx.match(
        ledger.verdict,
        ("leave_now", leave_now_words()),
        ("wrap_up", wrap_up_words()),
        *[(verdict, calm_words(verdict)) for verdict in CALM],
        calm_words("stay"),
    )
