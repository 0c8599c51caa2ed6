"""Builds elements with React alone: Reflex loads Emotion to style them, and stylesheets do that here.

The module that does it also gives every text an element of its own, so that no extension's change to a text can hold up
the next one: assets/client/base/jsx.js.
"""

import reflex as rx
from reflex_base.plugins.base import PreCompileContext
from typing_extensions import Unpack

BUILD_CONFIG = "vite.config.js"
LEFT_OUT, INSTEAD = "@emotion/react", "./public/client/base/jsx.js"
_ALIASES = "alias: ["


class PlainElementsPlugin(rx.plugins.Plugin):
    """Lets the bundler take assets/client/base/jsx.js where a compiled page imports Emotion."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Correct the bundler's configuration, which Reflex writes anew at each build."""
        context["add_modify_task"](BUILD_CONFIG, redirect)


def redirect(config: str) -> str:
    """Return the bundler's configuration with our module in Emotion's place."""
    if _ALIASES not in config:
        raise RuntimeError(f"{BUILD_CONFIG} is not what it was: where are its aliases?")
    ours = f'{{ find: "{LEFT_OUT}", replacement: fileURLToPath(new URL("{INSTEAD}", import.meta.url)) }},'
    return config.replace(_ALIASES, f"{_ALIASES}\n      {ours}", 1)
