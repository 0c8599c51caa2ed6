"""The names that interview_exit/client spells are really exported by the JavaScript modules: a rename fails here."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Page

from interview_exit.client import doorway

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


READERS = [module for module in MODULES if spelled(module, "read")]


@pytest.mark.parametrize("module", READERS)
def test_every_value_that_python_reads_has_a_first_value(modules_page: Page, module: str) -> None:
    known = modules_page.evaluate(
        "async (name) => Object.keys((await import(`/client/${name}.js`)).state.initial)", module
    )
    assert spelled(module, "read") <= set(known)


@pytest.mark.parametrize("module", MODULES)
def test_every_action_that_python_calls_is_exported(modules_page: Page, module: str) -> None:
    functions = modules_page.evaluate(
        """async (name) => Object.entries(await import(`/client/${name}.js`))
            .filter(([, value]) => typeof value === "function").map(([key]) => key)""",
        module,
    )
    assert spelled(module, "call") | begun(module) <= set(functions)


@pytest.mark.parametrize("module", READERS)
def test_its_reader_binds_every_module_that_python_reads(module: str) -> None:
    found = import_module(f"interview_exit.client.{module}")._module
    reader = Path(f"assets/client/{found.reader}.js").read_text(encoding="utf-8")
    assert f"export const {doorway.READERS[found.reader]} = readerOf(" in reader
    assert f'"./{module}.js"' in reader


def test_what_only_one_page_needs_is_not_bound_for_all() -> None:
    live = Path("assets/client/use-live.js").read_text(encoding="utf-8")
    assert not [module for module in ("planning", "choices", "drill", "rehearsal") if f'"./{module}.js"' in live]
