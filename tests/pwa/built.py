"""What the tests ask of the built site and of the plugin that finished it."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import reflex as rx

from interview_exit import routes
from interview_exit.pwa.plugin import PwaPlugin

ROUTES = tuple(
    value
    for name, value in vars(routes).items()
    if name.isupper() and str(value).startswith("/") and not str(value).startswith(("/api/", routes.HEALTH))
)


def plugin(config: rx.Config) -> PwaPlugin:
    """Return the app's own plugin, with its options."""
    return next(given for given in config.plugins if isinstance(given, PwaPlugin))


def build_facts(built: Path) -> dict[str, Any]:
    """Return what the worker was told of the build."""
    first = (built / "sw.js").read_text().partition("\n")[0]
    return json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))


def title_of(built: Path, route: str) -> str:
    """Return the title of a page as it is served."""
    html = (built / route.strip("/") / "index.html").read_text(encoding="utf-8")
    [title] = re.findall("<title>([^<]*)</title>", html)
    return unescape(title)


def pages(built: Path) -> list[Path]:
    """Return every HTML file that is served."""
    return sorted(built.rglob("*.html"))
