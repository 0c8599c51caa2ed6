"""The names that interview_exit/client spells are really exported by the JavaScript modules: a rename fails here."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Page

from interview_exit.bridge import doorway

DOORWAY = Path("interview_exit/client")
MODULES = sorted(file.stem for file in DOORWAY.glob("*.py") if "Module(" in file.read_text() and file.stem != "doorway")


def spelled(module: str, method: str) -> set[str]:
    """Return the names that one Python file passes to `_module.read` or `_module.call`."""
    tree = ast.parse((DOORWAY / f"{module}.py").read_text(encoding="utf-8"))
    return {
        first.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
        for first in node.args[:1]
        if isinstance(first, ast.Constant) and isinstance(first.value, str)
    }


def begun(module: str) -> set[str]:
    """Return the names that one Python file passes to `_module.while_shown`, after the value."""
    source = (DOORWAY / f"{module}.py").read_text(encoding="utf-8")
    return set(re.findall(r'_module\.while_shown\(.+, "(\w+)"\)', source))


def found(module: str) -> doorway.Module:
    """Return what one Python file reads from and calls."""
    return import_module(f"interview_exit.bridge.{module}")._module


READERS = [module for module in MODULES if spelled(module, "read")]


@pytest.mark.parametrize("module", READERS)
def test_every_value_that_python_reads_has_a_first_value(modules_page: Page, module: str) -> None:
    known = modules_page.evaluate(
        "async (path) => Object.keys((await import(`/client/${path}.js`)).state.initial)", found(module).path
    )
    assert spelled(module, "read") <= set(known)


@pytest.mark.parametrize("module", MODULES)
def test_every_action_that_python_calls_is_exported(modules_page: Page, module: str) -> None:
    functions = modules_page.evaluate(
        """async (path) => Object.entries(await import(`/client/${path}.js`))
            .filter(([, value]) => typeof value === "function").map(([key]) => key)""",
        found(module).path,
    )
    assert spelled(module, "call") | begun(module) <= set(functions)


@pytest.mark.parametrize("module", READERS)
def test_its_reader_binds_every_module_that_python_reads(module: str) -> None:
    path, name = found(module).reader, found(module).name
    reader = Path(f"assets/client/readers/{path}.js").read_text(encoding="utf-8")
    assert f"export const {doorway.READERS[path]} = readerOf(" in reader
    assert f'"../{found(module).path}.js"' in reader
    assert re.search(rf"^  {name}: |{{ {name}: |, {name}: ", reader, re.MULTILINE)


def test_what_only_one_page_needs_is_not_bound_for_all() -> None:
    live = Path("assets/client/readers/use-live.js").read_text(encoding="utf-8")
    assert not [module for module in ("planning", "choices", "drill", "rehearsal") if f"/{module}.js" in live]
