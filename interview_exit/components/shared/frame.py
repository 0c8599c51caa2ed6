"""What stands around every page: the cover in front, the page behind it, the notices."""

import reflex as rx

from interview_exit.bridge.app import Update
from interview_exit.bridge.cover import Cover
from interview_exit.bridge.live import Live, Pause
from interview_exit.components import Part
from interview_exit.components.shared.cover import notepad
from interview_exit.components.shared.pause_cue import pause_cue
from interview_exit.words.texts import labels


def update_notice() -> rx.Component:
    """Say quietly that a newer version waits; never during an interview."""
    return rx.cond(
        Update.waiting & ~Live.started,
        rx.el.p(
            labels.UPDATE_READY,
            rx.el.button(labels.UPDATE_NOW, type="button", on_click=Update.apply_update()),
            class_name="notice update",
        ),
        rx.fragment(),
    )


def fault_notice() -> rx.Component:
    """Say calmly what the device could not do."""
    return rx.cond(
        Live.fault,
        rx.el.p(
            rx.match(Live.fault, *labels.FAULTS.items(), labels.FAULTS["storage-failed"]),
            class_name="notice fault",
            role="status",
        ),
        rx.fragment(),
    )


def insecure_notice() -> rx.Component:
    """Say quietly that the app can't be kept at this address; never during an interview."""
    return rx.cond(
        ~Update.secure & ~Live.started,
        rx.el.p(labels.INSECURE, class_name="notice"),
        rx.fragment(),
    )


def notices() -> rx.Component:
    """Return what the live screen has to say about the device and the app, if anything."""
    return rx.fragment(fault_notice(), insecure_notice(), update_notice())


def frame(*children: Part, screen: str | rx.Var[str], class_name: str = "page") -> rx.Component:
    """Return a page in its frame.

    Args:
        children: The page's parts.
        screen: Its name for `data-screen`, which tests lean on.
        class_name: The layout.
    """
    shown = rx.cond(Cover.covered, "cover", rx.cond(Pause.phase == "idle", screen, "pause"))
    return rx.el.div(
        rx.el.div(
            rx.el.main(*children, class_name=class_name),
            pause_cue(),
            custom_attrs={"data-behind-cover": ""},
        ),
        notepad(),
        data_screen=shown,
        custom_attrs={"data-ready": rx.cond(Live.ready, "true", "false")},
        class_name="root",
    )
