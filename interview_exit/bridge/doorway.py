"""How Python reads from JavaScript modules and calls into them."""

import re
from pathlib import Path
from typing import Any

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars.base import Var, VarData
from reflex_base.event import EventChain
from reflex_base.utils.types import GenericType
from reflex_base.vars.function import ArgsFunctionOperation, FunctionStringVar

from interview_exit.compiled.page_tables import sources

FOLDER = "client"
READERS = {
    "use-live": "useLive",
    "use-about": "useAbout",
    "use-prepare": "usePrepare",
    "use-after": "useAfter",
    "use-history": "useHistory",
    "use-standing": "useStanding",
    "use-devices": "useDevices",
    "use-insights": "useInsights",
    "use-keeping": "useKeeping",
    "use-print": "usePrint",
    "use-holding": "useHolding",
}
"""The function that reads, by the module that exports it: what only one page needs has a reader of its own."""

INLINE = ("live/early-taps", "base/failed")
# They are read here; every page would carry them, and a phone would fetch them before anything else.
COMMENT = re.compile(r"^\s*//.*\n|^\s*/\*\*.*?\*/\n|/\*\*.*?\*/ ?", re.MULTILINE)

Action = Var[Any]
"""A plain handler that runs in the browser."""


class Module:
    """One first-party JavaScript module.

    Args:
        path: Its file in assets/client, without its ending. The reader knows its state by the file's name.
        reader: The module that binds its state to components.
    """

    def __init__(self, path: str, reader: str = "use-live") -> None:
        self.path, self.reader = path, reader
        self.name = path.rpartition("/")[2].replace("-", "_")

    def read(self, key: str, type_: GenericType) -> Any:  # noqa: ANN401, Reflex gives each type its own Var
        """Return one key of the module's state as a typed Var; who reads it is drawn again when it changes."""
        name = f"{self.name}_{key}"
        reader = READERS[self.reader]
        hook = f'const {name} = {reader}("{self.name}", "{key}")'
        imports = {_path(f"readers/{self.reader}"): [ImportVar(tag=reader)]}
        return Var(name, _var_type=type_, _var_data=VarData(imports=imports, hooks={hook: None})).guess_type()

    def call(self, action: str, *args: object, value: str = "") -> Action:
        """Return a handler that calls one exported function.

        Args:
            action: The function's exported name.
            args: Arguments, as Python values or Vars.
            value: The property of `event.target` to pass as the last argument, if any.
        """
        alias = f"{self.name}_{action}"
        imports = {_path(self.path): [ImportVar(tag=action, alias=alias)]}
        function = FunctionStringVar.create(alias, _var_data=VarData(imports=imports))
        # An arrow function, since a bare reference would receive the browser's event as one more argument.
        last = [Var(f"event.target.{value}")] if value else []
        return ArgsFunctionOperation.create(("event",), function.call(*args, *last)).to(EventChain)

    def while_shown(self, value: Var[Any], action: str) -> Any:  # noqa: ANN401, Reflex gives each type its own Var
        """Return a value as it is; whoever shows it calls one exported function first, and last what that returns."""
        alias = f"{self.name}_{action}"
        imports = {_path(self.path): [ImportVar(tag=action, alias=alias)], "react": [ImportVar(tag="useEffect")]}
        hook = f"useEffect({alias}, [])"
        return value._replace(merge_var_data=VarData(imports=imports, hooks={hook: None}))


class TablesPlugin(rx.plugins.Plugin):
    """Compiles what Python decided for every case into modules beside the hand-written ones."""

    def get_static_assets(self, **context: object) -> list[tuple[Path, str | bytes]]:
        """Return the generated modules with their places below `.web`."""
        return [(Path("public") / FOLDER / name, source) for name, source in sources().items()]


def inline_scripts() -> list[rx.Component]:
    """Return the scripts that run before anything else: early taps are kept, a failure is shown."""
    sources = [(Path("assets") / FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in INLINE]
    return [rx.el.script(COMMENT.sub("", source)) for source in sources]


def _path(module: str) -> str:
    # The bare value of rx.asset carries ?v=hash, which the bundler does not understand.
    return rx.asset(f"{FOLDER}/{module}.js").importable_path
