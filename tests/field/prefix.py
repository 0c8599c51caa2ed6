"""The site below a prefix, `/exit/`, of a host that is somebody else's: nothing it asks for at the root is its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread

from tests.support.prompt import PromptHandler

PREFIX = "/exit"


@contextmanager
def below_prefix(built: Path, other: bytes | None = None) -> Iterator[str]:
    """Serve a built site there, and return its address.

    Args:
        built: The site.
        other: What the host answers to everything else; nothing is a 404.
    """

    class Handler(PromptHandler):
        def respond(self, path: str) -> None:
            file = built / path.removeprefix(f"{PREFIX}/").removeprefix("/")
            file = file / "index.html" if file.is_dir() else file
            ours = path.startswith(f"{PREFIX}/") and file.is_file()
            self.answer(
                file.read_bytes() if ours else other, content_type=(ours and guess_type(file)[0]) or "text/html"
            )

        do_HEAD = PromptHandler.do_GET  # noqa: N815, the base class looks for that name

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://localhost:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()
