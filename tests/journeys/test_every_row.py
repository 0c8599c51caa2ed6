"""Every row of the method has a journey that is named by its id; those of the interview itself, without a signal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

METHOD = {f"m{number:02}" for number in range(1, 50)}
# What advisers, users and reviewers have changed since.
SINCE = {f"n{number:02}" for number in range(1, 13)}
WITHOUT_A_SIGNAL = {"underground", "preparing", "away"}


def journeys() -> Iterator[tuple[set[str], set[str]]]:
    """Yield the rows that each journey is named by, with its fixtures."""
    for file in Path(__file__).parent.glob("test_*.py"):
        for each in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
                rows = set(re.findall(r"_([mn]\d\d)(?=_)", each.name))
                yield rows, {argument.arg for argument in each.args.args}


def test_every_row_of_the_method_has_a_journey_without_a_signal() -> None:
    assert {row for rows, fixtures in journeys() if fixtures & WITHOUT_A_SIGNAL for row in rows} >= METHOD


def test_every_row_that_came_since_has_a_journey_and_none_is_named_by_what_is_no_row() -> None:
    assert {row for rows, _ in journeys() for row in rows} == METHOD | SINCE
