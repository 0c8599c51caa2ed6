"""A proxy of the plainest sort: HTTP/1.0, a connection for each request, a name of its own in Host, no websockets."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import cast
from urllib.parse import urlsplit

from tests.support.prompt import PromptHandler

ITS_OWN = {"connection", "host", "keep-alive", "transfer-encoding", "upgrade"}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    target = ""


class _Handler(PromptHandler):
    protocol_version = "HTTP/1.0"

    def pass_on(self) -> None:
        """Ask the site, and hand its answer back."""
        if "upgrade" in self.headers:
            return self.send_error(501)
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        kept = {name: value for name, value in self.headers.items() if name.lower() not in ITS_OWN}
        site = HTTPConnection(cast(_Server, self.server).target, timeout=60)
        site.request(self.command, self.path, body, kept | {"Connection": "close"})
        answer = site.getresponse()
        said = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ITS_OWN:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(said)
        self.wfile.flush()
        site.close()
        return None

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = pass_on  # noqa: N815, the names that the base class looks for


@contextmanager
def plain_proxy(site: str) -> Iterator[str]:
    """Put it in front of a site; yields the URL to browse instead."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.target = urlsplit(site).netloc
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
