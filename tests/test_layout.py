"""What may import, open, name or spell what: the seams of the project, read from its files."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "interview_exit"
CLIENT = ROOT / "assets" / "client"
PYTHON = sorted(
    path for folder in (APP, ROOT / "tests", ROOT / "tools", ROOT / "alembic") for path in folder.rglob("*.py")
)
MODULES = sorted(CLIENT.rglob("*.js"))
SKIPPED = {".git", ".venv", ".web", ".build", ".data", ".hypothesis", "node_modules", "__pycache__"}
LOCKS = [ROOT / "reflex.lock" / "package-lock.json", ROOT / "tools" / "package-lock.json"]
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))

PINNED = r"\S+==\S+(?: ; [^\n]+)? \\\n +--hash=sha256:"

PURE = ["rules", "words", "compiled", "server", "sync", "routes", "settings"]
# Lists of words and of cases grow with what they list.
CATALOGUES = {"flags.py", "labels.py", "about.py", "scripts.py"}


def code_of(path: Path) -> str:
    """Return a JavaScript module without its comments."""
    return re.sub(r"/\*.*?\*/|^\s*//.*?$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def having(pattern: str, paths: list[Path]) -> set[str]:
    """Return which of these files have a pattern in their code."""
    return {path.name for path in paths if re.search(pattern, code_of(path))}


def texts() -> Iterator[tuple[Path, str]]:
    """Return every text file of the project."""
    for path in ROOT.rglob("*"):
        if path.is_file() and not SKIPPED & set(path.relative_to(ROOT).parts):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def functions() -> Iterator[tuple[str, int]]:
    """Return every function by its place, and how many lines it has."""
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_rules_words_and_server_know_nothing_of_reflex() -> None:
    paths = [path for name in PURE for path in (APP / f"{name}.py", *(APP / name).rglob("*.py")) if path.is_file()]
    imports = [f"import {'.'.join(path.relative_to(ROOT).with_suffix('').parts)}" for path in paths]
    program = "; ".join([*imports, "import sys", "sys.exit('reflex' in sys.modules)"])
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_only_store_opens_a_database() -> None:
    assert having(r"indexedDB\.open", MODULES) == {"database.js"}


def test_only_reading_and_what_builds_elements_and_catches_failures_know_react() -> None:
    assert having(r'from "react"', MODULES) == {"failure.js", "jsx.js", "use-state.js"}


def test_only_the_doorway_spells_javascript_names() -> None:
    outside = [path for path in APP.rglob("*.py") if path.parent != APP / "bridge"]
    assert (
        having(r"\b(ImportVar|FunctionVar|FunctionStringVar|VarData|call_script|run_script|call_function)\b", outside)
        == set()
    )


def test_no_module_turns_text_into_markup_or_code() -> None:
    assert having(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", MODULES) == set()


def test_only_settings_reads_the_environment() -> None:
    assert having(r"os\.environ|os\.getenv|from os import", list(APP.rglob("*.py"))) == {"settings.py"}


def test_no_machine_is_named() -> None:
    machine = re.compile(r"(?<![\w.$}])/(?:" + "|".join(["work", "tmp", "home", "root", "Users"]) + r")/\w")
    assert {str(path.relative_to(ROOT)) for path, text in texts() if machine.search(text)} == set()


def test_no_registry_is_named() -> None:
    registry = re.compile(
        "|".join([r"registry\.npm" + "js", r"pypi\.(?:org|python)", r"python" + "hosted", "npm" + "mirror"])
    )
    assert {str(path.relative_to(ROOT)) for path, text in texts() if registry.search(text)} == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.parent.name)
def test_every_npm_package_is_locked_by_its_hash_and_without_an_address(lock: Path) -> None:
    packages = {name: facts for name, facts in json.loads(lock.read_text())["packages"].items() if name}
    assert [name for name, facts in packages.items() if not facts.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, facts in packages.items() if "resolved" in facts] == []


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.stem)
def test_every_python_package_is_locked_by_its_hash_and_without_an_address(file: Path) -> None:
    text = file.read_text()
    packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert packages
    assert [package for package in packages if not re.match(PINNED, package)] == []
    assert not re.search(r"://|^--|(?<!\w)/\w", text, re.MULTILINE)


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    files = [path for path in [*APP.rglob("*.py"), *MODULES] if path.name not in CATALOGUES]
    assert {path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > 300} == set()


def test_functions_read_in_one_breath() -> None:
    lengths = dict(functions())
    assert {place for place, length in lengths.items() if length > 40} == set()
    assert median(lengths.values()) <= 10
