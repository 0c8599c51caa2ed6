"""First-party JavaScript driven raw: a blank page on a real origin, nothing between the test and the module.

The origin serves `assets/client/` under `/client/`, the generated tables beside it, and an import map for the npm
packages that a bundler would otherwise resolve. In a test:

    page.evaluate("async () => (await import('/client/store/database.js')).open()")
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from interview_exit.compiled.modules import sources
from tests.support.browsers import PHONE, watched
from tests.support.prompt import PromptHandler

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "assets" / "client"
PACKAGES = ROOT / ".web" / "node_modules"
IMPORTS = {
    "@noble/hashes/": "/packages/@noble/hashes/",
    "@scure/bip39": "/packages/@scure/bip39/index.js",
    "@scure/bip39/": "/packages/@scure/bip39/",
    "lean-qr": "/packages/lean-qr/index.mjs",
}
BLANK = f"""<!doctype html><html lang="en"><title>Notes</title><link rel="icon" href="data:,">
<script type="importmap">{json.dumps({"imports": IMPORTS})}</script><body></body></html>"""


@cache
def _generated() -> dict[str, str]:
    return {f"/client/{name}": source for name, source in sources().items()}


def _file(folder: Path, name: str) -> bytes | None:
    path = (folder / name).resolve()
    return path.read_bytes() if path.is_relative_to(folder.resolve()) and path.is_file() else None


def _content(path: str) -> tuple[bytes | None, str]:
    """Return what lives at a path, None if nothing does, and its type."""
    if generated := _generated().get(path):
        return generated.encode(), "text/javascript"
    for prefix, folder in {"/client/": CLIENT, "/packages/": PACKAGES}.items():
        if path.startswith(prefix):
            return _file(folder, path.removeprefix(prefix)), "text/javascript"
    return (BLANK.encode() if path == "/" else None), "text/html"


class Modules(ThreadingHTTPServer):
    """Serves them; what is asked of the API goes to whoever stands in for it.

    Over the wire: a page whose requests Playwright takes is slowed down with each module, and keeps none of them.
    """

    daemon_threads = True
    api: Callable[[PromptHandler], None] | None = None

    @property
    def url(self) -> str:
        """Return the origin: localhost, since WebCrypto and service workers want a secure one."""
        return f"http://localhost:{self.server_port}"


class _Request(PromptHandler):
    def take(self) -> None:
        assert isinstance(self.server, Modules)
        if self.server.api:
            self.server.api(self)
        else:
            self.answer(None)

    def respond(self, path: str) -> None:
        if path.startswith("/api/"):
            return self.take()
        body, kind = _content(path)
        # A browser's second page has the modules from the first: they are the same for as long as this runs.
        return self.answer(body, content_type=f"{kind}; charset=utf-8", cache_control="max-age=86400")


@pytest.fixture(scope="session")
def modules_server() -> Iterator[Modules]:
    """Serve the raw modules."""
    server = Modules(("127.0.0.1", 0), _Request)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def modules_origin(modules_server: Modules) -> str:
    """Where the raw modules are served."""
    return modules_server.url


@pytest.fixture
def modules_page(chromium: Browser, modules_origin: str) -> Iterator[Page]:
    """A blank phone page with storage of its own; `page.context.new_page()` is a second tab.

    An error that a module left uncaught fails the test: they must all be caught (design.md section 4, a leak).
    """
    context = chromium.new_context(**PHONE, base_url=modules_origin)
    page, errors = watched(context)
    page.goto("/")
    yield page
    context.close()
    assert not errors, f"uncaught in the page: {errors}"
