"""The environment is read once, and a bad value names its variable."""

import re
from dataclasses import FrozenInstanceError, fields

import pytest

from interview_exit import settings
from interview_exit.settings import Settings, SettingsError, load


def test_empty_environment_gives_every_default() -> None:
    assert load({}) == Settings(8000, "127.0.0.1", f"sqlite:///{settings.DATABASE_FILE}", "warning")


def test_empty_variable_counts_as_unset() -> None:
    assert load({"PORT": "", "LOG_LEVEL": " "}) == load({})


def test_every_variable_is_honoured() -> None:
    given = {"PORT": "9", "HOST": "::", "DATABASE_URL": "sqlite:///notes.db", "LOG_LEVEL": "INFO"}
    assert load(given) == Settings(9, "::", "sqlite:///notes.db", "info")


def test_localhost_is_an_address() -> None:
    assert load({"HOST": "localhost"}).host == "127.0.0.1"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_the_driver_that_is_locked(scheme: str) -> None:
    url = load({"DATABASE_URL": f"{scheme}://me:secret@db/notes"}).database_url
    assert url == "postgresql+psycopg://me:secret@db/notes"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("PORT", value) for value in ("0", "65536", "-1", "8e3", "٨٠", "http", "80 80")],
        *[("HOST", value) for value in ("example.org", "1.2.3", "*")],
        *[("DATABASE_URL", value) for value in ("notes.db", "sqlite://", "mysql://db/notes", "postgresql://", "://x")],
        *[("LOG_LEVEL", value) for value in ("loud", "warn!", "0")],
    ],
)
def test_bad_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{name} must "):
        load({name: value})


def test_password_of_a_bad_database_url_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as error:
        load({"DATABASE_URL": "mysql://me:secret@db/notes"})
    assert "secret" not in str(error.value)


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        load({}).port = 1  # pyright: ignore[reportAttributeAccessIssue]


def test_docstring_lists_exactly_the_variables_there_are() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)`", settings.__doc__ or "", re.MULTILINE)
    assert listed == list(settings.DEFAULTS)
    assert {name.lower() for name in listed} == {field.name for field in fields(Settings)}
