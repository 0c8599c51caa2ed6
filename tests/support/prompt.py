"""A small HTTP server's manners: silent, and each answer sent at once."""

from http.server import BaseHTTPRequestHandler


class PromptHandler(BaseHTTPRequestHandler):
    """What each server of the tests is made from: it says in `respond` what to `answer`."""

    protocol_version = "HTTP/1.1"
    # Headers and body in one piece. In two, the system holds the second back until the browser has confirmed the
    # first, which it puts off: 40 ms for each module that a page loads.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer whoever asks for a file."""
        self.respond(self.path.partition("?")[0])

    def do_POST(self) -> None:
        """Answer whoever sends something."""
        self.take()

    do_PUT = do_DELETE = do_POST  # noqa: N815, the base class calls them that

    def take(self) -> None:
        """Take what is sent: nothing, unless the server says so."""
        self.answer(None)

    def respond(self, path: str) -> None:
        """Answer what lives at a path."""
        raise NotImplementedError

    def answer(self, body: bytes | None, **headers: str) -> None:
        """Send a body, or 404 for None; `content_type="text/html"` becomes `Content-Type: text/html`."""
        self.send_response(200 if body is not None else 404)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-").title(), value)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the base class calls it that
        """Stay silent: pytest's output is for failures."""
