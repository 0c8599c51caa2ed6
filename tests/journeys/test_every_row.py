"""Every row of the method has a journey that is named by its id and made on the phone without a signal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROWS = {f"m{number:02}" for number in range(1, 50)} | {f"n{number:02}" for number in (1, 2, 4, 5, 6)}
WITHOUT_A_SIGNAL = {"underground", "preparing", "away"}


def journeys() -> Iterator[tuple[str, set[str]]]:
    """Yield the name of each journey with its fixtures."""
    for file in Path(__file__).parent.glob("test_*.py"):
        for each in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
                yield each.name, {argument.arg for argument in each.args.args}


def test_every_row_of_the_method_has_a_journey_without_a_signal() -> None:
    named = {
        row
        for name, fixtures in journeys()
        if fixtures & WITHOUT_A_SIGNAL
        for row in re.findall(r"_([mn]\d\d)(?=_)", name)
    }
    assert named == ROWS
