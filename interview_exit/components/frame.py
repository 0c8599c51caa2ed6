"""What stands around every page: the cover in front, the page behind it, the notices."""

import reflex as rx

from interview_exit import client, labels
from interview_exit.components.cover import cover
from interview_exit.components.pause_cue import pause_cue


def update_notice() -> rx.Component:
    """Say quietly that a newer version waits; never during an interview."""
    return rx.cond(
        client.update_waiting & ~client.started,
        rx.el.p(
            labels.UPDATE_READY,
            rx.el.button(labels.UPDATE_NOW, type="button", on_click=client.apply_update),
            class_name="notice update",
        ),
        rx.fragment(),
    )


def fault_notice() -> rx.Component:
    """Say calmly what the device could not do."""
    return rx.cond(
        client.fault,
        rx.el.p(
            rx.match(client.fault, *labels.FAULTS.items(), labels.FAULTS["storage-failed"]),
            class_name="notice fault",
            role="status",
        ),
        rx.fragment(),
    )


def frame(*children: rx.Component, screen: str | rx.Var[str], class_name: str = "page") -> rx.Component:
    """Return a page in its frame.

    Args:
        children: The page's parts.
        screen: Its name for `data-screen`, which tests lean on.
        class_name: The layout.
    """
    shown = rx.cond(client.covered, "cover", rx.cond(client.pause_phase == "idle", screen, "pause"))
    return rx.el.div(
        rx.el.div(
            rx.el.main(*children, class_name=class_name),
            pause_cue(),
            custom_attrs={"data-behind-cover": ""},
        ),
        cover(),
        data_screen=shown,
        class_name="root",
    )
