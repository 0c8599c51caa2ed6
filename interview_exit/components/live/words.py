"""The screens of words: what to say, then what to do, in a fixed order.

Leaving at once and wrapping up are two different screens (M07): the first has three short steps and nothing to fill
in, the second (wrap_up.py) has a moment to wait for, a reason to share or keep, and a fuller text.
"""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live, Session
from interview_exit.components import Part
from interview_exit.components.live.saying import names, notes, said, steps, two_ways, unfolding, why_link, words_head
from interview_exit.components.live.ways import reply_ways
from interview_exit.components.live.wrap_up import wrap_up_words
from interview_exit.rules.endings import EndingId
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.texts import labels

CALM: tuple[VerdictId, ...] = ("clear_air", "give_chance", "withdraw_later", "practice")

FINISHED: dict[VerdictId, EndingId] = {"practice": "practised", "withdraw_later": "withdrew_later"}
"""How an interview ends that was finished under a verdict, where that is an ending of its own."""


def crowd() -> rx.Component:
    """Offer to count the people in the room, for whoever was surprised by them; nobody has to (M08)."""
    return rx.cond(
        Live.crowd,
        unfolding(
            labels.HEADS,
            rx.el.input(
                type="number",
                input_mode="numeric",
                min=1,
                name="heads",
                aria_label=labels.HEADS,
                default_value=rx.cond(Live.crowd["count"] > 0, Live.crowd["count"].to_string(), ""),
                auto_complete="off",
                on_blur=Live.count_heads(Live.crowd["tap"], VALUE),
            ),
        ),
        rx.fragment(),
    )


def leave_now_words() -> rx.Component:
    """Return the words for leaving at once: no reason field, no break list, nothing to confirm (M31, M36)."""
    words = phrases.WORDS["leave_now"]
    return rx.el.div(
        words_head("leave_now"),
        rx.el.div(
            said(Live.words["short"]),
            rx.cond(Live.on_call, steps(words.call_steps), steps(words.steps)),
            notes("leave_now"),
            class_name="body",
        ),
        rx.el.div(
            rx.cond(Live.on_call, rx.fragment(), unfolding(labels.ON_A_CALL, said(Live.words["call"]))),
            crowd(),
            why_link(),
        ),
        two_ways(labels.I_HAVE_LEFT, "left"),
        rx.el.button(labels.UNSAFE, type="button", class_name="lowest", on_click=Live.go("unsafe")),
        class_name="words night",
    )


def pausing_words() -> rx.Component:
    """Return what comes before the words of an ending while a pause is due (M44): it, or skipping it (M46)."""
    return rx.el.div(
        words_head("clear_air"),
        rx.el.div(
            rx.el.p(Live.line, class_name="say"),
            steps(phrases.WORDS["clear_air"].steps),
            notes("clear_air"),
            class_name="body",
        ),
        rx.el.div(
            rx.el.button(labels.PAUSE_FIRST, type="button", class_name="inked", on_click=Session.start_pause()),
            rx.el.button(labels.SKIP_PAUSE, type="button", class_name="boxed", on_click=Session.skip_pause()),
            class_name="row",
        ),
        class_name="words",
    )


def reply_words() -> rx.Component:
    """Return the question that comes between the pause and the words of an ending (M45)."""
    return rx.el.div(
        words_head("clear_air"),
        rx.el.div(rx.el.p(Live.line, class_name="say"), class_name="body"),
        rx.el.div(reply_ways(), class_name="row"),
        class_name="words",
    )


def calm_words(verdict: VerdictId) -> rx.Component:
    """Return the words of a verdict that does not end the interview."""
    words = phrases.WORDS[verdict]
    return rx.el.div(
        words_head(verdict),
        rx.el.div(
            rx.el.p(Live.line, class_name=["say", rx.cond(Live.spoken, "spoken", "")]),
            steps(words.steps),
            notes(verdict),
            class_name="body",
        ),
        rx.el.div(
            unfolding(words.long_when or labels.LONGER, rx.el.p(Live.words["long"])) if words.long else rx.fragment(),
            names(),
            why_link(),
        ),
        finished_ways(FINISHED[verdict]) if verdict in FINISHED else calm_ways(),
        class_name="words",
    )


def calm_ways() -> rx.Component:
    """Return the override, and the way back to the flags."""
    return rx.el.div(
        rx.el.button(labels.CHOICES["wrap_up"], type="button", class_name="boxed", on_click=Live.choose("wrap_up")),
        rx.el.button(labels.BACK, type="button", class_name="boxed", on_click=Live.go("")),
        class_name="row",
    )


def finished_ways(how: EndingId) -> rx.Component:
    """Return stopping here, and having finished (M10, N02)."""
    return rx.el.div(
        rx.el.button(labels.CHOICES["wrap_up"], type="button", class_name="boxed", on_click=Live.choose("wrap_up")),
        rx.el.button(labels.I_FINISHED, type="button", class_name="boxed", on_click=Live.end(how)),
        class_name="row",
    )


def words_screen() -> Part:
    """Return the words of the verdict shown."""
    return rx.match(
        Live.verdict,
        ("leave_now", leave_now_words()),
        ("wrap_up", rx.match(Live.loop, ("pause", pausing_words()), ("reply", reply_words()), wrap_up_words())),
        *[(verdict, calm_words(verdict)) for verdict in CALM],
        calm_words("stay"),
    )
