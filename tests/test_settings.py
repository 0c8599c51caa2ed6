"""The environment is read once, and a bad value names its variable."""

import re
from dataclasses import FrozenInstanceError, fields
from ipaddress import ip_network
from pathlib import Path

import pytest
from sqlalchemy import make_url

from interview_exit import settings
from interview_exit.networks import Networks
from interview_exit.settings import Settings, SettingsError, load

GIVEN = {
    "PORT": "9",
    "HOST": "::",
    "DATABASE_URL": "sqlite:///notes.db",
    "LOG_LEVEL": "INFO",
    "PROXIES": "10.0.0.1, ::2, 192.0.2.0/24",
    "TRUSTED_HOSTS": "Notes.example, other.example., [::1]",
    "HSTS_SECONDS": "0",
    "VAULT_RECORDS": "1",
    "VAULT_BYTES": "2",
    "VAULT_REQUESTS_PER_MINUTE": "3",
    "CREATIONS": "Code",
    "JOIN_CODE": "open sesame",
    "CREATIONS_PER_HOUR": "4",
    "PAIRINGS_PER_HOUR": "5",
    "PAIRINGS": "6",
    "PAIRING_REQUESTS_PER_MINUTE": "7",
    "UPLOAD_BYTES_PER_HOUR": "8",
    "SERVER_BYTES": "9",
    "RETENTION_MONTHS": "24",
    "METRICS_PORT": "9100",
    "METRICS_HOST": "::1",
    "HEAD_SECONDS": "10",
    "HEAD_BYTES": "11",
    "HEAD_FIELDS": "12",
    "BODY_SECONDS": "13",
    "REFUSED_BYTES": "14",
    "IDLE_SECONDS": "15",
    "UNREAD_SECONDS": "16",
    "READ_BYTES": "17",
    "UNREAD_BYTES": "18",
    "CONNECTIONS": "19",
    "CONNECTIONS_PER_ADDRESS": "20",
    "BACKLOG": "21",
}


def test_empty_environment_gives_every_default() -> None:
    assert load({}) == Settings(
        port=8000,
        host="127.0.0.1",
        database_url=f"sqlite:///{settings.DATABASE_FILE}",
        log_level="warning",
        proxies=Networks((ip_network("127.0.0.1"), ip_network("::1"))),
        trusted_hosts=frozenset(),
        hsts_seconds=180 * 24 * 3600,
        vault_records=100_000,
        vault_bytes=64 * 1024 * 1024,
        vault_requests_per_minute=6000,
        creations="open",
        join_code="",
        creations_per_hour=20,
        pairings_per_hour=60,
        pairings=1000,
        pairing_requests_per_minute=600,
        upload_bytes_per_hour=256 * 1024 * 1024,
        server_bytes=10 * 1024**3,
        retention_months=0,
        metrics_port=0,
        metrics_host="127.0.0.1",
        head_seconds=5,
        head_bytes=16_384,
        head_fields=100,
        body_seconds=30,
        refused_bytes=64 * 1024 * 1024,
        idle_seconds=30,
        unread_seconds=10,
        read_bytes=32 * 1024,
        unread_bytes=64 * 1024 * 1024,
        connections=4096,
        connections_per_address=64,
        backlog=2048,
    )


def test_empty_variable_counts_as_unset() -> None:
    assert load({"PORT": "", "LOG_LEVEL": " "}) == load({})


def test_every_variable_is_honoured() -> None:
    proxies = Networks((ip_network("10.0.0.1"), ip_network("::2"), ip_network("192.0.2.0/24")))
    names = frozenset({"notes.example", "other.example", "::1"})
    here = (9, "::", "sqlite:///notes.db", "info", proxies, names, 0)
    kept = (1, 2, 3, "code", "open sesame", *range(4, 10), 24, 9100, "::1")
    assert [*vars(load(GIVEN)).values()] == [*here, *kept, *range(10, 22)]


