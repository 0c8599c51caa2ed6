"""What we lean on where pages are drawn and fail: in Reflex 0.10.1, React 19.3 and React Router 8.4."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from interview_exit.bridge import failure
from interview_exit.pwa import mount
from tests.pwa.built import pages

WEB = Path(__file__).parents[2] / ".web"
ROUTER = WEB / "node_modules" / "react-router" / "dist" / "production" / "lib" / "dom" / "ssr" / "routeModules.js"
PLAIN = {"option", "title", "textarea", "script", "style"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}

built = pytest.mark.usefixtures("site")


class Texts(HTMLParser):
    """Collects each text of a page with the elements that it stands in, outermost first."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append((data, [*self._open]))


def entry() -> str:
    """Return what Reflex starts the app by."""
    return (files("reflex_base") / ".templates" / "web" / "app" / "entry.client.js").read_text(encoding="utf-8")


@built
def test_react_holds_no_text_but_in_an_element_of_its_own() -> None:
    """Else a translator that moves it would stop the page: assets/client/base/jsx.js."""
    drawn = [
        (page.name, text, around)
        for page in pages(WEB / "build" / "client")
        for text, around in Texts(page.read_text(encoding="utf-8")).found
        if ("div", mount.ROOT_ID) in around
    ]
    assert len(drawn) > 100
    assert [found for found in drawn if found[2][-1][0] not in {"x-t", *PLAIN}] == []


@built
def test_a_text_that_changes_is_compiled_to_a_component_of_this_name() -> None:
    compiled = "".join(path.read_text(encoding="utf-8") for path in (WEB / "app_components").rglob("*.jsx"))
    made = re.findall(r"^export const (Bare_\w+) =", compiled, re.MULTILINE)
    assert made
    assert all(f'{name}.displayName = "Bare";' in compiled for name in made)


@built
def test_react_draws_into_the_body_and_is_guarded_on_all_sides() -> None:
    started = (WEB / failure.ENTRY).read_text(encoding="utf-8")
    assert f'hydrateRoot(document.getElementById("{mount.ROOT_ID}"),' in started
    assert "createElement(LastResort, null, createElement(HydratedRouter)), givenUp)" in started
    root = (WEB / failure.ROOT).read_text(encoding="utf-8")
    assert "jsx(AppLayout, {}, jsx(LastResort, {}," in root
    assert "Failure as ErrorBoundary" in root
    # The boundary around a page draws the notice, by a function that takes the error and leaves it.
    boundaries = [path.read_text(encoding="utf-8") for path in (WEB / "utils" / "components").glob("Errorboundary*")]
    assert boundaries
    assert all(re.search(r"fallbackRender:.{0,40}=>.{0,10}jsx\(Failure, \{\}\)", each) for each in boundaries)


@built
def test_page_without_its_code_fails_and_is_not_loaded_anew() -> None:
    assert ROUTER.read_text(encoding="utf-8").count("window.location.reload();") == 1
    scripts = [path.read_text(encoding="utf-8") for path in (WEB / "build" / "client" / "assets").glob("*.js")]
    loaders = [script for script in scripts if "Error loading route module" in script]
    assert loaders
    assert not [script for script in loaders if "location.reload()" in script]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (mount.mount_document, "LAYOUT"),
        (mount.mount_entry, "HYDRATED"),
        (failure.guard_root, failure.ROOT),
        (failure.guard_entry, failure.ENTRY),
        (failure.guard_router, failure.BUILD_CONFIG),
    ],
)
def test_a_framework_that_draws_in_another_way_is_told_at_once(change: Callable[[str], str], told: str) -> None:
    with pytest.raises((RuntimeError, ValueError), match=told):
        change("export {}")


def test_entry_can_be_changed_in_either_order() -> None:
    changed = failure.guard_entry(mount.mount_entry(entry()))
    assert changed == mount.mount_entry(failure.guard_entry(entry()))
    assert changed.count("hydrateRoot(") == 1
