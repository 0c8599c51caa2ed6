"""What stops the start says so in one plain sentence."""

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from interview_exit.serve import migrate


def test_database_of_a_newer_version_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/sealed.db")
    migrate()
    engine = create_engine(f"sqlite:///{tmp_path}/sealed.db")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    engine.dispose()
    with pytest.raises(SystemExit, match=re.compile(r"^DATABASE_URL: [^\n]*newer version[^\n]*$")) as stopped:
        migrate()
    assert str(tmp_path) not in str(stopped.value)
