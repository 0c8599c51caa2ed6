"""The environment is read once, and a bad value names its variable."""

import re
from dataclasses import FrozenInstanceError, fields

import pytest
from sqlalchemy import make_url

from interview_exit import settings
from interview_exit.settings import Settings, SettingsError, load


def test_empty_environment_gives_every_default() -> None:
    assert load({}) == Settings(
        port=8000,
        host="127.0.0.1",
        database_url=f"sqlite:///{settings.DATABASE_FILE}",
        log_level="warning",
        proxies=frozenset({"127.0.0.1", "::1"}),
        hsts_seconds=180 * 24 * 3600,
        vault_records=100_000,
        vault_bytes=64 * 1024 * 1024,
        vault_requests_per_minute=6000,
        creations="open",
        creations_per_hour=20,
        pairings_per_hour=60,
        pairings=1000,
        upload_bytes_per_hour=256 * 1024 * 1024,
        server_bytes=10 * 1024**3,
        head_seconds=5,
        head_bytes=16_384,
        body_seconds=30,
        idle_seconds=30,
        unread_seconds=10,
        unread_bytes=64 * 1024 * 1024,
        connections=4096,
        connections_per_address=64,
    )


def test_empty_variable_counts_as_unset() -> None:
    assert load({"PORT": "", "LOG_LEVEL": " "}) == load({})


def test_every_variable_is_honoured() -> None:
    given = {
        "PORT": "9",
        "HOST": "::",
        "DATABASE_URL": "sqlite:///notes.db",
        "LOG_LEVEL": "INFO",
        "PROXIES": "10.0.0.1, ::2",
        "HSTS_SECONDS": "0",
        "VAULT_RECORDS": "1",
        "VAULT_BYTES": "2",
        "VAULT_REQUESTS_PER_MINUTE": "3",
        "CREATIONS": "Closed",
        "CREATIONS_PER_HOUR": "4",
        "PAIRINGS_PER_HOUR": "5",
        "PAIRINGS": "6",
        "UPLOAD_BYTES_PER_HOUR": "7",
        "SERVER_BYTES": "8",
        "HEAD_SECONDS": "9",
        "HEAD_BYTES": "10",
        "BODY_SECONDS": "11",
        "IDLE_SECONDS": "12",
        "UNREAD_SECONDS": "13",
        "UNREAD_BYTES": "14",
        "CONNECTIONS": "15",
        "CONNECTIONS_PER_ADDRESS": "16",
    }
    proxies = frozenset({"10.0.0.1", "::2"})
    expected = Settings(9, "::", "sqlite:///notes.db", "info", proxies, 0, 1, 2, 3, "closed", *range(4, 17))
    assert load(given) == expected


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
        *[("LOG_LEVEL", value) for value in ("loud", "warn!", "0")],
        *[("PROXIES", value) for value in ("proxy.local", "10.0.0.0/8", "::1,")],
        *[("VAULT_RECORDS", value) for value in ("0", "-1", "many", "1e5", "9" * 20)],
        *[("CREATIONS", value) for value in ("shut", "0")],
        *[
            (name, "0")
            for name in settings.DEFAULTS
            if name != "HSTS_SECONDS" and re.search("BYTES|_PER_|SECONDS|CONNECTIONS|PAIRINGS", name)
        ],
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


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        load({}).port = 1  # pyright: ignore[reportAttributeAccessIssue]


def test_docstring_lists_exactly_the_variables_there_are() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)`", settings.__doc__ or "", re.MULTILINE)
    assert listed == list(settings.DEFAULTS)
    assert {name.lower() for name in listed} == {field.name for field in fields(Settings)}