def test_localhost_is_an_address() -> None:
    assert load({"HOST": "localhost"}).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://localhost:8000"),
        ("0.0.0.0", "http://localhost:8000"),  # noqa: S104
        ("127.0.0.2", "http://127.0.0.2:8000"),
        ("192.0.2.1", "http://192.0.2.1:8000"),
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("2001:DB8::1", "http://[2001:db8::1]:8000"),
        ("::ffff:127.0.0.1", "http://[::ffff:7f00:1]:8000"),
    ],
)
def test_url_is_one_that_a_browser_on_this_machine_can_open(host: str, url: str) -> None:
    assert load({"HOST": host}).url == url


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_the_driver_that_is_locked(scheme: str) -> None:
    url = load({"DATABASE_URL": f"{scheme}://me:secret@db/notes"}).database_url
    assert url == "postgresql+psycopg://me:secret@db/notes"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("PORT", value) for value in ("0", "65536", "-1", "8e3", "٨٠", "http", "80 80")],
        *[("HOST", value) for value in ("example.org", "1.2.3", "*", "fe80::1%eth0", "[::1]")],
        *[("DATABASE_URL", value) for value in ("notes.db", "sqlite://", "mysql://db/notes", "postgresql://", "://x")],
        *[("METRICS_PORT", value) for value in ("-1", "65536", "8000")],
        ("METRICS_HOST", "example.org"),
        *[("LOG_LEVEL", value) for value in ("loud", "warn!", "0")],
        *[("PROXIES", value) for value in ("proxy.local", "10.0.0.1/8", "10.0.0.0/33", "::1,")],
        *[("TRUSTED_HOSTS", value) for value in ("https://notes.example", "notes.example:443", "a,,b", "*", "a:443")],
        *[("VAULT_RECORDS", value) for value in ("0", "-1", "many", "1e5", "9" * 20)],
        *[("CREATIONS", value) for value in ("shut", "0")],
        *[("JOIN_CODE", value) for value in ("seven77", "x" * 101)],
        *[
            (name, "0")
            for name in settings.DEFAULTS
            if name != "HSTS_SECONDS" and re.search("BYTES|_PER_|SECONDS|FIELDS|CONNECTIONS|PAIRINGS|BACKLOG", name)
        ],
        *[("RETENTION_MONTHS", value) for value in ("-1", "a year", "1.5")],
        *[("HSTS_SECONDS", value) for value in ("-1", "a year", "1.5")],
        ("REFLEX_FRONTEND_PATH", "/exit"),
    ],
)
def test_bad_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{name} must "):
        load({name: value})


@pytest.mark.parametrize("url", ["mysql://me:secret@db/notes", "postgresql://me:a@b:secret@db/notes"])
def test_password_of_a_bad_database_url_is_not_repeated(url: str) -> None:
    with pytest.raises(SettingsError) as error:
        load({"DATABASE_URL": url})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "place",
    ["me@db:5432/notes", "me:a:b/c%40@db/notes", "me:x@[::1]:5432/notes?sslmode=require", "me@/notes?host=/run"],
)
def test_database_url_that_can_be_read_is_taken_as_it_is(place: str) -> None:
    assert load({"DATABASE_URL": f"postgresql://{place}"}).database_url == f"postgresql+psycopg://{place}"
    make_url(f"postgresql://{place}")


def test_a_code_is_needed_where_it_is_asked_for_and_is_not_repeated() -> None:
    with pytest.raises(SettingsError, match=r"^JOIN_CODE must have"):
        load({"CREATIONS": "code"})
    kept = load({"CREATIONS": "code", "JOIN_CODE": "open sesame", "DATABASE_URL": "postgresql://me:hidden@db/notes"})
    assert not {"sesame", "hidden"} & set(re.findall(r"\w+", repr(kept)))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        *[(address, True) for address in ("10.255.0.1", "::ffff:10.0.0.1", "2001:db8::1", "192.0.2.1")],
        *[(address, False) for address in ("11.0.0.1", "::ffff:11.0.0.1", "2001:db9::1", "::1", "", "unknown")],
    ],
)
def test_proxies_may_be_networks_and_are_known_in_any_spelling(address: str, told: bool) -> None:
    proxies = load({"PROXIES": "10.0.0.0/8,2001:db8::/32,::ffff:192.0.2.1"}).proxies
    assert (address in proxies) is told


@pytest.mark.parametrize("name", settings.SECRETS)
def test_a_secret_may_stand_in_a_file(name: str, tmp_path: Path) -> None:
    file, secret = tmp_path / "secret", "sqlite:///somewhere.db"
    file.write_text(f"{secret}\n")
    assert getattr(load({f"{name}_FILE": str(file)}), name.lower()) == secret
    wrong = {
        f"{name} and {name}_FILE are both set": {name: secret, f"{name}_FILE": str(file)},
        f"{name}_FILE: {tmp_path}/none can't be read (No such file or directory)": {f"{name}_FILE": f"{tmp_path}/none"},
        f"{name}_FILE: {tmp_path} can't be read (Is a directory)": {f"{name}_FILE": str(tmp_path)},
    }
    for told, environ in wrong.items():
        with pytest.raises(SettingsError, match=f"^{re.escape(told)}"):
            load(environ)
    file.write_text("\n")
    with pytest.raises(SettingsError, match=f"^{name}_FILE: .* is empty$"):
        load({f"{name}_FILE": str(file)})


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        load({}).port = 1  # pyright: ignore[reportAttributeAccessIssue]


def test_docstring_lists_exactly_the_variables_there_are() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)`", settings.__doc__ or "", re.MULTILINE)
    assert listed == list(settings.DEFAULTS)
    assert {name.lower() for name in listed} == {field.name for field in fields(Settings)}
