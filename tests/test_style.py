"""The colours that Python hands to the browser's own bars are those of the stylesheet."""

import re
from pathlib import Path

from interview_exit import style

TOKENS = Path("assets/styles/tokens.css").read_text(encoding="utf-8").lower()


def test_the_paper_is_the_stylesheets() -> None:
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)", 1)
    for block, paper in ((light, style.PAPER), (dark, style.PAPER_DARK)):
        assert re.findall(r"--paper: (#[0-9a-f]{6})", block.split("}", 1)[0]) == [paper.lower()]


def test_every_stylesheet_is_loaded_once() -> None:
    files = sorted(f"/styles/{file.name}" for file in Path("assets/styles").iterdir())
    assert sorted(style.STYLESHEETS) == files


def test_no_mark_between_texts_is_read_aloud() -> None:
    """What a stylesheet draws is spoken, unless it says otherwise. Quotation marks are not."""
    for file in Path("assets/styles").iterdir():
        for rule in re.findall(r"{([^{}]*)}", file.read_text(encoding="utf-8")):
            drawn = re.findall(r'content: "([^"]+)"(.*);', rule)
            if drawn and not re.search(r"201[CD]", rule):
                assert drawn[-1][1].startswith(" / "), f"{file.name}: {rule}"


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_has_the_contrast_of_the_highest_level_in_every_scheme() -> None:
    blocks = re.findall(r"\{([^{}]*--paper: #[^{}]*)\}", TOKENS)
    assert len(blocks) == 2  # light and dark
    for block in blocks:
        named = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))
        for text in ("ink", "soft"):
            assert contrast(named[text], named["paper"]) >= 7, (text, named)
        for tone in {"alarm", "unclear", "negotiable", "mismatch", "green", "edge"} & set(named):
            assert contrast(named[tone], named["paper"]) >= 3, (tone, named)


def test_no_two_stylesheets_lay_out_the_same_class() -> None:
    """All of them are loaded on every page: the later one would spoil the other's screens."""
    owners: dict[str, set[str]] = {}
    for sheet in Path("assets/styles").glob("*.css"):
        for name in re.findall(r"^(?:  )?(\.[\w-]+)(?=,$| \{$)", sheet.read_text(encoding="utf-8"), re.MULTILINE):
            owners.setdefault(name, set()).add(sheet.name)
    assert {name: sheets for name, sheets in owners.items() if len(sheets) > 1} == {}
