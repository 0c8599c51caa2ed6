"""Python's types as TypeScript spells them."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from itertools import pairwise
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, NewType, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", Any: "any"}
LISTS = (list, Sequence)
RECORDS = (dict, Mapping)


def camel(name: str) -> str:
    """Return a name of Python's as JavaScript spells it."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def is_shape(hint: object) -> bool:
    """Return whether a type has keys of its own."""
    return isinstance(hint, type) and (is_typeddict(hint) or is_dataclass(hint))


def optional_keys(shape: Any) -> set[str]:  # noqa: ANN401 (a type may be anything)
    """Return the keys that a type may lack."""
    # Python does not see NotRequired itself in a file whose annotations are evaluated late.
    hints = get_type_hints(shape, include_extras=True)
    said = {key for key, hint in hints.items() if get_origin(hint) is NotRequired}
    return said | getattr(shape, "__optional_keys__", frozenset())


def spelled(hint: Any, names: Mapping[Any, str] | None = None) -> str:  # noqa: ANN401 (a type may be anything)
    """Return a type; those that have a name by that, and a `NewType` as what the browser calls so.

    Raises:
        TypeError: If TypeScript has none like it.
    """
    names = names or {}
    if named := names.get(hint):
        return named
    origin, inner = get_origin(hint) or hint, [spelled(each, names) for each in get_args(hint) if _is_type(each)]
    if is_shape(hint):
        return hint.__name__
    if isinstance(hint, NewType):
        return hint.__name__
    if origin is Literal:
        return " | ".join(json.dumps(each) for each in get_args(hint))
    if origin in (Union, UnionType):
        return " | ".join(inner)
    if hint in PLAIN:
        return PLAIN[hint]
    return _collection(hint, origin, inner)


def interfaces(hints: Sequence[Any], names: Mapping[Any, str] | None = None) -> list[str]:
    """Return what declares every type with keys that these are made of."""
    return [_interface(shape, names or {}) for shape in dict.fromkeys(each for hint in hints for each in _shapes(hint))]


def aliases(module: ModuleType) -> dict[Any, str]:
    """Return the literal types that a module knows by name."""
    return {held: name for name, held in vars(module).items() if get_origin(held) is Literal}


def comment(text: str | None, indent: str = "") -> str:
    """Return a text as a comment in front of what it is about."""
    lines = inspect.cleandoc(text or "").split("\n")
    if lines == [""]:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0].strip()} */\n"
    return "".join([f"{indent}/**\n", *(f"{indent} * {line}".rstrip() + "\n" for line in lines), f"{indent} */\n"])


def told(source: str) -> dict[str, str]:
    """Return what stands below each annotated name of a Python file."""
    body = ast.parse(source).body
    return {
        node.target.id: text.value.value
        for node, text in pairwise(body)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


def _is_type(each: object) -> bool:
    return each is not ... and not isinstance(each, str)


def _collection(hint: Any, origin: Any, inner: list[str]) -> str:  # noqa: ANN401
    if origin in LISTS or (origin is tuple and get_args(hint)[1:] == (...,)):
        return f"readonly {_grouped(inner[0])}[]"
    if origin is tuple:
        return f"readonly [{', '.join(inner)}]"
    if origin in RECORDS:
        return f"Readonly<Record<{inner[0]}, {inner[1]}>>"
    raise TypeError(f"no type of TypeScript's for {hint}")


def _grouped(text: str) -> str:
    return f"({text})" if " " in text else text


def _shapes(hint: Any) -> Iterator[Any]:  # noqa: ANN401
    inner = get_type_hints(hint).values() if is_shape(hint) else get_args(hint)
    for each in inner:
        yield from _shapes(each)
    if is_shape(hint):
        yield hint


def _interface(shape: Any, names: Mapping[Any, str]) -> str:  # noqa: ANN401
    optional = optional_keys(shape)
    rows = [
        f"  readonly {camel(key)}{'?' if key in optional else ''}: {spelled(hint, names)};\n"
        for key, hint in get_type_hints(shape).items()
    ]
    return f"{comment(shape.__doc__)}export interface {shape.__name__} {{\n{''.join(rows)}}}\n"
