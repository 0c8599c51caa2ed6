"""The committed icons are what the vector source says, and are safe to mask."""

from pathlib import Path

import pytest

pytest.importorskip("resvg_py", reason="the icons' renderer is a development requirement")

from interview_exit.pwa import icons

FOLDER = Path(__file__).parents[2] / "assets" / "icons"


def test_committed_icons_come_from_the_source() -> None:
    drawn = icons.draw_all(FOLDER)
    committed = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.name != "source.svg"}
    assert {name for name in committed if (FOLDER / name).is_file()} == set(drawn)
    assert [name for name, content in drawn.items() if (FOLDER / name).read_bytes() != content] == []


def test_no_mask_cuts_a_drawing() -> None:
    """A mask may cut everything outside the central circle of 80 % (W3C App Manifest, maskable icons)."""
    farthest = 2**0.5 * icons.TILES["maskable"].share / 2
    assert farthest <= 0.4
