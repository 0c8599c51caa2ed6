"""What is printed as the site's URL can be opened as it stands, whichever address it listens on."""

import re
import socket
import time
import urllib.request
from dataclasses import replace
from http.server import HTTPServer
from threading import Thread

import pytest

from interview_exit.serve import announce
from interview_exit.settings import load
from tests.support.prompt import PromptHandler


class Handler(PromptHandler):
    """Answers whatever is asked."""

    def respond(self, path: str) -> None:
        self.answer(path.encode(), content_type="text/plain")


class Server6(HTTPServer):
    """A server on an address of the sixth version."""

    address_family = socket.AF_INET6


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "0.0.0.0", "::1", "::"])  # noqa: S104
def test_printed_url_can_be_opened(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    if ":" in host and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with (Server6 if ":" in host else HTTPServer)((host, 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        announce(replace(load({}), host=host, port=server.server_port), time.monotonic())
        url = capsys.readouterr().out.splitlines()[-1].removeprefix("Ready: ")
        assert re.fullmatch(r"http://(\[[0-9a-f:]+\]|[0-9a-z.]+):[0-9]+", url)
        assert urllib.request.urlopen(url).status == 200
        server.shutdown()
