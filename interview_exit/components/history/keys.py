"""The keys of the page with all interviews, and the switch for those that are one letter or sign."""

import reflex as rx

from interview_exit.bridge.doorway import CHECKED
from interview_exit.bridge.history import Keyboard
from interview_exit.bridge.live import Live
from interview_exit.words.texts import history as texts


def keys_button() -> rx.Component:
    """Return the control that shows the keys; whoever has no keyboard has no use for it."""
    return rx.el.button(
        texts.KEYS,
        rx.el.kbd("?", aria_hidden="true"),
        type="button",
        class_name="quiet keys-button",
        aria_expanded=rx.cond(Keyboard.keys, "true", "false"),
        on_click=Keyboard.toggle_keys(),
    )


def keys() -> rx.Component:
    """Return the keys and what each does."""
    return rx.cond(
        Keyboard.keys,
        rx.el.section(
            rx.el.h2(texts.KEYS_TITLE),
            rx.el.dl(*[rx.el.div(rx.el.dt(rx.el.kbd(key)), rx.el.dd(does)) for key, does in texts.KEYS_TOLD]),
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    checked=Live.settings["shortcuts"].bool(),
                    on_change=Live.setting("shortcuts", CHECKED),
                    name="shortcuts",
                ),
                texts.KEYS_SWITCH,
                class_name="switch",
            ),
            rx.el.button(texts.CLOSE, type="button", class_name="boxed", on_click=Keyboard.toggle_keys()),
            class_name="keys fields",
        ),
        rx.fragment(),
    )
