"""A copy of the built site on a server of its own: it can be released anew, taken away, and asked what it saw.

Beside the site it serves the raw browser modules under `/raw/`, and two blank pages: `/raw/page.htm` for driving them,
`/raw/auto.htm` which drives the update module by itself and, with `?live`, as during an interview.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any, cast

from interview_exit.pwa.headers import cache_rule
from interview_exit.pwa.page import head_tags
from interview_exit.pwa.worker import WORKER, hash_of
from rxconfig import config
from tests.pwa.built import plugin
from tests.support.prompt import PromptHandler

CLIENT = Path(__file__).parents[2] / "assets" / "client"
WATCH = """<script type="module">
import * as update from "/raw/app/update.js";
update.watch({ isLive: () => location.search === "?live" });
</script>"""
MARK = '<meta name="release" content="{}">'


def raw_page(script: str = "") -> str:
    """Return a page with the site's own head and a script, of which the worker knows nothing."""
    head = head_tags(plugin(config).identities, plugin(config).listing.colours)
    return f'<!doctype html><html lang="en"><head><title>Notes</title>{head}{script}</head><body></body></html>'


class Handler(PromptHandler):
    """Serves files with the site's caching rules."""

    def respond(self, path: str) -> None:
        """Answer from the copy, and note that it was asked."""
        replica = cast("Server", self.server).replica
        replica.requests.append(path)
        body = replica.content(path)
        kind, caching = guess_type(path)[0] or "text/html", cache_rule(path, 200 if body is not None else 404, ())
        self.answer(body, content_type=kind, cache_control=caching, vary="Accept-Encoding")


class Server(ThreadingHTTPServer):
    """A server that knows which copy it serves."""

    replica: "Replica"


class Replica:
    """The copy, its server and its requests."""

    def __init__(self, built: Path, folder: Path) -> None:
        self.folder = folder
        self.requests: list[str] = []
        self.port = 0
        shutil.copytree(built, folder, ignore=shutil.ignore_patterns("*.gz"))
        self._start()

    @property
    def url(self) -> str:
        """Return the origin; service workers want `localhost` or HTTPS."""
        return f"http://localhost:{self.port}"

    def content(self, path: str) -> bytes | None:
        """Return what lives at a path."""
        if path == "/raw/page.htm":
            return raw_page().encode()
        if path == "/raw/auto.htm":
            return raw_page(WATCH).encode()
        if path.startswith("/raw/"):
            return (CLIENT / path.removeprefix("/raw/")).read_bytes()
        file = self.folder / path[1:]
        file = file / "index.html" if file.is_dir() else file
        return file.read_bytes() if file.is_file() else None

    def release(self, name: str, without: str = "") -> None:
        """Put a newer version in place: another home page, and one file less if asked."""
        page = self.folder / "index.html"
        page.write_text(page.read_text().replace("</head>", f"{MARK.format(name)}</head>", 1))
        build = self.build()
        build["version"] = name
        build["files"]["/index.html"] = hash_of(page)
        if without:
            del build["files"][without]
            (self.folder / without[1:]).unlink()
        self.change(build)

    def build(self) -> dict[str, Any]:
        """Return what the worker knows of the build."""
        first = self.worker.read_text().partition("\n")[0]
        return json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))

    def change(self, build: dict[str, Any]) -> None:
        """Rewrite what the worker knows of the build."""
        source = self.worker.read_text().partition("\n")[2]
        self.worker.write_text(f"const BUILD = {json.dumps(build)};\n{source}")

    @property
    def worker(self) -> Path:
        """Return the worker's file."""
        return self.folder / WORKER[1:]

    @contextmanager
    def away(self) -> Iterator[None]:
        """Be unreachable for a while."""
        self.stop()
        yield
        self._start()

    def stop(self) -> None:
        """Close the port."""
        self.server.shutdown()
        self.server.server_close()

    def _start(self) -> None:
        self.server = Server(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        self.server.replica = self
        self.port = self.server.server_port
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
