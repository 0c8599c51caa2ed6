"""Flags that the candidate writes: a label, a neutral word, a kind, a line."""

from typing import Any

import reflex as rx

from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.prepare import Choices
from interview_exit.components import Item
from interview_exit.components.shared.glyph import glyph
from interview_exit.rules import flags
from interview_exit.words.texts import prepare as texts


def own_row(flag: Item) -> rx.Component:
    """Return one of them; one just taken away can be put back."""
    return rx.el.li(
        glyph(flag["kind"]),
        rx.el.span(flag["label"], dir="auto", class_name=rx.cond(flag["gone"], "undone", "")),
        rx.cond(
            flag["gone"],
            rx.el.button(texts.PUT_BACK, type="button", on_click=Choices.put_back(flag["id"])),
            rx.el.button(texts.TAKE_AWAY, type="button", on_click=Choices.take_away(flag["id"])),
        ),
        key=flag["id"],
    )


def own_flags() -> rx.Component:
    """Return all of them."""
    return rx.cond(
        Choices.own.length() > 0,
        rx.el.ul(rx.foreach(Choices.own, own_row), class_name="own-flags", aria_label=texts.OWN_YOURS),
        rx.fragment(),
    )


def fault_of(field: str) -> rx.Component:
    """Return what is wrong with a field, below it."""
    return rx.cond(
        Choices.fault["field"] == field,
        rx.el.span(rx.match(Choices.fault["code"], *texts.FAULTS.items(), ""), id=f"fault-{field}", class_name="fault"),
        rx.fragment(),
    )


def told_apart(field: str) -> dict[str, Any]:
    """Return what ties a field to its fault for assistive technology."""
    wrong = Choices.fault["field"] == field
    return {"aria_invalid": rx.cond(wrong, "true", "false"), "aria_describedby": f"fault-{field}"}


def text(field: str, label: str, hint: str = "") -> rx.Component:
    """Return one short text of a flag."""
    return rx.el.label(
        rx.el.span(label, f", {hint}" if hint else ""),
        rx.el.input(
            key=f"{field}-" + Choices.edition.to_string(),
            name=f"own-{field}",
            on_change=Choices.write(field, VALUE),
            auto_complete="off",
            dir="auto",
            **told_apart(field),
        ),
        fault_of(field),
    )


def kind() -> rx.Component:
    """Return what the flag means."""
    return rx.el.label(
        texts.OWN_KIND,
        rx.el.select(
            *[rx.el.option(kind.label, value=kind.id) for kind in flags.KINDS.values()],
            value=Choices.draft["kind"],
            on_change=Choices.write("kind", VALUE),
            name="own-kind",
        ),
    )


def line() -> rx.Component:
    """Return what to say; another kind suggests another line, as long as nobody has written one."""
    return rx.el.label(
        texts.OWN_LINE,
        rx.el.textarea(
            key=Choices.draft["kind"] + Choices.edition.to_string(),
            name="own-line",
            default_value=Choices.draft["line"],
            on_change=Choices.write("line", VALUE),
            auto_complete="off",
            dir="auto",
            rows=3,
            **told_apart("line"),
        ),
        fault_of("line"),
    )


def hard() -> rx.Component:
    """Return whether it is a hard no."""
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                checked=Choices.draft["hard"].bool(),
                on_change=Choices.write("hard", CHECKED),
                name="own-hard",
                **told_apart("hard"),
            ),
            texts.OWN_HARD,
            class_name="switch",
        ),
        fault_of("hard"),
    )


def own_form() -> rx.Component:
    """Return the form; whatever is wrong, nothing that was typed goes."""
    is_good = Choices.draft["kind"] == "green"
    return rx.el.details(
        rx.el.summary(texts.OWN),
        rx.el.div(
            text("label", texts.OWN_LABEL, texts.OWN_LABEL_HINT),
            text("discreet", texts.OWN_DISCREET),
            kind(),
            rx.cond(is_good, rx.fragment(), line()),
            rx.cond(rx.Var.create(list(flags.LIMITABLE)).contains(Choices.draft["kind"]), hard(), rx.fragment()),
            rx.el.button(texts.OWN_ADD, type="button", class_name="boxed", on_click=Choices.add_flag()),
            class_name="fields",
        ),
    )
