"""What the pages for people name is there: files, commands, other pages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()}


def named_files(text: str) -> set[str]:
    """Return what stands in a page as a path from the root: `folder/...`, or a file of the top."""
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", text)
    return {
        name for name in named if "/" in name and name.split("/")[0] in FOLDERS - {".build", ".venv", ".web", ".data"}
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    assert {name for name in named_files(page.read_text(encoding="utf-8")) if not (ROOT / name).exists()} == set()


def test_the_architecture_names_the_files_that_it_tells_of() -> None:
    assert len(named_files((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))) > 20


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_that_is_linked_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert {link for link in links if not (page.parent / link).exists()} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_that_is_named_is_there(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")))
    assert named <= set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))


def test_licence_is_the_one_that_the_project_names() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert text.rstrip().endswith("limitations under the License.")
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
