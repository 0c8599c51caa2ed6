"""Where a failure is caught: around every page, around the app, and by the router, whose own page prints the error."""

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars.base import Var, VarData
from reflex_base.plugins.base import PreCompileContext
from typing_extensions import Unpack

MODULE, STRAYED = "$/public/client/base/failure.js", "$/public/client/base/strayed.js"
ROOT, ENTRY, BUILD_CONFIG = "app/root.jsx", "app/entry.client.js", "vite.config.js"
WHOLE_APP = "jsx(AppLayout, {}, jsx(ReflexProviders, {}, children))"
ROUTER = "createElement(HydratedRouter)"
BUNDLER_PLUGINS = ".concat([])"
# A page whose code does not come would be loaded anew without a word, and the one that was left, not the one wanted.
TELL_OF_MISSING_CODE = """{
    name: "tell-of-missing-code",
    transform(code, id) {
      if (!id.endsWith("/dom/ssr/routeModules.js")) return null;
      if (!code.includes("window.location.reload();")) throw new Error("the router no longer loads a page anew: adapt");
      return { code: code.replace("window.location.reload();", "throw error;"), map: null };
    },
  }"""

shown = Var("jsx(Failure, {})", _var_data=VarData(imports={MODULE: [ImportVar(tag="Failure")]}))
"""What a boundary draws instead of what failed. Reflex makes it a function: one of our own in it would draw nothing."""


class FailurePlugin(rx.plugins.Plugin):
    """Catches what Reflex's boundary does not stand around."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Correct the two files that start the app, and what the router does without a page's code."""
        context["add_modify_task"](ROOT, guard_root)
        context["add_modify_task"](ENTRY, guard_entry)
        context["add_modify_task"](BUILD_CONFIG, guard_router)


def guard_root(source: str) -> str:
    """Return the root with a boundary around what Reflex puts around a page, and a notice for the router's errors."""
    if WHOLE_APP not in source:
        raise RuntimeError(f"{ROOT} is not what it was: where is its layout?")
    guarded = "jsx(AppLayout, {}, jsx(LastResort, {}, jsx(ReflexProviders, {}, children)))"
    imports = f'import {{ LastResort }} from "{MODULE}";\nexport {{ Failure as ErrorBoundary }} from "{MODULE}";\n'
    return imports + source.replace(WHOLE_APP, guarded, 1)


def guard_entry(source: str) -> str:
    """Return the entry with the boundary around the router, too, and a notice for what React gives up."""
    if ROUTER not in source:
        raise RuntimeError(f"{ENTRY} is not what it was: where does it start the router?")
    guarded = f"createElement(LastResort, null, {ROUTER}), givenUp"
    imports = f'import "{STRAYED}";\nimport {{ LastResort, givenUp }} from "{MODULE}";\n'
    return imports + source.replace(ROUTER, guarded, 1)


def guard_router(config: str) -> str:
    """Return the bundler's configuration, in which the router fails where a page's code does not come."""
    if BUNDLER_PLUGINS not in config:
        raise RuntimeError(f"{BUILD_CONFIG} is not what it was: where are its plugins?")
    return config.replace(BUNDLER_PLUGINS, f".concat([{TELL_OF_MISSING_CODE}])", 1)
