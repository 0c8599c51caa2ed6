"""The table for a spreadsheet: any text comes back from it, and none of it runs."""

import csv
import io
from collections.abc import Sequence

import pytest

from tests.support.node import NodePage
from tests.support.odd import ODD

ROW = "async (cells) => (await import('/client/domain/csv.js')).row(cells)"
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    ' =HYPERLINK("http://example.org")',
    "\u200e=1",
    "\ufeff=1",
    "\uff1d1",
    "=cmd|' /C calc'!A0",
)


def read_back(page: NodePage, cells: Sequence[str | int]) -> list[str]:
    text = page.evaluate(ROW, list(cells))
    assert text.endswith("\r\n")
    [row] = csv.reader(io.StringIO(text, newline=""), strict=True)
    return row


def test_any_text_comes_back_from_its_cell(node_page: NodePage) -> None:
    odd = [*ODD, 'a "quoted" word', "one, two", "one\r\ntwo", "", "Jo-Ann", "a=b", "5 % + 3"]
    assert read_back(node_page, odd) == odd


@pytest.mark.parametrize("formula", FORMULAS, ids=range(len(FORMULAS)))
def test_no_cell_begins_as_a_formula(node_page: NodePage, formula: str) -> None:
    assert read_back(node_page, [formula, -1]) == [f"'{formula}", "-1"]
