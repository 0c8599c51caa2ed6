"""Draws every icon from one vector source: `python -m interview_exit.pwa.icons [assets/icons]`.

The folder holds `source.svg`: one group of strokes per identity, and on its root the colours, as `stroke` (the ink) and
`data-paper`. The results are committed, so that neither a
build nor a user needs the renderer (`resvg-py`, a development requirement); a test draws them again and compares.

- any: a tile with the page's own corners, for desktops and older launchers
- maskable: full-bleed, all of the drawing inside the central circle of 80 % that no mask cuts
- monochrome: the drawing alone; the device colours its alpha channel
- apple-touch: full-bleed and opaque, since iPhones paint transparency black and round the corners themselves
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from interview_exit.pwa.manifest import APPLE_TOUCH, FAVICON, FAVICON_VECTOR, ICON_SIZES
from interview_exit.pwa.names import ICON_SOURCE

GRID = 24
STROKE = 2
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Drawing:
    """The strokes of one identity, and the colours that all share."""

    strokes: str
    ink: str
    paper: str


@dataclass(frozen=True)
class Look:
    """How a drawing sits in its square: its share of the width, paper behind it or none, and the paper's corners."""

    share: float
    opaque: bool = True
    corner: float = 0

    def around(self, drawing: Drawing) -> str:
        """Return a whole picture, a hundred units wide."""
        scale = 100 * self.share / GRID
        paper = drawing.paper if self.opaque else "none"
        inset = 50 * (1 - self.share)
        return (
            f'<svg xmlns="{SVG}" viewBox="0 0 100 100">'
            f'<rect width="100" height="100" rx="{self.corner}" fill="{paper}"/>'
            f'<g transform="translate({inset:g} {inset:g}) scale({scale:g})" fill="none" stroke="{drawing.ink}" '
            f'stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round">{drawing.strokes}</g></svg>\n'
        )


TILES = {
    "any": Look(share=0.66, corner=22),
    "maskable": Look(share=0.54),
    "monochrome": Look(share=0.72, opaque=False),
}
APPLE = Look(share=0.62)
SMALL = Look(share=0.84, corner=18)


def draw_all(folder: Path) -> dict[str, bytes]:
    """Return every icon, by its path below the folder."""
    icons: dict[str, bytes] = {}
    for identity, drawing in drawings(folder / ICON_SOURCE).items():
        icons |= {f"{identity}/{name}": content for name, content in draw(drawing).items()}
    return icons


def drawings(source: Path) -> dict[str, Drawing]:
    """Return the source's groups, by their ids."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(source.read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    ink, paper = root.attrib["stroke"], root.attrib["data-paper"]
    return {group.attrib["id"]: Drawing(_strokes(group), ink, paper) for group in root.iter(f"{{{SVG}}}g")}


def draw(drawing: Drawing) -> dict[str, bytes]:
    """Return one identity's icons, by their file names."""
    icons = {
        f"{purpose}-{size}.png": png(look.around(drawing), size)
        for purpose, look in TILES.items()
        for size in ICON_SIZES
    }
    icons[APPLE_TOUCH] = png(APPLE.around(drawing), 180)
    icons[FAVICON] = png(SMALL.around(drawing), 32)
    icons[FAVICON_VECTOR] = SMALL.around(drawing).encode()
    return icons


def png(svg: str, size: int) -> bytes:
    """Return the picture in pixels."""
    # Imported late: a build imports this package without having the renderer.
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))


def _strokes(group: ET.Element) -> str:
    shapes = (ET.tostring(shape, encoding="unicode").strip() for shape in group)
    return "".join(shape.replace(f' xmlns="{SVG}"', "") for shape in shapes)


def main(folder: Path) -> None:
    """Write every icon."""
    for name, content in draw_all(folder).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "assets/icons"))
