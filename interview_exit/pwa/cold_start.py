"""What a page waits for at a cold start, and what it need not.

The first access to each kind of storage stops a page until the browser's own process has answered: in a new process on
a slow phone that is a tenth of a second, and the framework's inline scripts do it twice before anything is painted.
"""

import re
from collections.abc import Sequence
from pathlib import Path

THEME = re.compile(r'jsx\("script",\{\},"[^"\\]*(?:\\.[^"\\]*)*localStorage\.getItem\(\\"theme\\"(?:[^"\\]|\\.)*"\),')
SCROLL = re.compile(r"try \{\s*let storedY.*?\} catch \(error\) \{.*?\}", re.DOTALL)
STORED = "sessionStorage.getItem"
PRELOAD = re.compile(r'<link rel="modulepreload"[^>]*>')
BODY_SCRIPT = re.compile(r"<body\b.*?(?=<script\b)", re.DOTALL)


def without_theme(document: str) -> str:
    """Leave out the script that reads which colours were chosen: here the system chooses, in CSS.

    Changed in the framework's source, since hydration compares what such a script says.

    Raises:
        ValueError: If the framework no longer writes it as expected.
    """
    lean, found = THEME.subn("", document)
    if found != 1:
        msg = f"{found} scripts for the theme in Reflex's document: adapt THEME in {__name__}"
        raise ValueError(msg)
    return lean


def without_scrolling(static_dir: Path) -> None:
    """Leave out of a script what scrolls a page that was loaded anew: the browser does that itself.

    The rest of it marks the page's place in the browser's history: so the router begins other screens at their top.
    Changed in the built pages, since the component that brings it does more; hydration does not look into it.

    Args:
        static_dir: The built site.

    Raises:
        ValueError: If the framework no longer writes it as expected.
    """
    pages = {page: SCROLL.subn("", page.read_text(encoding="utf-8")) for page in sorted(static_dir.rglob("*.html"))}
    # The framework's own page for an address that it does not know has none.
    if not any(found for _, found in pages.values()) or any(STORED in lean for lean, _ in pages.values()):
        msg = f"the script that scrolls has changed: adapt SCROLL in {__name__}"
        raise ValueError(msg)
    for page, (lean, _) in pages.items():
        page.write_text(lean, encoding="utf-8")


def show_first(static_dir: Path, modules: Sequence[str]) -> None:
    """Let a page ask for its modules after all that it shows, and run these before the framework's own.

    Asking for one costs a slow phone several milliseconds, and the framework names a dozen in front of the stylesheet.

    Args:
        static_dir: The built site.
        modules: Globs of built modules, which a page preloads anyway.

    Raises:
        ValueError: If a page has no script at the end of what it shows.
    """
    paths = [f"/{file.relative_to(static_dir).as_posix()}" for glob in modules for file in static_dir.glob(glob)]
    for page in sorted(static_dir.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        tags = [f'<script type="module" async src="{path}"></script>' for path in paths if path in html]
        page.write_text(_moved(html, "".join(tags)), encoding="utf-8")


def _moved(html: str, tags: str) -> str:
    preloads = "".join(PRELOAD.findall(html))
    shown = BODY_SCRIPT.search(lean := PRELOAD.sub("", html))
    if not shown:
        msg = f"no script in a page's body: adapt BODY_SCRIPT in {__name__}"
        raise ValueError(msg)
    return lean[: shown.end()] + tags + preloads + lean[shown.end() :]
