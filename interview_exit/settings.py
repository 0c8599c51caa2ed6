"""The environment, read once into one frozen value; a bad value stops the start and names its variable.

| variable       | default                    | meaning                                                  |
|----------------|----------------------------|----------------------------------------------------------|
| `PORT`         | `8000`                     | the one port that page and API are served on             |
| `HOST`         | `127.0.0.1`                | the address to listen on; `0.0.0.0` or `::` lets other machines in |
| `DATABASE_URL` | a file in `.data/`         | SQLite (`sqlite:///path`) or PostgreSQL (`postgresql://`) |
| `LOG_LEVEL`    | `warning`                  | `debug`, `info`, `warning`, `error` or `critical`        |
| `PROXIES`      | `127.0.0.1,::1`            | addresses of reverse proxies whose `X-Forwarded-*` are believed |
| `HSTS_SECONDS` | `15552000`                 | how long a browser that came by TLS keeps to it; `0` asks for nothing |
| `VAULT_RECORDS` | `100000`                  | the most records that one vault may hold, erased ones included |
| `VAULT_BYTES`  | `67108864`                 | the most sealed bytes that one vault may hold            |
| `VAULT_REQUESTS_PER_MINUTE` | `6000`        | how often one vault may ask, as a mean over a minute     |
| `CREATIONS`    | `open`                     | `open`, or `closed`: nobody may create a vault           |
| `CREATIONS_PER_HOUR` | `20`                 | how many vaults may be created from one address          |
| `PAIRINGS_PER_HOUR` | `60`                  | how many pairings of devices may be begun from one address |
| `PAIRINGS`     | `1000`                     | the most pairings under way at once                      |
| `UPLOAD_BYTES_PER_HOUR` | `268435456`       | how much may be pushed from one address                  |
| `SERVER_BYTES` | `10737418240`              | the most sealed bytes of all vaults together             |
| `HEAD_SECONDS` | `5`                        | how long the head of a request may take to arrive        |
| `HEAD_BYTES`   | `16384`                    | the most bytes of a request's address and header fields  |
| `BODY_SECONDS` | `30`                       | how long a request may take to arrive                    |
| `IDLE_SECONDS` | `30`                       | how long a connection may wait for its next request      |
| `UNREAD_SECONDS` | `10`                     | how long a client may take for each 32 KiB of a waiting answer |
| `UNREAD_BYTES` | `67108864`                 | the most that all waiting answers together may hold      |
| `CONNECTIONS`  | `4096`                     | open connections in all                                  |
| `CONNECTIONS_PER_ADDRESS` | `64`            | open connections from one address that is no proxy       |

An empty variable counts as unset. Nothing else in the project reads the environment.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

DATABASE_FILE = Path(__file__).parents[1] / ".data" / "sealed.db"
DEFAULTS = {
    "PORT": "8000",
    "HOST": "127.0.0.1",
    "DATABASE_URL": f"sqlite:///{DATABASE_FILE}",
    "LOG_LEVEL": "warning",
    "PROXIES": "127.0.0.1,::1",
    "HSTS_SECONDS": "15552000",
    "VAULT_RECORDS": "100000",
    "VAULT_BYTES": str(64 * 1024 * 1024),
    "VAULT_REQUESTS_PER_MINUTE": "6000",
    "CREATIONS": "open",
    "CREATIONS_PER_HOUR": "20",
    "PAIRINGS_PER_HOUR": "60",
    "PAIRINGS": "1000",
    "UPLOAD_BYTES_PER_HOUR": str(256 * 1024 * 1024),
    "SERVER_BYTES": str(10 * 1024 * 1024 * 1024),
    "HEAD_SECONDS": "5",
    "HEAD_BYTES": "16384",
    "BODY_SECONDS": "30",
    "IDLE_SECONDS": "30",
    "UNREAD_SECONDS": "10",
    "UNREAD_BYTES": str(64 * 1024 * 1024),
    "CONNECTIONS": "4096",
    "CONNECTIONS_PER_ADDRESS": "64",
}
CREATIONS = ("open", "closed")
LOG_LEVELS = ("debug", "info", "warning", "error", "critical")
# What follows the scheme as SQLAlchemy takes it apart: it fails at other ports with an error that quotes the password.
PLACE = re.compile(r"(?:[^:/]*(?::[^@]*)?@)?(?:\[[^/?]+\]|[^/:?]+)?(?::\d*)?(?:[/?].*)?")
# PostgreSQL by the one driver that we lock, whichever way a host spells its URL.
DRIVERS = {"sqlite": "sqlite", "postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}


class SettingsError(ValueError):
    """A variable holds a value that can't work; the text opens with the variable's name."""


@dataclass(frozen=True)
class Settings:
    """What the environment decides."""

    port: int
    host: str
    database_url: str
    log_level: str
    proxies: frozenset[str]
    hsts_seconds: int
    vault_records: int
    vault_bytes: int
    vault_requests_per_minute: int
    creations: str
    creations_per_hour: int
    pairings_per_hour: int
    pairings: int
    upload_bytes_per_hour: int
    server_bytes: int
    head_seconds: int
    head_bytes: int
    body_seconds: int
    idle_seconds: int
    unread_seconds: int
    unread_bytes: int
    connections: int
    connections_per_address: int

    @property
    def reachable(self) -> str:
        """The address by which this machine reaches itself: nobody can connect to "any address"."""
        address = ip_address(self.host)
        return {4: "127.0.0.1", 6: "::1"}[address.version] if address.is_unspecified else self.host

    @property
    def url(self) -> str:
        """Where a browser on this machine finds the server."""
        host = f"[{self.reachable}]" if ":" in self.reachable else self.reachable
        return f"http://{'localhost' if host == '127.0.0.1' else host}:{self.port}"


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment.

    Raises:
        SettingsError: If a value can't work; the message names its variable.
    """
    if prefix := environ.get("REFLEX_FRONTEND_PATH", "").strip(" /"):
        raise SettingsError(
            f"REFLEX_FRONTEND_PATH must be unset, not {prefix!r}: the app works only at the root of a host name of its "
            "own, such as https://exit.example.org/"
        )
    values = {name: environ.get(name, "").strip() or default for name, default in DEFAULTS.items()}
    return Settings(
        port=_port(values["PORT"]),
        host=_host(values["HOST"]),
        database_url=_database_url(values["DATABASE_URL"]),
        log_level=_one_of(values, "LOG_LEVEL", LOG_LEVELS),
        proxies=_proxies(values["PROXIES"]),
        hsts_seconds=_amount(values, "HSTS_SECONDS", least=0),
        vault_records=_amount(values, "VAULT_RECORDS"),
        vault_bytes=_amount(values, "VAULT_BYTES"),
        vault_requests_per_minute=_amount(values, "VAULT_REQUESTS_PER_MINUTE"),
        creations=_one_of(values, "CREATIONS", CREATIONS),
        creations_per_hour=_amount(values, "CREATIONS_PER_HOUR"),
        pairings_per_hour=_amount(values, "PAIRINGS_PER_HOUR"),
        pairings=_amount(values, "PAIRINGS"),
        upload_bytes_per_hour=_amount(values, "UPLOAD_BYTES_PER_HOUR"),
        server_bytes=_amount(values, "SERVER_BYTES"),
        head_seconds=_amount(values, "HEAD_SECONDS"),
        head_bytes=_amount(values, "HEAD_BYTES"),
        body_seconds=_amount(values, "BODY_SECONDS"),
        idle_seconds=_amount(values, "IDLE_SECONDS"),
        unread_seconds=_amount(values, "UNREAD_SECONDS"),
        unread_bytes=_amount(values, "UNREAD_BYTES"),
        connections=_amount(values, "CONNECTIONS"),
        connections_per_address=_amount(values, "CONNECTIONS_PER_ADDRESS"),
    )


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        raise SettingsError(f"PORT must be a number from 1 to 65535, not {value!r}")
    return int(value)


