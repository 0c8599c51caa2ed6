"""The note to oneself about one interview."""

import reflex as rx

from interview_exit.bridge import ledger


def note(label: str, rows: int) -> rx.Component:
    """Return the field of the opened interview's note; it saves when left."""
    return rx.el.label(
        label,
        rx.el.textarea(
            default_value=ledger.entry["note"],
            on_blur=ledger.write_note(),
            auto_complete="off",
            dir="auto",
            name="note",
            rows=rows,
        ),
    )
