"""The note to oneself about one interview."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live


def note(label: str, rows: int) -> rx.Component:
    """Return the field of the opened interview's note; it saves when left."""
    return rx.el.label(
        label,
        rx.el.textarea(
            default_value=Live.entry["note"],
            on_blur=Live.note(Live.entry["id"], VALUE),
            auto_complete="off",
            dir="auto",
            name="note",
            rows=rows,
        ),
    )
