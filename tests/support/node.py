"""First-party JavaScript without a browser: what is pure is evaluated in the locked Node, in milliseconds.

A page has the modules of `assets/client/` and the generated tables under `/client/`, as `modules_page` has them, and
no global of any browser: who reaches for one fails. In a test:

    node_page.evaluate("async (id) => (await import('/client/domain/flags.js')).isFlagId(id)", "pay")
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interview_exit.compiled.modules import sources
from tests.support.modules import CLIENT
from tools.commands import BIN

PROGRAM = Path(__file__).with_suffix(".mjs")
COMMAND = (BIN / "node", "--experimental-vm-modules", "--disable-warning=ExperimentalWarning", PROGRAM)


class NodeError(Exception):
    """What was thrown in JavaScript and caught by nobody there, with the stack."""


class Node:
    """One process of Node that evaluates one page at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._ask({"tables": sources(), "client": str(CLIENT)})

    def open(self) -> "NodePage":
        """Open a page in which no module has been imported yet; the one before is gone."""
        self._ask({"open": True})
        return NodePage(self)

    def evaluate(self, expression: str, given: object) -> Any:  # noqa: ANN401, whatever the expression gives
        return self._ask({"evaluate": expression, "given": given})

    def end(self) -> None:
        self._process.communicate(timeout=10)

    def _ask(self, question: dict[str, object]) -> Any:  # noqa: ANN401
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(question)}\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, f"Node has ended: {self._process.wait()}"
        answer = json.loads(said)
        if faults := [*([answer["fault"]] if "fault" in answer else []), *answer["uncaught"]]:
            raise NodeError("\n".join(faults))
        return answer["value"]


class NodePage:
    """What a test drives, as it drives a page of Playwright's."""

    def __init__(self, node: Node) -> None:
        self._node = node

    def evaluate(self, expression: str, arg: object = None) -> Any:  # noqa: ANN401, whatever the expression gives
        """Return what an expression gives, or what the function that it is gives for the argument.

        Raises:
            NodeError: If it throws, or something that it began does.
        """
        return self._node.evaluate(expression, arg)


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    """One process for the session."""
    node = Node()
    yield node
    node.end()


@pytest.fixture
def node_page(node: Node) -> NodePage:
    """A page of one's own, with no browser around it."""
    return node.open()
