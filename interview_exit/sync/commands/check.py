"""Looks at what an operator has set up, and says of each thing that it is right, or what to do."""

import shutil
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from interview_exit.server.transport import is_lasting
from interview_exit.settings import Settings, SettingsError, load
from interview_exit.sync import storage
from interview_exit.sync.database import Database, open_database
from interview_exit.sync.faults import why
from interview_exit.sync.migration import CONFIG
from interview_exit.sync.models import VAULT

URL_SECONDS = 10
# What SQLite needs for each sealed byte, and what a disk needs for anything else to go on.
PER_BYTE = 4 / 3
SPARE_BYTES = 256 * 1024 * 1024
MIB = 1024 * 1024


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: how it is, or what to do."""

    subject: str
    is_right: bool
    told: str


def check(url: str = "") -> list[Finding]:
    """Return what was found.

    Args:
        url: Where people reach the server, if that is to be tried.
    """
    try:
        settings = load()
    except SettingsError as error:
        return [Finding("settings", False, str(error))]
    found = [Finding("settings", True, "all can be used"), *_database(settings), _entrance(settings)]
    return [*found, *(_front(settings, url) if url else [Finding("TLS", True, "not looked at: give --url https://…")])]


def _database(settings: Settings) -> Iterator[Finding]:
    database = open_database(settings.database_url)
    if database.file and not database.file.exists():
        yield Finding("database", True, "SQLite; the first start makes it")
        yield _disk(database.file, settings.server_bytes)
        return
    try:
        with database.reader.connect() as connection:
            yield Finding("database", True, f"{connection.dialect.name} answers")
            yield _migrations(connection)
            yield from _rows(connection, settings, database)
    except SQLAlchemyError as error:
        reason = why(error, database.file)
        yield Finding("database", False, f"can't be used ({reason.value if reason else type(error).__name__})")
    finally:
        database.dispose()


def _migrations(connection: Connection) -> Finding:
    scripts = ScriptDirectory.from_config(Config(CONFIG))
    found = set(MigrationContext.configure(connection).get_current_heads())
    if found == set(scripts.get_heads()):
        return Finding("tables", True, "as this version has them")
    if found <= {script.revision for script in scripts.walk_revisions()}:
        return Finding("tables", False, "older than this version: `alembic upgrade head`, or start by `make run`")
    return Finding("tables", False, "newer than this version: run the version that made them")


def _rows(connection: Connection, settings: Settings, database: Database) -> Iterator[Finding]:
    if database.file:
        used = storage.total_bytes(connection, VAULT) if connection.dialect.has_table(connection, "vault") else 0
        yield _disk(database.file, max(0, settings.server_bytes - used))
    else:
        yield _setting(connection, "synchronous_commit", {"on", "remote_apply", "remote_write", "local"}, "on")
        yield _setting(connection, "log_statement", {"none"}, "none")
        yield Finding("disk", True, "not looked at: watch it where PostgreSQL is")


def _disk(file: Path, still_allowed: int) -> Finding:
    folder = next(folder for folder in file.absolute().parents if folder.exists())
    free = shutil.disk_usage(folder).free
    needed = int(still_allowed * PER_BYTE) + SPARE_BYTES
    told = f"{free // MIB:,} MiB are free, and by SERVER_BYTES up to {needed // MIB:,} MiB may be needed"
    return Finding("disk", free >= needed, told if free >= needed else f"{told}: make room, or lower it")


def _setting(connection: Connection, name: str, right: set[str], wanted: str) -> Finding:
    value = connection.exec_driver_sql(f"SHOW {name}").scalar_one()
    told = "" if value in right else f": set it to {wanted}, as docs/operate.md says"
    return Finding(f"PostgreSQL's {name}", value in right, f"{value}{told}")


def _entrance(settings: Settings) -> Finding:
    if ip_address(settings.host).is_loopback:
        return Finding("HOST", True, f"{settings.host}: only this machine gets in, a proxy on it among them")
    told = f"{settings.host}: other machines get in without TLS; only a container, or a proxy elsewhere, needs that"
    return Finding("HOST", True, told)


def _front(settings: Settings, url: str) -> list[Finding]:
    if not url.startswith("https://"):
        return [
            Finding("TLS", False, "--url must begin with https://: without TLS browsers keep nothing for offline use")
        ]
    try:
        headers, body = _get(f"{url.rstrip('/')}/healthz")
    except HTTPError as error:
        return [Finding("TLS", False, f"{url}/healthz answers {error.code}: is the proxy set up, and the server up?")]
    except (URLError, OSError) as error:
        return [Finding("TLS", False, f"{url} can't be reached ({_plain(error)})")]
    if '"status"' not in body or '"version"' not in body:
        return [Finding("TLS", False, f"{url}/healthz is answered by something else than this server")]
    return [
        Finding("TLS", True, f"{url} answers, with a certificate that is trusted"),
        _lasting(settings, url, headers),
    ]


def _lasting(settings: Settings, url: str, headers: Callable[[str], str | None]) -> Finding:
    host = url.removeprefix("https://").partition("/")[0]
    if not settings.hsts_seconds:
        return Finding("HSTS", True, "HSTS_SECONDS=0: browsers may come back without TLS")
    if not is_lasting(host):
        return Finding("HSTS", True, f"not asked for: {host} is no name of one's own")
    if headers("strict-transport-security"):
        return Finding("HSTS", True, "browsers are told to keep to TLS, so the proxy is believed")
    told = "browsers are not told to keep to TLS: name the proxy in PROXIES, and let it send X-Forwarded-Proto"
    return Finding("HSTS", False, told)


def _get(url: str) -> tuple[Callable[[str], str | None], str]:
    with urlopen(Request(url), timeout=URL_SECONDS, context=ssl.create_default_context()) as answer:  # noqa: S310
        return answer.headers.get, answer.read(1024).decode(errors="replace")


def _plain(error: OSError) -> str:
    reason = getattr(error, "reason", error)
    return getattr(reason, "verify_message", "") or getattr(reason, "strerror", "") or str(reason)
