"""A site of one's own at its most talkative, and the wire before it: who listens, and who holds the database."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.cluster import Cluster
from tests.support.proxy import Wire
from tests.support.site import free_port, make_run, stop


@dataclass
class Talkative:
    """The site; `read_database` returns all that its operator's disk or backup holds."""

    wire: Wire
    read_database: Callable[[], bytes]
    _server: subprocess.Popen[str]

    def last_words(self) -> tuple[str, str]:
        """Stop it; return what was sent over the wire, and what the server has said."""
        self.wire.cut()
        return bytes(self.wire.said).decode("latin-1"), stop(self._server)


@pytest.fixture
def talkative(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Talkative]:
    """The production server on each database, with its log at debug level."""
    if backend == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        url = cluster.database()
        read_database: Callable[[], bytes] = lambda: cluster.dump(url)  # noqa: E731
    else:
        url = f"sqlite:///{tmp_path}/sealed.db"
        read_database = lambda: b"".join(file.read_bytes() for file in tmp_path.glob("sealed.db*"))  # noqa: E731
    with make_run(PORT=str(free_port()), LOG_LEVEL="debug", DATABASE_URL=url) as (process, lines):
        site = Talkative(Wire(lines[-1].removeprefix("Ready: ")), read_database, process)
        yield site
        site.wire.cut()
