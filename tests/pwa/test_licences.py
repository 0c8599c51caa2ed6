"""What the bundle holds of others says whose it is, and under which licence."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interview_exit.pwa.licences import bundled, notice
from interview_exit.pwa.names import NOTICES
from interview_exit.routes import ABOUT
from interview_exit.words.texts import about

ROOT = Path(__file__).parents[2]
IN_EVERY_PAGE = ("reflex", "react", "react-dom", "react-router", "scheduler", "@scure/bip39", "lean-qr")


def test_everything_that_the_app_asks_for_is_named_with_a_licence(built: Path) -> None:
    parts = re.split(r"\n-{72}\n", (built / NOTICES).read_text(encoding="utf-8"))
    named = {part.strip().split("\n")[0].rpartition(" ")[0]: part for part in parts}
    asked = json.loads((ROOT / "reflex.lock" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {*asked, *IN_EVERY_PAGE} <= named.keys()
    assert [
        name for name, part in named.items() if not re.search(r"licen[cs]e|copyright|permission", part, re.IGNORECASE)
    ] == []


def test_the_about_page_leads_there(phone: Page) -> None:
    phone.goto(ABOUT)
    phone.get_by_role("link", name=about.LICENCES).click()
    phone.wait_for_url(f"**/{NOTICES}")
    expect(phone.locator("body")).to_contain_text("react-dom")


def test_a_package_leads_to_what_it_needs_and_its_own_copy_comes_first() -> None:
    lock = {
        "": {"dependencies": {"a": "1"}},
        "node_modules/a": {"dependencies": {"b": "1", "c": "1"}},
        "node_modules/a/node_modules/b": {"dependencies": {"c": "1"}},
        "node_modules/b": {},
        "node_modules/c": {"dependencies": {"a": "1"}},
        "node_modules/d": {},
    }
    assert bundled(lock) == {"node_modules/a", "node_modules/a/node_modules/b", "node_modules/c"}


def test_a_package_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}')
    (tmp_path / "README.md").write_text("# X\nNothing of the kind.\n")
    with pytest.raises(ValueError, match="states no licence"):
        notice(tmp_path)
