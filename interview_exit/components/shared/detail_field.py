"""A field for one detail of the opened interview."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.live import Live, Session


def detail_field(key: str, label: str, name: str = "") -> rx.Component:
    """Return the field; it saves when left.

    Args:
        key: Which detail it is.
        label: What is written above it.
        name: What the form calls it, where that is not the key.
    """
    return rx.el.label(
        label,
        rx.el.input(
            default_value=Live.entry[key],
            on_blur=Session.describe_entry(Live.entry["id"], key, VALUE),
            auto_complete="off",
            dir="auto",
            name=name or key,
            max_length=200,
        ),
    )
