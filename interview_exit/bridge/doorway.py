"""How Python reads from JavaScript modules and calls into them."""

import re
from pathlib import Path
from typing import Any, ClassVar, Generic, NewType, TypeVar, TypeVarTuple, get_args, get_origin, get_type_hints

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars.base import Var, VarData
from reflex_base.event import EventChain
from reflex_base.utils.types import GenericType, value_inside_optional
from reflex_base.vars.function import ArgsFunctionOperation, FunctionStringVar

from interview_exit.compiled.typescript import camel

FOLDER = "client"
INLINE = ("base/denied", "live/early-taps", "cover/early-cover", "live/early-wording", "base/failed")
# They are read here; every page would carry them, and a phone would fetch them before anything else.
COMMENT = re.compile(r"^\s*//.*\n|^\s*/\*\*.*?\*/\n|/\*\*.*?\*/ ?", re.MULTILINE)

Action = Var[Any]
"""A plain handler that runs in the browser."""

VALUE: Var[str] = Var("event.target.value", _var_type=str)
CHECKED: Var[bool] = Var("event.target.checked", _var_type=bool)
FILES: Var[Any] = Var("event.target.files")
"""What a control holds when it calls: given like any other argument."""

FileList = NewType("FileList", object)
"""The files that somebody chose."""

Held = TypeVar("Held")
Arguments = TypeVarTuple("Arguments")


class Value(Generic[Held]):
    """A value of a module's state; as a Var, who reads it is drawn again when it changes."""

    def __init__(self, path: str, reader: str, key: str, type_: GenericType) -> None:
        source, hook = last(path), camel(reader.replace("-", "_"))
        name = f"{source}_{key}"
        imports = {_path(f"readers/{reader}"): [ImportVar(tag=hook)]}
        data = VarData(imports=imports, hooks={f'const {name} = {hook}("{source}", "{key}")': None})
        self._var = Var(name, _var_type=value_inside_optional(type_), _var_data=data).guess_type()

    def __get__(self, instance: object, owner: type) -> Any:  # noqa: ANN401, Reflex gives each type its own Var
        """Return it as a Var."""
        return self._var


class Call(Generic[*Arguments]):
    """A function that a module exports, by the types of its arguments."""

    def __init__(self, path: str, name: str) -> None:
        self._alias = f"{last(path)}_{name}"
        self._imports = {_path(path): [ImportVar(tag=name, alias=self._alias)]}

    def __call__(self, *args: object) -> Action:
        """Return a handler that calls it with Python values or Vars."""
        function = FunctionStringVar.create(self._alias, _var_data=VarData(imports=self._imports))
        # An arrow function, since a bare reference would receive the browser's event as one more argument.
        return ArgsFunctionOperation.create(("event",), function.call(*args)).to(EventChain)


class Module:
    """One first-party JavaScript module: a class declares the values to read of it and the functions to call.

    They have the names that they have there, in Python's spelling: `small_field` is `smallField`.
    """

    path: ClassVar[str]
    """Its file in assets/client, without its ending."""
    reader: ClassVar[str]
    """The module that binds its state to components: what only one page needs has a reader of its own."""
    values: ClassVar[dict[str, Any]]
    calls: ClassVar[dict[str, tuple[Any, ...]]]
    """What is declared, as JavaScript spells it, and its types."""

    def __init_subclass__(cls, path: str, reader: str = "use-live") -> None:
        """Turn what is declared into Vars and calls."""
        cls.path, cls.reader, cls.values, cls.calls = path, reader, {}, {}
        for name, hint in get_type_hints(cls).items():
            key = camel(name)
            if get_origin(hint) is Value:
                (cls.values[key],) = get_args(hint)
                setattr(cls, name, Value(path, reader, key, cls.values[key]))
            elif get_origin(hint) is Call:
                cls.calls[key] = get_args(hint)
                setattr(cls, name, Call(path, key))


def inline_scripts() -> list[rx.Component]:
    """Return the scripts that run before anything else: early taps are kept, a cover stays up, a failure is shown."""
    sources = [(Path("assets") / FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in INLINE]
    return [rx.el.script(COMMENT.sub("", source)) for source in sources]


def last(path: str) -> str:
    """Return how a module's reader knows it: by its file's name."""
    return path.rpartition("/")[2].replace("-", "_")


def _path(module: str) -> str:
    return f"$/public/{FOLDER}/{module}.js"
