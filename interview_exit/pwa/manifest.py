"""What the device shows of the app: one web app manifest per identity.

A browser takes name and icon from the manifest at the moment of installing and keeps them for good. An app that
wants to offer several names therefore needs several manifests, each with an `id` of its own: two identities are two
apps to the device, even though both open the same page.
"""

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from interview_exit.pwa.names import ICONS, MANIFESTS, icon_path

ICON_SIZES = (192, 512)
PURPOSES = ("any", "maskable", "monochrome")
APPLE_TOUCH = "apple-touch-180.png"
FAVICON_VECTOR = "favicon.svg"
FAVICON = "favicon-32.png"


@dataclass(frozen=True)
class Identity:
    """A name and a set of icons that the app can be installed under; the first one given is the default."""

    id: str
    name: str
    short_name: str
    description: str


@dataclass(frozen=True)
class Shortcut:
    """An entry of the menu that a long press on the icon opens."""

    name: str
    url: str


@dataclass(frozen=True)
class Screenshot:
    """A picture for the install dialog; it is left out as long as its file does not exist."""

    file: str
    form: Literal["narrow", "wide"]
    label: str


@dataclass(frozen=True)
class Colours:
    """What the browser paints around the page, and before it."""

    light: str
    dark: str


@dataclass(frozen=True)
class Listing:
    """What all identities have in common."""

    colours: Colours
    shortcuts: tuple[Shortcut, ...] = ()
    screenshots: tuple[Screenshot, ...] = ()
    categories: tuple[str, ...] = ("productivity",)
    lang: str = "en"
    dir: Literal["ltr", "rtl", "auto"] = "ltr"


def icon_files() -> list[str]:
    """Return the file names that each identity's icon folder must hold."""
    tiles = [f"{purpose}-{size}.png" for purpose in PURPOSES for size in ICON_SIZES]
    return [*tiles, APPLE_TOUCH, FAVICON_VECTOR, FAVICON]


def write_manifests(static_dir: Path, identities: Iterable[Identity], listing: Listing) -> None:
    """Write one manifest per identity.

    Args:
        static_dir: The built site.
        identities: The names to offer.
        listing: What they share.
    """
    folder = static_dir / MANIFESTS
    folder.mkdir(exist_ok=True)
    for identity in identities:
        _require_icons(static_dir / ICONS / identity.id)
        text = json.dumps(manifest(static_dir, identity, listing), ensure_ascii=False, indent=1)
        (folder / f"{identity.id}.webmanifest").write_text(text, encoding="utf-8")


def manifest(static_dir: Path, identity: Identity, listing: Listing) -> dict[str, Any]:
    """Return an identity's manifest. It names no orientation: the device's owner decides how to hold it."""
    return {
        "id": f"/{identity.id}",
        "name": identity.name,
        "short_name": identity.short_name,
        "description": identity.description,
        "lang": listing.lang,
        "dir": listing.dir,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        # Opening the icon again must never reload what is already open.
        "launch_handler": {"client_mode": ["focus-existing", "auto"]},
        "theme_color": listing.colours.light,
        "background_color": listing.colours.light,
        "categories": list(listing.categories),
        "icons": [_icon(identity.id, purpose, size) for purpose in PURPOSES for size in ICON_SIZES],
        "shortcuts": [_shortcut(identity.id, shortcut) for shortcut in listing.shortcuts],
        "screenshots": [_screenshot(static_dir, s) for s in listing.screenshots if (static_dir / s.file).exists()],
    }


def png_size(file: Path) -> tuple[int, int]:
    """Return width and height as a PNG states them in its first chunk."""
    width, height = struct.unpack(">II", file.read_bytes()[16:24])
    return width, height


def _require_icons(folder: Path) -> None:
    missing = [name for name in icon_files() if not (folder / name).exists()]
    if missing:
        msg = f"{folder.name}: icons missing: {', '.join(missing)}. Draw them with `python -m {__package__}.icons`."
        raise FileNotFoundError(msg)


def _icon(identity: str, purpose: str, size: int) -> dict[str, str]:
    source = icon_path(identity, f"{purpose}-{size}.png")
    return {"src": source, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _shortcut(identity: str, shortcut: Shortcut) -> dict[str, Any]:
    return {"name": shortcut.name, "url": shortcut.url, "icons": [_icon(identity, "any", ICON_SIZES[0])]}


def _screenshot(static_dir: Path, picture: Screenshot) -> dict[str, str]:
    width, height = png_size(static_dir / picture.file)
    return {
        "src": f"/{picture.file}",
        "sizes": f"{width}x{height}",
        "type": "image/png",
        "form_factor": picture.form,
        "label": picture.label,
    }
