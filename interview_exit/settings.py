"""The environment, read once into one frozen value; a bad value stops the start and names its variable.

| variable       | default                    | meaning                                                  |
|----------------|----------------------------|----------------------------------------------------------|
| `PORT`         | `8000`                     | the one port that page and API are served on             |
| `HOST`         | `127.0.0.1`                | the address to listen on; `0.0.0.0` or `::` lets other machines in |
| `DATABASE_URL` | a file in `.data/`         | SQLite (`sqlite:///path`) or PostgreSQL (`postgresql://`) |
| `LOG_LEVEL`    | `warning`                  | `debug`, `info`, `warning`, `error` or `critical`        |
| `PROXIES`      | `127.0.0.1,::1`            | addresses or networks of proxies whose `X-Forwarded-*` are believed |
| `TRUSTED_HOSTS` | all                       | the host names that the server goes by; any other is refused |
| `HSTS_SECONDS` | `15552000`                 | how long a browser that came by TLS keeps to it; `0` asks for nothing |
| `VAULT_RECORDS` | `100000`                  | the most records that one vault may hold, erased ones included |
| `VAULT_BYTES`  | `67108864`                 | the most sealed bytes that one vault may hold            |
| `VAULT_REQUESTS_PER_MINUTE` | `6000`        | how often one vault may ask, as a mean over a minute     |
| `CREATIONS`    | `open`                     | who may create a vault: `open` to all, `closed`, or by `code` |
| `JOIN_CODE`    | none                       | the code for that: 8 to 100 characters                   |
| `CREATIONS_PER_HOUR` | `20`                 | how many vaults may be created from one address          |
| `PAIRINGS_PER_HOUR` | `60`                  | how many pairings of devices may be begun from one address |
| `PAIRINGS`     | `1000`                     | the most pairings under way at once                      |
| `PAIRING_REQUESTS_PER_MINUTE` | `600`       | how often one pairing may ask, as a mean over a minute   |
| `UPLOAD_BYTES_PER_HOUR` | `268435456`       | how much may be pushed from one address                  |
| `SERVER_BYTES` | `10737418240`              | the most sealed bytes of all vaults together             |
| `RETENTION_MONTHS` | `0`                    | delete vaults that nobody has used for so many months; `0`: never |
| `METRICS_PORT` | `0`                        | where Prometheus may ask what this process has counted; `0`: nowhere |
| `METRICS_HOST` | `127.0.0.1`                | the address to listen on for that                        |
| `HEAD_SECONDS` | `5`                        | how long the head of a request may take to arrive        |
| `HEAD_BYTES`   | `16384`                    | the most bytes of a request's address and header fields  |
| `HEAD_FIELDS`  | `100`                      | the most header fields of a request                      |
| `BODY_SECONDS` | `30`                       | how long a request may take to arrive                    |
| `REFUSED_BYTES` | `67108864`                | the most of a refused request that is let in, to be thrown away |
| `IDLE_SECONDS` | `30`                       | how long a connection may wait for its next request      |
| `UNREAD_SECONDS` | `10`                     | how long a client may take for each `READ_BYTES` of a waiting answer |
| `READ_BYTES`   | `32768`                    | the least of a waiting answer that must be read in that time |
| `UNREAD_BYTES` | `67108864`                 | the most that all waiting answers together may hold      |
| `CONNECTIONS`  | `4096`                     | open connections in all                                  |
| `CONNECTIONS_PER_ADDRESS` | `64`            | open connections from one address that is no proxy       |
| `BACKLOG`      | `2048`                     | connections that may wait to be opened                   |

An empty variable counts as unset. What is secret may stand in a file instead, which `DATABASE_URL_FILE` or
`JOIN_CODE_FILE` names. Nothing else in the project reads the environment.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from interview_exit.networks import Networks, is_address, networks

DATABASE_FILE = Path(__file__).parents[1] / ".data" / "sealed.db"
DEFAULTS = {
    "PORT": "8000",
    "HOST": "127.0.0.1",
    "DATABASE_URL": f"sqlite:///{DATABASE_FILE}",
    "LOG_LEVEL": "warning",
    "PROXIES": "127.0.0.1,::1",
    "TRUSTED_HOSTS": "",
    "HSTS_SECONDS": "15552000",
    "VAULT_RECORDS": "100000",
    "VAULT_BYTES": str(64 * 1024 * 1024),
    "VAULT_REQUESTS_PER_MINUTE": "6000",
    "CREATIONS": "open",
    "JOIN_CODE": "",
    "CREATIONS_PER_HOUR": "20",
    "PAIRINGS_PER_HOUR": "60",
    "PAIRINGS": "1000",
    "PAIRING_REQUESTS_PER_MINUTE": "600",
    "UPLOAD_BYTES_PER_HOUR": str(256 * 1024 * 1024),
    "SERVER_BYTES": str(10 * 1024 * 1024 * 1024),
    "RETENTION_MONTHS": "0",
    "METRICS_PORT": "0",
    "METRICS_HOST": "127.0.0.1",
    "HEAD_SECONDS": "5",
    "HEAD_BYTES": "16384",
    "HEAD_FIELDS": "100",
    "BODY_SECONDS": "30",
    "REFUSED_BYTES": str(64 * 1024 * 1024),
    "IDLE_SECONDS": "30",
    "UNREAD_SECONDS": "10",
    "READ_BYTES": str(32 * 1024),
    "UNREAD_BYTES": str(64 * 1024 * 1024),
    "CONNECTIONS": "4096",
    "CONNECTIONS_PER_ADDRESS": "64",
    "BACKLOG": "2048",
}
# All others are whole numbers from 1 on.
OWN_RULE = {"PORT", "HOST", "DATABASE_URL", "LOG_LEVEL", "PROXIES", "TRUSTED_HOSTS", "HSTS_SECONDS", "CREATIONS"}
OWN_RULE |= {"JOIN_CODE", "RETENTION_MONTHS", "METRICS_PORT", "METRICS_HOST"}
SECRETS = ("DATABASE_URL", "JOIN_CODE")
"""What may be read from a file, whose name is in a variable that ends in `_FILE`."""
CREATIONS = ("open", "closed", "code")
JOIN_CODE_LENGTHS = range(8, 101)
HOST_NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?")
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
    database_url: str = field(repr=False)
    log_level: str
    proxies: Networks
    trusted_hosts: frozenset[str]
    hsts_seconds: int
    vault_records: int
    vault_bytes: int
    vault_requests_per_minute: int
    creations: str
    join_code: str = field(repr=False)
    creations_per_hour: int
    pairings_per_hour: int
    pairings: int
    pairing_requests_per_minute: int
    upload_bytes_per_hour: int
    server_bytes: int
    retention_months: int
    metrics_port: int
    metrics_host: str
    head_seconds: int
    head_bytes: int
    head_fields: int
    body_seconds: int
    refused_bytes: int
    idle_seconds: int
    unread_seconds: int
    read_bytes: int
    unread_bytes: int
    connections: int
    connections_per_address: int
    backlog: int

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
    values = {name: _given(environ, name) or default for name, default in DEFAULTS.items()}
    amounts = {name.lower(): _amount(values, name) for name in DEFAULTS if name not in OWN_RULE}
    return Settings(
        port=_port(values, "PORT"),
        host=_host(values, "HOST"),
        database_url=_database_url(values["DATABASE_URL"]),
        log_level=_one_of(values, "LOG_LEVEL", LOG_LEVELS),
        proxies=_proxies(values["PROXIES"]),
        trusted_hosts=_trusted_hosts(values["TRUSTED_HOSTS"]),
        hsts_seconds=_amount(values, "HSTS_SECONDS", least=0),
        creations=_one_of(values, "CREATIONS", CREATIONS),
        join_code=_join_code(values),
        retention_months=_amount(values, "RETENTION_MONTHS", least=0),
        metrics_port=_metrics_port(values),
        metrics_host=_host(values, "METRICS_HOST"),
        **amounts,
    )


def service_manager(environ: Mapping[str, str] = os.environ) -> str:
    """Return where systemd waits to be told that the server answers; nobody sets it by hand."""
    return environ.get("NOTIFY_SOCKET", "")


def _given(environ: Mapping[str, str], name: str) -> str:
    value, file = environ.get(name, "").strip(), environ.get(f"{name}_FILE", "").strip()
    if name not in SECRETS or not file:
        return value
    if value:
        raise SettingsError(f"{name} and {name}_FILE are both set: only one of them can be meant")
    try:
        secret = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise SettingsError(f"{name}_FILE: {file} can't be read ({getattr(error, 'strerror', 'no text')})") from None
    if not secret:
        raise SettingsError(f"{name}_FILE: {file} is empty")
    return secret


def _port(values: Mapping[str, str], name: str, least: int = 1) -> int:
    value = values[name]
    if not (value.isascii() and value.isdigit() and least <= int(value) <= 65535):
        raise SettingsError(f"{name} must be a number from {least} to 65535, not {value!r}")
    return int(value)


def _metrics_port(values: Mapping[str, str]) -> int:
    port = _port(values, "METRICS_PORT", least=0)
    if port == _port(values, "PORT"):
        raise SettingsError("METRICS_PORT must be another one than PORT")
    return port


def _host(values: Mapping[str, str], name: str) -> str:
    value = values[name]
    try:
        # Neither the server nor a browser would take one with a zone (fe80::1%eth0).
        return str(ip_address("127.0.0.1" if value == "localhost" else value.replace("%", "/")))
    except ValueError:
        raise SettingsError(f"{name} must be an IP address such as 127.0.0.1 or 0.0.0.0, not {value!r}") from None


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


def _join_code(values: Mapping[str, str]) -> str:
    code, needed = values["JOIN_CODE"], values["CREATIONS"].lower() == "code"
    if (code or needed) and len(code) not in JOIN_CODE_LENGTHS:
        raise SettingsError("JOIN_CODE must have 8 to 100 characters, if CREATIONS is to ask for it")
    return code


def _proxies(value: str) -> Networks:
    try:
        return networks(value)
    except ValueError:
        told = "PROXIES must be IP addresses, or networks such as 10.0.0.0/8, separated by commas"
        raise SettingsError(f"{told}, not {value!r}") from None


def _trusted_hosts(value: str) -> frozenset[str]:
    names = [part.strip().strip("[]").rstrip(".").lower() for part in value.split(",")] if value else []
    if not all(HOST_NAME.fullmatch(name) or is_address(name) for name in names):
        raise SettingsError(f"TRUSTED_HOSTS must be host names without a port, separated by commas, not {value!r}")
    return frozenset(names)


def _amount(values: Mapping[str, str], name: str, least: int = 1) -> int:
    value = values[name]
    if not (value.isascii() and value.isdigit() and least <= int(value) < 2**62):
        raise SettingsError(f"{name} must be a whole number from {least} on, not {value!r}")
    return int(value)
