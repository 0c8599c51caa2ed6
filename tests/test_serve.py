"""What is printed as the site's URL can be opened as it stands, whichever address it listens on."""

import socket
import urllib.request
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from interview_exit.serve import announce
from interview_exit.settings import load


class Handler(BaseHTTPRequestHandler):
    """Answers whatever is asked."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server6(HTTPServer):
    """A server on an address of the sixth version."""

    address_family = socket.AF_INET6


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "0.0.0.0", "::1", "::"])  # noqa: S104
def test_printed_url_can_be_opened(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    if ":" in host and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with (Server6 if ":" in host else HTTPServer)((host, 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        announce(replace(load({}), host=host, port=server.server_port))
        url = capsys.readouterr().out.removeprefix("Ready: ").strip()
        assert urllib.request.urlopen(url).status == 200
        server.shutdown()
