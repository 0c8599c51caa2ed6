"""What the docs tell is so: the settings there are, and the example, request by request."""

import itertools
import json
import re
import shlex
from pathlib import Path

from starlette.testclient import TestClient

from interview_exit import settings
from tests.sync.conftest import Serve

DOCS = Path(__file__).parents[2] / "docs"


def test_every_setting_is_listed_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([A-Z_]+)` +\| (.+?) +\|", (DOCS / "operate.md").read_text(), re.MULTILINE))
    assert list(rows) == list(settings.DEFAULTS)
    told = {
        name: default.strip("`").replace("none", "").replace("all", "")
        for name, default in rows.items()
        if name != "DATABASE_URL"
    }
    assert told == {name: default for name, default in settings.DEFAULTS.items() if name != "DATABASE_URL"}


def test_example_is_answered_as_shown(serve: Serve) -> None:
    client, epochs = serve(), set()
    for command, shown in example():
        answer = ask(client, command)
        epochs.add(answer.pop("epoch"))
        assert answer == {name: value for name, value in shown.items() if name != "epoch"}
    assert len(epochs) == 1


def example() -> list[tuple[list[str], dict[str, object]]]:
    """Return the commands of the protocol's example, each with the answer that is shown."""
    console = re.search(r"```console\n(.+?)```", (DOCS / "protocol.md").read_text(), re.DOTALL)
    assert console
    steps = console[1].split("$ curl ")[1:]
    return [(shlex.split(step.split("\n{")[0].split("\nHTTP")[0].replace("\\\n", " ")), shown(step)) for step in steps]


def shown(step: str) -> dict[str, object]:
    return json.loads(step.strip().splitlines()[-1])


def ask(client: TestClient, command: list[str]) -> dict[str, object]:
    """Do what a curl command would."""
    headers = dict(value.split(": ") for flag, value in itertools.pairwise(command) if flag == "-H")
    bodies = [value for flag, value in itertools.pairwise(command) if flag == "-d"]
    path = next(part.removeprefix("localhost:8000") for part in command if part.startswith("localhost"))
    method = next((value for flag, value in itertools.pairwise(command) if flag == "-X"), "POST" if bodies else "GET")
    return client.request(method, path, headers=headers, content="".join(bodies)).json()
