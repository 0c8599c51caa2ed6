"""Each identity's manifest says what browsers want to know before they install."""

import json
from pathlib import Path
from typing import Any

import pytest

from interview_exit.pwa.manifest import icon_files, png_size
from rxconfig import config
from tests.pwa.built import plugin
from tests.support.browsers import ColdStart
from tests.support.devices import kept_offline

IDENTITIES = [identity.id for identity in plugin(config).identities]
identities = pytest.mark.parametrize("identity", IDENTITIES)


def manifest_of(built: Path, identity: str) -> dict[str, Any]:
    return json.loads((built / "manifests" / f"{identity}.webmanifest").read_text())


@identities
def test_says_what_browsers_ask_for(built: Path, identity: str) -> None:
    manifest = manifest_of(built, identity)
    wanted = {"id", "name", "short_name", "description", "start_url", "scope", "display", "display_override"}
    wanted |= {"icons", "screenshots", "shortcuts", "categories", "lang", "dir", "theme_color", "background_color"}
    assert wanted <= manifest.keys()
    assert manifest["scope"] == manifest["start_url"] == "/"
    assert manifest["display"] == "standalone"
    assert "orientation" not in manifest
    assert len(manifest["short_name"]) <= 12


def test_identities_are_different_apps(built: Path) -> None:
    manifests = [manifest_of(built, identity) for identity in IDENTITIES]
    assert len({manifest["id"] for manifest in manifests}) == len(IDENTITIES) == 3
    assert len({manifest["name"] for manifest in manifests}) == 3


def test_no_identity_tells_what_the_app_is_for(built: Path) -> None:
    for identity in IDENTITIES:
        assert "interview" not in (built / "manifests" / f"{identity}.webmanifest").read_text().lower()


@identities
def test_icons_are_as_large_as_they_claim(built: Path, identity: str) -> None:
    for icon in manifest_of(built, identity)["icons"]:
        width, height = png_size(built / icon["src"][1:])
        assert f"{width}x{height}" == icon["sizes"]


@identities
def test_every_purpose_has_its_own_files(built: Path, identity: str) -> None:
    icons = {(icon["purpose"], icon["sizes"]): icon["src"] for icon in manifest_of(built, identity)["icons"]}
    assert set(icons) == {(p, s) for p in ("any", "maskable", "monochrome") for s in ("192x192", "512x512")}
    assert len(set(icons.values())) == len(icons)
    assert all((built / "icons" / identity / name).exists() for name in icon_files())
    assert png_size(built / "icons" / identity / "apple-touch-180.png") == (180, 180)


@identities
def test_screenshots_exist_and_are_labelled(built: Path, identity: str) -> None:
    for picture in manifest_of(built, identity)["screenshots"]:
        width, height = png_size(built / picture["src"][1:])
        assert picture["sizes"] == f"{width}x{height}"
        assert (picture["form_factor"] == "wide") == (width > height)
        assert picture["label"]


def test_chromium_finds_nothing_to_complain_of(cold_start: ColdStart, site: str) -> None:
    page = cold_start()
    page.goto(site)
    kept_offline(page)
    devtools = page.context.new_cdp_session(page)
    assert devtools.send("Page.getAppManifest")["errors"] == []
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
