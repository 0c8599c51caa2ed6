"""Details: all but the words and the next step: why this way, more to say, names, the log, the end (M33, M37)."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live, Session
from interview_exit.components.live.head import screen_button
from interview_exit.components.live.last_time import last_time_line
from interview_exit.components.live.question import asked
from interview_exit.components.live.saying import comma, names, said, screen_head, steps, unfolding
from interview_exit.components.live.ways import chosen_way
from interview_exit.components.live.wrap_up import reasons
from interview_exit.components.shared.link import link
from interview_exit.components.shared.verdict_name import name_of
from interview_exit.components.shared.wording import IS_DISCREET, called, line_button, plainly, worded
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.texts import labels

NOT_ASKED = {
    kind: next(each for each in outcomes if each.state == "skipped") for kind, outcomes in phrases.OUTCOMES.items()
}


def is_overruled() -> rx.Var[bool]:
    """Tell whether the candidate chose over the rules; practising and withdrawing tonight have reasons of their own."""
    own = (Live.verdict == "practice") | (Live.verdict == "withdraw_later")
    return Live.chosen & (Live.computed != Live.verdict) & ~own


def tapped() -> rx.Component:
    """Name the flags that led here, and what the candidate chose over them: as good a reason."""
    return rx.fragment(
        rx.cond(
            Live.causes.length() > 0,
            rx.el.p(f"{labels.BECAUSE}: ", Live.causes.join(", "), "."),
            rx.fragment(),
        ),
        rx.cond(
            is_overruled(),
            rx.el.p(f"{labels.RULES_SAY}: ", name_of(Live.computed), f". {labels.YOUR_CHOICE_HOLDS}"),
            rx.fragment(),
        ),
        rx.cond(Live.reordered, rx.el.p(labels.SMALL_FIELD_LONG), rx.fragment()),
    )


def idea(verdict: VerdictId) -> rx.Component:
    """Return the idea of one verdict, what steadies, and what both rest on."""
    words = phrases.WORDS[verdict]
    return rx.fragment(
        rx.el.p(words.idea, class_name="say"),
        tapped(),
        *[rx.el.p(line, class_name="quiet") for line in (words.permission, *words.notes) if line],
        unfolding(labels.RESTS_ON, rx.el.div(*[rx.el.p(line) for line in words.details], class_name="stack")),
    )


def more_to_say(verdict: VerdictId) -> rx.Component:
    """Return the longer words of a verdict; those of an ending with the reason to share or keep (M26)."""
    words = phrases.WORDS[verdict]
    if not words.long:
        return rx.fragment()
    if verdict == "wrap_up":
        return unfolding(labels.IN_FULL, rx.el.p(Live.words["long"]), reasons())
    return rx.fragment(
        unfolding(words.long_when, rx.el.p(Live.words["long"])),
        on_a_call() if words.call else rx.fragment(),
    )


def on_a_call() -> rx.Component:
    """Return what is done on a call, and said where a flag has no line of its own, which is the same everywhere."""
    return rx.cond(
        Live.on_call,
        rx.fragment(),
        unfolding(
            labels.ON_A_CALL,
            rx.cond(Live.words["call"] == Live.words["own"], rx.fragment(), said(Live.words["call"])),
            steps(phrases.WORDS["leave_now"].call_steps),
        ),
    )


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
                aria_label=worded(labels.HEADS),
                default_value=rx.cond(Live.crowd["count"] > 0, Live.crowd["count"].to_string(), ""),
                auto_complete="off",
                on_blur=Live.count_heads(Live.crowd["tap"], VALUE),
            ),
        ),
        rx.fragment(),
    )


def not_asking() -> rx.Component:
    """Return the way past a question on purpose (M43)."""
    return rx.cond(
        Live.asking & (Live.loop == "ask"),
        rx.el.button(
            rx.cond(Live.asking["kind"] == "negotiable", called(NOT_ASKED["negotiable"]), called(NOT_ASKED["unclear"])),
            comma(),
            rx.el.span(Live.asking["label"], class_name="quiet", dir="auto"),
            type="button",
            class_name="boxed split",
            on_click=[Live.resolve("skipped"), Live.go("")],
        ),
        rx.fragment(),
    )


def actions() -> rx.Component:
    """Return what else can be done: the pause, not asking, another way, the log, the end."""
    return rx.el.div(
        rx.el.button(labels.PAUSE, type="button", class_name="boxed", on_click=Session.start_pause()),
        not_asking(),
        rx.cond(Live.verdict != "wrap_up", chosen_way("wrap_up"), rx.fragment()),
        chosen_way("stay"),
        screen_button(labels.END_IT, "end"),
        link(labels.ENTRY_TITLE, f"{routes.ENTRY}#" + Live.live, on_click=Live.select(Live.live)),
        class_name="choices",
    )


def discreet_switch() -> rx.Component:
    """Return the switch for the neutral words."""
    return rx.el.button(
        worded(labels.DISCREET_LONG),
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(IS_DISCREET, "true", "false"),
        on_click=Live.setting("discreet", ~IS_DISCREET),
    )


def details_screen() -> rx.Component:
    """Return the screen; it explains and scores nothing."""
    explained = rx.cond(is_overruled(), Live.computed, Live.verdict)
    return rx.el.div(
        screen_head(rx.el.h1(labels.DETAILS)),
        last_time_line(),
        line_button(),
        plainly(rx.match(explained, *[(verdict, idea(verdict)) for verdict in phrases.WORDS], rx.fragment())),
        rx.el.div(
            plainly(
                rx.match(Live.verdict, *[(verdict, more_to_say(verdict)) for verdict in phrases.WORDS], rx.fragment())
            ),
            crowd(),
            names(),
        ),
        rx.cond(Live.verdict == "stay", asked(), rx.fragment()),
        actions(),
        discreet_switch(),
        class_name="words",
    )