def _host(value: str) -> str:
    try:
        # Neither the server nor a browser would take one with a zone (fe80::1%eth0).
        return str(ip_address("127.0.0.1" if value == "localhost" else value.replace("%", "/")))
    except ValueError:
        raise SettingsError(f"HOST must be an IP address such as 127.0.0.1 or 0.0.0.0, not {value!r}") from None


def _database_url(value: str) -> str:
    # A URL may hold a password, so a bad one is never repeated.
    scheme, separator, rest = value.partition("://")
    driver = DRIVERS.get(scheme.removesuffix("+psycopg"))
    if not (separator and driver and rest.strip("/") and PLACE.fullmatch(rest)):
        raise SettingsError(
            "DATABASE_URL must look like sqlite:///path or postgresql://user:password@host/name, "
            "with an @ of the password written as %40"
        )
    return f"{driver}://{rest}"


def _one_of(values: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    value = values[name].lower()
    if value not in choices:
        raise SettingsError(f"{name} must be one of {', '.join(choices)}, not {values[name]!r}")
    return value


def _proxies(value: str) -> frozenset[str]:
    try:
        return frozenset(str(ip_address(part.strip())) for part in value.split(","))
    except ValueError:
        raise SettingsError(f"PROXIES must be IP addresses separated by commas, not {value!r}") from None


def _amount(values: Mapping[str, str], name: str, least: int = 1) -> int:
    value = values[name]
    if not (value.isascii() and value.isdigit() and least <= int(value) < 2**62):
        raise SettingsError(f"{name} must be a whole number from {least} on, not {value!r}")
    return int(value)
