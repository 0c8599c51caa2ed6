"""Every command in the documents does what they say, typed as it stands outside the virtual environment."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.cluster import Cluster
from tests.support.site import ROOT, free_port
from tests.sync.conftest import migrate

PROGRAMS = (
    "make",
    "python",
    "alembic",
    "sqlite3",
    "pg_dump",
    "pg_restore",
    "psql",
    "curl",
    "(umask",
    ".venv/bin/",
)
# Told for other machines than this one, or tried elsewhere; and why.
ELSEWHERE = {
    "make run": "tests/test_commands.py",
    "make phone": "tests/tools/test_phone.py",
    "make phone HOST=laptop.local": "tests/tools/test_phone.py, under another name",
    "make test": "runs this",
    "make test INSTALL=0": "tests/tools/test_need.py",
    "make help": "tests/test_commands.py",
    "make bench": "takes minutes",
    "make bench ARGS=monkey": "takes minutes",
    "make bench ARGS=sync": "takes minutes",
    "make bench ARGS=siege": "takes minutes",
    "make bench ARGS=simulation": "takes minutes",
}


def commands(document: str) -> list[str]:
    """Return what a document tells people to type: indented lines and what stands in the text."""
    text = (ROOT / document).read_text(encoding="utf-8")
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    shown = [line.strip() for line in outside.splitlines() if line.startswith("    ")]
    named = re.findall(r"`([^`\n]+)`", outside)
    consoles = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    fenced = [match for console in consoles for match in re.findall(r"\$ ((?:.*\\\n)*.*)", console)]
    found = [*shown, *(name for name in named if " " in name), *fenced]
    return [re.sub(r" {2,}# .*", "", line) for line in found if line.startswith(PROGRAMS)]


def type_in(command: str, **variables: str) -> str:
    """Type a command as a person does who has only what Debian has."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
    path = ":".join([*map(str, programs), "/usr/local/bin", "/usr/bin", "/bin"])
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=ROOT,
        env=kept | {"PATH": path} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, (command, run.stdout, run.stderr)
    return run.stdout


@contextmanager
def typed_and_left(command: str, **variables: str) -> Iterator[None]:
    """Type a command that runs until it is stopped."""
    environment = {"PATH": "/usr/bin:/bin"} | variables
    process = subprocess.Popen(["bash", "-c", command], cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def answers(url: str) -> bool:
    with suppress(OSError):
        return urlopen(url).status == 200
    return False


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_commands_for_sqlite(tmp_path: Path) -> None:
    database, copy, port = tmp_path / "sealed.db", tmp_path / "copy.backup", free_port()
    told = commands("docs/operate.md")
    url = f"sqlite:///{database}"
    variables = {"DATABASE_URL": url, "PORT": str(port), "SERVER_BYTES": "1000000"}
    migrate(url)

    def run(start: str) -> str:
        [command] = [command for command in told if command.startswith(start)]
        return type_in(command.replace("copy.backup", str(copy)), **variables)

    run(".venv/bin/alembic downgrade -1")
    run(".venv/bin/alembic upgrade head")
    [serve] = [command for command in told if command.startswith(".venv/bin/python -m interview_exit.sync serve")]
    with typed_and_left(serve, DATABASE_URL=url, PORT=str(port)):
        until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        run(".venv/bin/python -m interview_exit.sync backup")
        run(".venv/bin/python -m interview_exit.sync healthcheck")
    assert copy.stat().st_mode & 0o777 == 0o600
    run(".venv/bin/python -m interview_exit.sync restore")
    run(".venv/bin/python -m interview_exit.sync check")
    assert "Renewed the epoch of 0 vaults" in run(".venv/bin/python -m interview_exit.sync renew-epoch")
    run(".venv/bin/python -m interview_exit.sync compact")


def test_commands_for_postgresql(cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.database()
    migrate(url)
    found = re.fullmatch(r"postgresql\+psycopg://(\w+)@/(\w+)\?host=(.+)", url)
    assert found
    user, name, host = found.groups()
    told = commands("docs/operate.md")
    for start in ("(umask", "pg_restore", "psql"):
        [command] = [command for command in told if command.startswith(start)]
        typed = re.sub(r"(?<![\w-])name(?= |$)|(?<=dbname=)name", name, command)
        type_in(typed.replace("copy.dump", str(tmp_path / "copy.dump")), PGHOST=host, PGUSER=user)
    assert (tmp_path / "copy.dump").stat().st_mode & 0o777 == 0o600


def test_example_of_the_protocol(tmp_path: Path) -> None:
    url, port = f"sqlite:///{tmp_path}/sealed.db", free_port()
    migrate(url)
    serve = ".venv/bin/python -m interview_exit.sync serve"
    with typed_and_left(serve, DATABASE_URL=url, PORT=str(port)):
        until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        said = [
            type_in(command.replace("localhost:8000", f"127.0.0.1:{port}")) for command in commands("docs/protocol.md")
        ]
    assert said[0].startswith("HTTP/1.1 201 Created")
    assert [re.search(r'"seq":(\d)', line).group(1) for line in said] == ["0", "1", "1"]  # pyright: ignore[reportOptionalMemberAccess]


@pytest.mark.parametrize(
    "document", ["README.md", "docs/operate.md", "docs/protocol.md", "docs/export.md", "docs/scale.md"]
)
def test_no_command_is_left_untried(document: str) -> None:
    tried = (".venv/bin/", "(umask 077; pg_dump", "pg_restore --clean", "pg_dump --table", "psql name", "curl ")
    assert [line for line in commands(document) if not line.startswith(tried) and line not in ELSEWHERE] == []
