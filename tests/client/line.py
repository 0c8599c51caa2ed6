"""The line between raw pages and the real API, which runs in this process: it can be cut, jammed and tampered with."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition, Event
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from alembic import command
from alembic.config import Config
from starlette.testclient import TestClient

from interview_exit.settings import load
from interview_exit.sync.app import sync_app
from tests.support.modules import Modules
from tests.support.prompt import PromptHandler

HELD_SECONDS = 60


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def what(self) -> str:
        """Return what is asked for: create, batch, changes or remove."""
        if self.method in {"DELETE", "PUT"}:
            return "remove" if self.method == "DELETE" else "create"
        last = urlsplit(self.path).path.rpartition("/")[2]
        return "create" if last == "vaults" else last

    @property
    def after(self) -> int:
        return int(parse_qs(urlsplit(self.path).query)["after"][0])

    def json(self) -> Any:  # noqa: ANN401, whatever was sent
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """One answer."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    def json(self) -> Any:  # noqa: ANN401, whatever was answered
        return json.loads(self.body)

    def saying(self, **changed: object) -> "Answer":
        """Return it with some of its JSON changed."""
        return replace(self, body=json.dumps(self.json() | changed).encode())


def refusal(status: int, code: str, **headers: str) -> Answer:
    """Return an error of the API."""
    return Answer(status, json.dumps({"code": code, "detail": ""}).encode(), headers)


Deliver = Callable[[Asked], Answer]
Meddle = Callable[[Asked, Deliver], Answer | None]


class Line:
    """Where every request of the pages passes: `meddle` decides what becomes of it, and None loses the answer."""

    def __init__(self, client: TestClient, database: Path) -> None:
        self._client, self._database = client, database
        self.log: list[Asked] = []
        self.answers: list[Answer] = []
        self.meddle: Meddle = straight
        self._under_way, self._moved = 0, Condition()
        self._kinds: tuple[str, ...] = ()
        self._most, self._released = 0, Event()
        self._held: list[Asked] = []

    def carry(self, request: PromptHandler) -> None:
        """Take one request of a page, in a thread of its own."""
        with self._moved:
            self._under_way += 1
        try:
            self._carry(request)
        finally:
            with self._moved:
                self._under_way -= 1
                self._moved.notify_all()

    def rest(self) -> None:
        """Wait until nothing is on its way any more: a server that ends under a request never answers it."""
        with self._moved:
            assert self._moved.wait_for(lambda: not self._under_way, HELD_SECONDS)

    def _carry(self, request: PromptHandler) -> None:
        headers = {name: request.headers[name] for name in ("authorization", "content-type") if name in request.headers}
        body = request.rfile.read(int(request.headers.get("content-length", 0)))
        asked = Asked(request.command, request.path, headers, body)
        self._hold(asked)
        self.log.append(asked)
        answer = self.meddle(asked, self.deliver)
        # Whoever asked may be gone.
        with suppress(ConnectionError):
            if answer is None:
                _break_off(request)
            else:
                self.answers.append(answer)
                _send(request, answer)

    def _hold(self, asked: Asked) -> None:
        if asked.what in self._kinds and len(self._held) < self._most:
            self._held.append(asked)
            self._released.wait(HELD_SECONDS)

    def deliver(self, asked: Asked) -> Answer:
        """Ask the real server."""
        answer = self._client.request(asked.method, asked.path, headers=asked.headers, content=asked.body)
        return Answer(answer.status_code, answer.content, dict(answer.headers))

    @contextmanager
    def holding(self, *kinds: str, most: int = 1000) -> Iterator[list[Asked]]:
        """Keep requests of some kinds on their way; they arrive when the block ends."""
        self._kinds, self._most, self._held, self._released = kinds, most, [], Event()
        yield self._held
        self._kinds = ()
        self._released.set()

    def asked(self) -> list[str]:
        """Return what was asked for, in order."""
        return [asked.what for asked in self.log]

    def backup(self, vault: str) -> list[tuple[Any, ...]]:
        """Return what the server holds of a vault."""
        with closing(sqlite3.connect(self._database)) as database:
            return database.execute(f"SELECT * FROM record WHERE vault = '{vault}'").fetchall()  # noqa: S608

    def lose(self, vault: str) -> None:
        """Lose all that there is of a vault."""
        with closing(sqlite3.connect(self._database)) as database, database:
            database.execute("DELETE FROM record WHERE vault = ?", (vault,))
            database.execute("DELETE FROM vault WHERE id = ?", (vault,))

    def restore(self, vault: str, rows: list[tuple[Any, ...]], epoch: str) -> None:
        """Put a backup back, as an operator does."""
        with closing(sqlite3.connect(self._database)) as database, database:
            database.execute("DELETE FROM record WHERE vault = ?", (vault,))
            database.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?)", rows)
            last = database.execute("SELECT coalesce(max(seq), 0) FROM record WHERE vault = ?", (vault,)).fetchone()
            database.execute("UPDATE vault SET seq = ?, epoch = ? WHERE id = ?", (*last, epoch, vault))


def _send(request: PromptHandler, answer: Answer) -> None:
    request.send_response_only(answer.status)
    for name, value in answer.headers.items():
        if name.lower() != "content-length":
            request.send_header(name, value)
    request.send_header("Content-Length", str(len(answer.body)))
    request.end_headers()
    request.wfile.write(answer.body)
    request.wfile.flush()


def _break_off(request: PromptHandler) -> None:
    # What is no HTTP. A connection that only ends would make a browser ask once more by itself.
    request.close_connection = True
    request.wfile.write(b"broken off\r\n\r\n")
    request.wfile.flush()


def straight(asked: Asked, deliver: Deliver) -> Answer:
    """Let it pass."""
    return deliver(asked)


@pytest.fixture(scope="session")
def sealed_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database that all tests of the phone's half share: each has a vault of its own in it."""
    file = tmp_path_factory.mktemp("sealed") / "sealed.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{file}")
        command.upgrade(Config("alembic.ini"), "head")
    return file


@pytest.fixture
def line(sealed_database: Path, modules_server: Modules) -> Iterator[Line]:
    """A line to the real API."""
    generous = dict.fromkeys(("creations_per_hour", "pairings_per_hour", "vault_requests_per_minute"), 10**6)
    app = sync_app(replace(load({"DATABASE_URL": f"sqlite:///{sealed_database}"}), **generous))
    with TestClient(app, raise_server_exceptions=False) as client:
        line = Line(client, sealed_database)
        modules_server.api = line.carry
        yield line
        modules_server.api = None
        line.rest()
    app.state.service.close()
