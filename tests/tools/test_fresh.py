"""What `make fresh` types, and where: a clone of what is committed, in the place of somebody who has nothing."""

import os
import subprocess
from pathlib import Path

import pytest

from tools import fresh
from tools.fresh import ROOT


def test_it_types_what_the_readme_tells_people_to_type() -> None:
    assert fresh.readme_command(ROOT) == ["make", "run"]


def test_nothing_of_this_machine_but_the_way_to_an_index_goes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PIP_CACHE_DIR", "npm_config_cache", "VIRTUAL_ENV", "MAKEFLAGS", "XDG_CACHE_HOME", "DATABASE_URL"):
        monkeypatch.setenv(name, "here")
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("PATH", os.pathsep.join([str(ROOT / ".venv" / "bin"), "/usr/bin"]))
    environ = fresh.environment(tmp_path)
    assert environ["HOME"] == str(tmp_path / "home")
    assert environ["PATH"] == "/usr/bin"
    assert environ["PIP_INDEX_URL"] == "https://index.example/simple"
    assert environ["HTTPS_PROXY"] == "http://proxy.example"
    assert "here" not in environ.values()


def test_clone_has_what_is_committed_and_no_more(tmp_path: Path) -> None:
    fresh.clone(tmp_path / "clone")

    def commit(folder: Path) -> str:
        return subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, check=True
        ).stdout

    assert commit(tmp_path / "clone") == commit(ROOT)
    assert not [name for name in (".venv", ".web", ".build", ".data") if (tmp_path / "clone" / name).exists()]


def test_place_is_removed_whatever_happens() -> None:
    with pytest.raises(KeyError), fresh.new_place() as place:
        {}[str(place)]
    assert not place.exists()
