"""The yardstick: the live page as somebody would write it by hand, without a framework.

The built page's own HTML and stylesheet, one script of a few lines that keeps a tap in IndexedDB before it shows it,
and a service worker that answers from its cache.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

BUILT = Path(".web/build/client")
SCRIPT = """
const open = indexedDB.open("static", 1);
open.onupgradeneeded = () => open.result.createObjectStore("taps", {autoIncrement: true});
document.addEventListener("click", ({target}) => {
  const flag = target.closest("[data-flag]");
  if (!flag) return;
  const save = () => {
    const tx = open.result.transaction("taps", "readwrite", {durability: "strict"});
    tx.objectStore("taps").add({flag: flag.dataset.flag, at: Date.now()});
    tx.commit();
    flag.setAttribute("aria-pressed", String(flag.getAttribute("aria-pressed") !== "true"));
  };
  if (open.readyState === "done") save(); else open.addEventListener("success", save);
});
navigator.serviceWorker.register("/sw.js");
"""
WORKER = """
const FILES = ["/", "/style.css", "/app.js"];
addEventListener("install", (event) => event.waitUntil(caches.open("static").then((cache) => cache.addAll(FILES))));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match(event.request, {ignoreVary: true})));
"""


@contextmanager
def static_site() -> Iterator[str]:
    """Serve the hand-written page, and yield its URL."""
    with TemporaryDirectory() as folder:
        write(Path(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        server.server_close()


def write(folder: Path) -> None:
    """Write the page's four files."""
    built = (BUILT / "index.html").read_text(encoding="utf-8")
    body = re.sub(r"<(script|noscript|template)\b.*?</\1>", "", built[built.index("<body") :], flags=re.DOTALL)
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title>'
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    links = '<link rel="stylesheet" href="/style.css"><script src="/app.js"></script></head>'
    (folder / "index.html").write_text(head + view + links + body, encoding="utf-8")
    (folder / "style.css").write_text("".join(file.read_text() for file in sorted(BUILT.glob("assets/*.css"))))
    (folder / "app.js").write_text(SCRIPT)
    (folder / "sw.js").write_text(WORKER)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class names it so
        """Print nothing."""
