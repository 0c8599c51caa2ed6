"""Where a failure is caught: around every page, around the app, and by the router, whose own page prints the error."""

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars.base import Var, VarData
from reflex_base.plugins.base import PreCompileContext
from reflex_base.vars.function import ArgsFunctionOperation
from typing_extensions import Unpack

MODULE = "$/public/client/failure.js"
ROOT, ENTRY = "app/root.jsx", "app/entry.client.js"
WHOLE_APP = "jsx(AppLayout, {}, jsx(ReflexProviders, {}, children))"
ROUTER = "createElement(HydratedRouter)"

shown = ArgsFunctionOperation.create(
    (), Var("jsx(Failure, {})", _var_data=VarData(imports={MODULE: [ImportVar(tag="Failure")]}))
)
"""What a boundary draws instead of what failed; it takes no error."""


class FailurePlugin(rx.plugins.Plugin):
    """Catches what Reflex's boundary does not stand around."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Correct the two files that start the app."""
        context["add_modify_task"](ROOT, guard_root)
        context["add_modify_task"](ENTRY, guard_entry)


def guard_root(source: str) -> str:
    """Return the root with a boundary around all that Reflex puts around a page, and a notice for the router's errors."""
    if WHOLE_APP not in source:
        raise RuntimeError(f"{ROOT} is not what it was: where is its layout?")
    guarded = "jsx(AppLayout, {}, jsx(LastResort, {}, jsx(ReflexProviders, {}, children)))"
    imports = f'import {{ LastResort }} from "{MODULE}";\nexport {{ Failure as ErrorBoundary }} from "{MODULE}";\n'
    return imports + source.replace(WHOLE_APP, guarded, 1)


def guard_entry(source: str) -> str:
    """Return the entry with the boundary around the router, too."""
    if ROUTER not in source:
        raise RuntimeError(f"{ENTRY} is not what it was: where does it start the router?")
    guarded = f"createElement(LastResort, null, {ROUTER})"
    return f'import {{ LastResort }} from "{MODULE}";\n' + source.replace(ROUTER, guarded, 1)
