"""What can be tapped on the card: what asking brought, and the ways forward.

Between a flag and the decision the card follows the loop (M39-M46): ask, tap what it brought, pause, say whether they
added something, decide. Where the candidate stands comes from the records alone, and every step can be left.
"""

import reflex as rx

from interview_exit.bridge.live import Live, Session
from interview_exit.components import Part
from interview_exit.rules.flags import KindId
from interview_exit.words import phrases
from interview_exit.words.texts import labels

EXITS = ("leave_now", "wrap_up")


def answers() -> rx.Component:
    """Return what asking can bring, in place, for the flag that is asked about; never beside an alarm."""
    return rx.cond(
        Live.asking & (Live.verdict != "leave_now"),
        rx.match(
            Live.asking["kind"],
            ("negotiable", answer_row("negotiable")),
            answer_row("unclear"),
        ),
        rx.fragment(),
    )


def answer_row(kind: KindId) -> rx.Component:
    """Return the answers of one kind of flag."""
    return rx.el.div(
        *[
            rx.el.button(
                answer.label,
                type="button",
                class_name="boxed",
                aria_label=answer.longer,
                on_click=Live.resolve(answer.state),
            )
            for answer in phrases.OUTCOMES[kind]
        ],
        class_name="row answers",
        role="group",
        aria_label=Live.asking["label"],
    )


def ask_anyway() -> rx.Component:
    """Offer to ask about a hard no before it counts as one (M22)."""
    return rx.cond(
        Live.askable & (Live.verdict != "leave_now"),
        rx.el.div(ask_button(labels.ASK_ANYWAY), class_name="row"),
        rx.fragment(),
    )


def ask_first() -> rx.Component:
    """Offer, beside the ways out of an alarm, to ask first: it may be a misunderstanding."""
    return rx.cond(
        Live.askable & (Live.verdict == "leave_now"),
        ask_button(labels.ASK_FIRST),
        rx.fragment(),
    )


def ask_button(label: str) -> rx.Component:
    """Return the way into rule 2."""
    return rx.el.button(label, type="button", class_name="boxed", on_click=Live.ask_first(Live.askable))


def skill_choice() -> rx.Component:
    """Return the way to the one thing to practise (M10)."""
    return rx.cond(
        Live.verdict == "practice",
        rx.el.div(
            rx.el.button(
                rx.cond(Live.skill, labels.OTHER_SKILL, labels.CHOOSE_SKILL),
                type="button",
                class_name="boxed",
                on_click=Live.go("skill"),
            ),
            class_name="row",
        ),
        rx.fragment(),
    )


def exit_way(choice: str) -> rx.Component:
    """Return the way into an exit: its words when it is the verdict, else the override."""
    label = labels.CHOICES[choice]
    return rx.cond(
        Live.verdict == choice,
        rx.el.button(label, type="button", class_name="boxed", on_click=Live.go("words")),
        rx.el.button(label, type="button", class_name="boxed", on_click=Live.choose(choice)),
    )


def other_way(choice: str) -> rx.Component:
    """Return a way that stays."""
    return rx.el.button(
        labels.CHOICES[choice],
        type="button",
        class_name="boxed choice",
        aria_pressed=rx.cond(Live.chosen & (Live.verdict == choice), "true", "false"),
        on_click=Live.choose(choice),
    )


def way(choice: rx.Var[str]) -> Part:
    """Return one of the ways forward, all of equal size (M09, M11)."""
    return rx.match(
        choice,
        *[(choice_id, exit_way(choice_id)) for choice_id in EXITS],
        *[(choice_id, other_way(choice_id)) for choice_id in ("practice", "withdraw_later")],
        other_way("stay"),
    )


def pause_ways() -> rx.Component:
    """Return the ways while a pause is due: it stands first, and skipping it is never hidden (M46)."""
    return rx.fragment(
        rx.el.button(labels.PAUSE_FIRST, type="button", class_name="inked", on_click=Session.start_pause()),
        rx.el.button(labels.SKIP_PAUSE, type="button", class_name="boxed", on_click=Session.skip_pause()),
        other_way("stay"),
    )


def reply_ways() -> rx.Component:
    """Return the answers to "did they add something?", on the card as on the words (M45)."""
    added, nothing = (labels.REPLIES[added] for added in (True, False))
    return rx.fragment(
        # What they added is asked about on the card, and staying goes on there.
        rx.el.button(added, type="button", class_name="boxed", on_click=[Live.reply(True), Live.go("")]),
        rx.el.button(nothing, type="button", class_name="boxed", on_click=Live.reply(False)),
        rx.el.button(
            labels.CHOICES["stay"],
            type="button",
            class_name="boxed",
            on_click=[Live.choose("stay"), Live.go("")],
        ),
    )


def ways() -> rx.Component:
    """Return the ways forward, in Python's order."""
    return rx.el.div(
        rx.match(
            Live.loop,
            ("pause", pause_ways()),
            ("reply", reply_ways()),
            rx.fragment(rx.foreach(Live.options, way), ask_first()),
        ),
        class_name="row ways",
    )


def reordered() -> rx.Component:
    """Say in one line why staying stands first (M24)."""
    return rx.cond(
        Live.reordered & (Live.loop == ""),
        rx.el.p(labels.SMALL_FIELD_WHY, class_name="quiet"),
        rx.fragment(),
    )
