"""What the build adds to pages: in the right place, on every page, and only there."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from interview_exit.pwa.page import HEAD_START, VIEWPORT, dress, widen_viewport, without_javascript
from interview_exit.pwa.policy import InlineCode, hashes, policy
from interview_exit.words.texts import titles
from interview_exit.words.texts.settings import DESCRIPTION
from rxconfig import config
from tests.pwa.built import ROUTES, pages, plugin, title_of

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
PLAIN = '<html><head><meta charSet="utf-8"/><title>x</title></head><body class="a"><main>x</main></body></html>'


class Tags(HTMLParser):
    """Collects every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def contents(self, **wanted: str) -> list[str | None]:
        """Return what the `meta` tags with these attributes say."""
        return [a.get("content") for tag, a in self.found if tag == "meta" and wanted.items() <= a.items()]

    def links(self, rel: str) -> list[str | None]:
        """Return where the links of this kind lead."""
        return [a.get("href") for tag, a in self.found if tag == "link" and a.get("rel") == rel]


def test_policy_comes_before_anything_it_could_miss() -> None:
    html = dress(PLAIN, "<link>", "")
    start = '<html translate="no" class="notranslate"><head><meta charSet="utf-8"/>'
    assert html.startswith(f'{start}<meta http-equiv="Content-Security-Policy"')


def test_text_without_javascript_comes_first_and_alone() -> None:
    html = dress(PLAIN, "", without_javascript("<p>Needs JavaScript.</p>"))
    assert '<body class="a"><noscript><style>body>:not(noscript){display:none}</style><p>Needs' in html


def test_unknown_viewport_stops_the_build() -> None:
    with pytest.raises(ValueError, match="viewport"):
        widen_viewport('<meta name="viewport" content="initial-scale=2">')


def test_every_page_is_built(built: Path) -> None:
    names = {page.relative_to(built).as_posix() for page in pages(built)}
    assert {f"{route.strip('/')}/index.html".lstrip("/") for route in ROUTES} <= names
    assert "404.html" in names


def test_every_inline_script_and_style_of_every_page_is_allowed_by_its_hash(built: Path) -> None:
    for page in pages(built):
        html = page.read_text()
        (given,) = POLICY.findall(html)
        assert given == policy(html), page
        inline = InlineCode()
        inline.feed(html)
        assert inline.scripts, page
        assert all(name in given for name in hashes([*inline.scripts, *inline.styles, *inline.style_attributes])), page


def test_character_set_stands_where_browsers_look_for_it(built: Path) -> None:
    for page in pages(built):
        html = page.read_text()
        start = HEAD_START.search(html)
        assert start, page
        assert start[1], page
        assert start.end() < 1024, page


def test_every_page_asks_not_to_be_translated(built: Path) -> None:
    for page in pages(built):
        ((_, root),) = [found for found in Tags(page.read_text()).found if found[0] == "html"]
        assert (root["translate"], root["class"]) == ("no", "notranslate"), page
        assert Tags(page.read_text()).contents(name="google") == ["notranslate"], page


def test_head_says_what_phones_ask_for(built: Path) -> None:
    for page in pages(built):
        tags = Tags(page.read_text())
        assert tags.links("manifest") == ["/manifests/notes.webmanifest"]
        assert tags.links("apple-touch-icon") == ["/icons/notes/apple-touch-180.png"]
        assert tags.contents(name="viewport") == [VIEWPORT]
        assert tags.contents(name="color-scheme") == ["light dark"]
        assert len(tags.contents(name="theme-color")) == 2
        assert tags.contents(name="apple-mobile-web-app-title") == [plugin(config).identities[0].short_name]


def test_every_page_says_what_it_needs_without_javascript(built: Path) -> None:
    for page in pages(built):
        assert page.read_text().count("<noscript>") == 1
        assert plugin(config).noscript in page.read_text()


def test_every_page_has_a_neutral_title_of_its_own(built: Path) -> None:
    found = [title_of(built, route) for route in ROUTES]
    assert len(set(found)) == len(ROUTES) > 10
    assert all(title.split(" – ")[0] == titles.NAME for title in found)
    telling = {"interview", "exit", "history", "prepare", "debrief", "verdict", "flag", "job", "compan", "leav"}
    assert not [title for title in found if any(word in title.lower() for word in telling)]


def test_every_page_describes_itself_neutrally_and_names_no_picture_that_is_not_there(built: Path) -> None:
    for route in ROUTES:
        tags = Tags((built / route.strip("/") / "index.html").read_text())
        assert tags.contents(name="description") == [DESCRIPTION]
        assert tags.contents(property="og:image") == []
