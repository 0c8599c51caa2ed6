"""What stands between a cold start and the first paint."""

import re
from pathlib import Path

import pytest

from interview_exit.pwa.cold_start import start_first, without_theme
from tests.pwa.built import pages

SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
BLOCKS = ("localStorage", "sessionStorage", "cookie =")


def test_named_modules_of_a_page_start_before_the_framework(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "ledger-1.js").touch()
    preload = '<link rel="modulepreload" href="/assets/{}.js"/>'
    for name, module in (("index", "ledger-1"), ("other", "framework")):
        (tmp_path / f"{name}.html").write_text(f"<head>{preload.format(module)}</head>")
    start_first(tmp_path, ["assets/ledger-*.js"])
    started = '<script type="module" async src="/assets/ledger-1.js"></script>'
    assert (tmp_path / "index.html").read_text() == f"<head>{started}{preload.format('ledger-1')}</head>"
    assert started not in (tmp_path / "other.html").read_text()


def test_unknown_document_stops_the_build() -> None:
    with pytest.raises(ValueError, match="theme"):
        without_theme('jsx("script",{},"document.title")')


def test_no_inline_script_waits_for_a_storage(built: Path) -> None:
    for page in pages(built):
        scripts = SCRIPT.findall(page.read_text())
        assert any("earlyTaps" in script for script in scripts), page
        assert not [word for word in BLOCKS for script in scripts if word in script], page
    assert "history.state.key" in (built / "index.html").read_text(), "by this the router tells one screen from another"
