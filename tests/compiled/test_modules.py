"""The generated modules as a whole: nothing travels to the phone that no module there reads."""

import re
from pathlib import Path

import pytest

from interview_exit.compiled.modules import MODULES, declarations, sources, tables

CLIENT = Path("assets/client")
WRITTEN = {path: path.read_text(encoding="utf-8") for path in CLIENT.rglob("*.js")}
# Routes are Python's as well, and each is a constant of its own, which the bundler leaves out where nobody reads it.
COMPILED = [name for name in MODULES if name != "routes"]


def readers_of(name: str) -> dict[str, list[str]]:
    """Return the sources of the modules that import a table, by the table's name."""
    readers: dict[str, list[str]] = {}
    for source in WRITTEN.values():
        for imported in re.findall(rf'import \{{([^}}]+)\}} from "\.\./tables/{name}\.js"', source):
            for table in imported.rstrip(", \n").split(","):
                readers.setdefault(table.strip(), []).append(source)
    return readers


@pytest.mark.parametrize("name", COMPILED)
def test_every_table_is_read_by_some_module(name: str) -> None:
    assert set(readers_of(name)) == set(tables(MODULES[name]))


@pytest.mark.parametrize("name", ["live", "sync"])
def test_every_limit_turns_something(name: str) -> None:
    read = {key for source in readers_of(name)["LIMITS"] for key in re.findall(r"\bLIMITS\.(\w+)", source)}
    assert read == set(tables(MODULES[name])["LIMITS"])


def test_each_module_is_described() -> None:
    assert {name.removesuffix(".js") for name in sources()} == {name.removesuffix(".d.ts") for name in declarations()}
