"""What stands between a cold start and the first paint."""

import re
from pathlib import Path

import pytest

from interview_exit.pwa.cold_start import show_first, without_scrolling, without_theme
from tests.pwa.built import pages

SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
BLOCKS = ("localStorage", "sessionStorage", "cookie =")


def test_modules_are_asked_for_after_what_is_shown_and_the_named_ones_first(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "ledger-1.js").touch()
    preload = '<link rel="modulepreload" href="/assets/{}.js"/>'
    page = "<head>{}</head><body><h1>Shown</h1>{}<script>1</script><script>2</script></body>"
    for name, module in (("index", "ledger-1"), ("other", "framework")):
        (tmp_path / f"{name}.html").write_text(page.format(preload.format(module), ""))
    show_first(tmp_path, ["assets/ledger-*.js"])
    started = '<script type="module" async src="/assets/ledger-1.js"></script>'
    assert (tmp_path / "index.html").read_text() == page.format("", started + preload.format("ledger-1"))
    assert (tmp_path / "other.html").read_text() == page.format("", preload.format("framework"))


def test_page_that_ends_without_a_script_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<head></head><body><h1>Shown</h1></body>")
    with pytest.raises(ValueError, match="BODY_SCRIPT"):
        show_first(tmp_path, [])


def test_a_page_shows_everything_before_it_asks_for_a_module(built: Path) -> None:
    html = (built / "index.html").read_text()
    assert max(html.index(part) for part in ("data-flag", "data-put-up", "data-cover=")) < html.index('"modulepreload"')


def test_unknown_document_stops_the_build() -> None:
    with pytest.raises(ValueError, match="theme"):
        without_theme('jsx("script",{},"document.title")')


SCROLLS = "try { let storedY = sessionStorage.getItem(1); } catch (error) { void error; }"
ANEW = "scrollTo(0, JSON.parse(sessionStorage.getItem(1)));"


def test_what_scrolls_is_left_out_of_a_page(tmp_path: Path) -> None:
    for name, script in (("index", SCROLLS), ("fallback", "")):
        (tmp_path / f"{name}.html").write_text(f"<body><script>history;{script}</script></body>")
    without_scrolling(tmp_path)
    assert {page.read_text() for page in tmp_path.iterdir()} == {"<body><script>history;</script></body>"}


@pytest.mark.parametrize("scripts", [["history;"], [SCROLLS, ANEW]], ids=["none", "another"])
def test_page_that_scrolls_in_another_way_stops_the_build(tmp_path: Path, scripts: list[str]) -> None:
    for number, script in enumerate(scripts):
        (tmp_path / f"{number}.html").write_text(f"<body><script>{script}</script></body>")
    with pytest.raises(ValueError, match="SCROLL"):
        without_scrolling(tmp_path)


def test_no_inline_script_waits_for_a_storage_but_to_leave_words_covered_or_unseen(built: Path) -> None:
    for page in pages(built):
        scripts = SCRIPT.findall(page.read_text())
        assert any("earlyTaps" in script for script in scripts), page
        waiting = [script for word in BLOCKS for script in scripts if word in script]
        assert all("covered" in script or "discreet" in script for script in waiting), page
        assert sum(script.count("localStorage.getItem") for script in scripts) == 2, page
    assert "history.state.key" in (built / "index.html").read_text(), "by this the router tells one screen from another"
