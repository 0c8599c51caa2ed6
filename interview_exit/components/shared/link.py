"""A link to another page of the app, followed without loading the page anew."""

from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from interview_exit.bridge.doorway import Action


def link(
    label: str | rx.Component,
    to: str | rx.Var[str],
    *,
    class_name: str = "control",
    on_click: Action | None = None,
    custom_attrs: dict[str, Any] | None = None,
) -> rx.Component:
    """Return a link that looks like the controls around it."""
    return ReactRouterLink.create(
        label, to=to, discover="none", class_name=class_name, on_click=on_click, custom_attrs=custom_attrs or {}
    )
