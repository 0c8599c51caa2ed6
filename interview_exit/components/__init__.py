"""What pages are made of: noun phrases, small parts first, the whole last."""

from typing import Any

import reflex as rx
from reflex.vars import ObjectVar

Part = rx.Component | rx.Var[Any]
"""A piece of a page. Reflex's `match` gives a Var where it has chosen among pieces."""

Item = ObjectVar[dict[str, Any]]
"""One of a list that a page repeats; which keys it has stands in the doorway's TypedDict."""
