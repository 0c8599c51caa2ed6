"""The plan: whom the next interview is with, where, and how long. Every field is kept when it is left."""

from typing import Any

import reflex as rx

from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.prepare import Planning
from interview_exit.components.live.last_time import last_time_card
from interview_exit.components.shared.duration import duration, fixed_duration
from interview_exit.components.shared.unfolding import section
from interview_exit.rules import limits
from interview_exit.words import phrases, skills
from interview_exit.words.texts import prepare as texts


def field(name: str, label: str, **props: Any) -> rx.Component:  # noqa: ANN401, whatever an input takes
    """Return one text of the plan."""
    return rx.el.label(
        label,
        rx.el.input(
            name=f"plan-{name}",
            default_value=Planning.plan[name],
            on_blur=Planning.set_plan(name, VALUE),
            auto_complete="off",
            dir="auto",
            max_length=200,
            **{"key": f"{name}-" + Planning.edition.to_string()} | props,
        ),
    )


def company() -> rx.Component:
    """Return the company's field, which knows those of earlier interviews, and what is remembered of that one (M21)."""
    return rx.fragment(
        field("company", texts.COMPANY, on_change=Planning.name_company(VALUE), custom_attrs={"list": "companies"}),
        rx.el.datalist(
            rx.foreach(Planning.companies, lambda name: rx.el.option(value=name, key=name)),
            id="companies",
        ),
        last_time_card(Planning.last),
    )


def whom() -> rx.Component:
    """Return what the words' slots are filled with."""
    return rx.el.div(
        company(),
        field("role", texts.ROLE),
        field("name", texts.NAME),
        class_name="fields",
    )


def chips(key: str, label: str, options: dict[str, str]) -> rx.Component:
    """Return a choice of a few; a second tap takes it back.

    Args:
        key: Which value of the plan it is.
        label: What is chosen.
        options: Their words, by the value that is kept.
    """
    return rx.el.div(
        *[
            rx.el.button(
                text,
                type="button",
                class_name="choice",
                aria_pressed=rx.cond(Planning.plan[key] == value, "true", "false"),
                on_click=Planning.toggle(key, value),
            )
            for value, text in options.items()
        ],
        class_name="chips",
        role="group",
        aria_label=label,
    )


def length() -> rx.Component:
    """Return how long it is planned to be, or when it is to end (M25)."""
    return rx.fragment(
        rx.el.label(
            texts.LENGTH,
            rx.el.select(
                rx.el.option(texts.NO_LENGTH, value="0"),
                *[rx.el.option(fixed_duration(each), value=str(each)) for each in limits.PLAN_MINUTES],
                rx.el.option(texts.BY_CLOCK, value="until"),
                value=rx.cond(Planning.by_clock, "until", Planning.plan["minutes"].to_string()),
                on_change=Planning.set_length(VALUE),
                name="plan-length",
            ),
        ),
        rx.cond(Planning.by_clock, field("until", texts.UNTIL, type="time"), rx.fragment()),
    )


def small_field() -> rx.Component:
    """Return whether people here know each other, or somebody recommended the candidate (M24, N04)."""
    return rx.fragment(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                checked=Planning.plan["smallField"].bool(),
                on_change=Planning.set_plan("smallField", CHECKED),
                name="plan-smallField",
            ),
            texts.SMALL_FIELD,
            class_name="switch",
        ),
        rx.el.p(texts.SMALL_FIELD_WHY, class_name="quiet"),
    )


def setting_now() -> rx.Component:
    """Return where and how long, in a few words."""
    planned = duration(Planning.plan["minutes"])
    return rx.fragment(
        rx.el.span(rx.match(Planning.plan["kind"], *phrases.PLACES.items(), "")),
        rx.cond(
            Planning.plan["until"],
            rx.el.span(f"{texts.UNTIL_SHORT} ", Planning.plan["until"]),
            rx.cond(Planning.plan["minutes"] > 0, rx.el.span(planned), rx.fragment()),
        ),
        rx.cond(Planning.plan["smallField"], rx.el.span(texts.SMALL_FIELD_SHORT), rx.fragment()),
    )


def setting() -> rx.Component:
    """Return where, how long, and in how small a field."""
    return section(texts.SETTING, setting_now(), chips("kind", texts.PLACE, phrases.PLACES), length(), small_field())


def skill() -> rx.Component:
    """Return the one thing to practise (M10): one of a few, or one's own words."""
    return section(
        texts.SKILL,
        rx.el.span(Planning.plan["skill"], dir="auto"),
        chips("skill", texts.SKILL, {text: text[0].upper() + text[1:] for text in skills.SKILLS.values()}),
        field("skill", texts.OWN_SKILL, key="skill-" + Planning.plan["skill"].to(str)),
        rx.el.p(texts.SKILL_HINT, class_name="quiet"),
    )
