"""The names that client.py spells are really exported by the JavaScript modules, so that a rename fails here first."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest
from playwright.sync_api import Page

CLIENT = Path("interview_exit/client.py")


def calls(function: str) -> dict[str, set[str]]:
    """Return, by module, the names that client.py passes to one of its two helpers."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(ast.parse(CLIENT.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
            source, name = (arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant))
            found[str(source)].add(str(name))
    return found


READS = calls("_live")
ACTIONS = calls("_act")


@pytest.mark.parametrize("module", sorted(READS))
def test_every_value_that_python_reads_has_a_first_value(modules_page: Page, module: str) -> None:
    known = modules_page.evaluate(
        "async (name) => Object.keys((await import(`/client/${name}.js`)).state.initial)", module
    )
    assert READS[module] <= set(known)


@pytest.mark.parametrize("module", sorted(ACTIONS))
def test_every_action_that_python_calls_is_exported(modules_page: Page, module: str) -> None:
    functions = modules_page.evaluate(
        """async (name) => Object.entries(await import(`/client/${name}.js`))
            .filter(([, value]) => typeof value === "function").map(([key]) => key)""",
        module,
    )
    assert ACTIONS[module] <= set(functions)


def test_the_reader_is_exported_beside_the_sources_it_binds() -> None:
    reader = Path("assets/client/use-live.js").read_text(encoding="utf-8")
    assert "export function useLive" in reader or "export const useLive" in reader
    for module in READS:
        assert f'"./{module}.js"' in reader
