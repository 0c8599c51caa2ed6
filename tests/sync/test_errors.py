"""One table of errors, told the same way in three places."""

import re
from pathlib import Path

import pytest

from interview_exit.sync import errors
from interview_exit.sync.errors import ERRORS, Refused

ROW = re.compile(r"^\| `([a-z_]+)` +\| (\d{3}) +\| (.+?) +\|$", re.MULTILINE)
PROTOCOL = Path(__file__).parents[2] / "docs" / "protocol.md"


@pytest.mark.parametrize("told", [errors.__doc__ or "", PROTOCOL.read_text()], ids=["docstring", "docs"])
def test_table_lists_exactly_the_errors_there_are(told: str) -> None:
    assert {code: int(status) for code, status, _ in ROW.findall(told)} == {
        code: row[0] for code, row in ERRORS.items()
    }


def test_docs_say_the_same_as_the_docstring() -> None:
    assert ROW.findall(PROTOCOL.read_text()) == ROW.findall(errors.__doc__ or "")


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_a_code_and_a_detail(name: str) -> None:
    assert set(Refused(name).body) == {"code", "detail"}
    assert Refused(name).response().status_code == ERRORS[name][0]


@pytest.mark.parametrize("name", ["busy", "database_unavailable"])
def test_passing_trouble_says_when_to_try_again(name: str) -> None:
    assert int(Refused(name).response().headers["retry-after"]) > 0
