"""Which of two wordings is shown, and what stands behind one more tap: discreet wording is decided here alone (N11)."""

from collections.abc import Mapping
from typing import Protocol

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components import Part
from interview_exit.words.texts import labels
from interview_exit.words.wording import Worded


class Named(Protocol):
    """What has a name, and a neutral one."""

    @property
    def label(self) -> str:
        """Its name."""
        ...

    @property
    def discreet(self) -> str:
        """Its neutral name."""
        ...


IS_DISCREET: rx.Var[bool] = Live.settings["discreet"].bool()


def worded(text: str) -> rx.Var[str] | str:
    """Return a text, or its neutral form when discreet; one that has none is neutral by itself."""
    return rx.cond(IS_DISCREET, text.discreet, str(text)) if isinstance(text, Worded) else text


def called(named: Named) -> rx.Var[str]:
    """Return what something is called."""
    return rx.cond(IS_DISCREET, named.discreet, named.label)


def worded_each(texts: Mapping[str, str]) -> list[tuple[str, rx.Var[str] | str]]:
    """Return the cases of a choice among texts."""
    return [(key, worded(text)) for key, text in texts.items()]


def plainly(*parts: Part) -> rx.Component:
    """Return what has no neutral form: words to say, steps, reasons. Discreetly it is there after one more tap."""
    return rx.cond(Live.line_hidden, rx.fragment(), rx.fragment(*parts))


def line_button() -> rx.Component:
    """Return what shows the words and hides them again; not there while they stay anyway."""
    return rx.cond(
        IS_DISCREET & ~Live.settings["lineStays"].bool(),
        rx.el.button(
            labels.LINE,
            type="button",
            class_name="boxed line",
            aria_expanded=rx.cond(Live.line_hidden, "false", "true"),
            on_click=Live.toggle_line(),
        ),
        rx.fragment(),
    )
