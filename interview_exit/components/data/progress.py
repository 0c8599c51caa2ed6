"""How far something is that takes a while, and the way to stop it."""

import reflex as rx

from interview_exit.bridge.doorway import Action
from interview_exit.words.texts import labels


def progress(doing: str, share: rx.Var[int], stop: Action) -> rx.Component:
    """Return a bar with what is being done.

    Args:
        doing: What is being done.
        share: How much is done, 0 to 100.
        stop: What stops it.
    """
    return rx.el.div(
        rx.el.label(doing, rx.el.progress(value=share.to_string(), max="100"), class_name="stack"),
        rx.el.button(labels.STOP, type="button", class_name="boxed", on_click=stop)
        if stop is not None
        else rx.fragment(),
        class_name="progress",
    )
