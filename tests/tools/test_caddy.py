"""Caddy ends when it is told to, whatever a browser keeps open."""

import socket
from pathlib import Path

from tests.support.site import free_port
from tools import caddy

WHOLE = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def test_it_ends_in_good_order_though_an_answer_never_comes(tmp_path: Path) -> None:
    port = free_port()

    def answers() -> bool:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            return False
        return True

    with socket.create_server(("127.0.0.1", 0)) as silent:
        site = f"http://127.0.0.1:{port} {{\n reverse_proxy 127.0.0.1:{silent.getsockname()[1]}\n}}\n"
        with caddy.started(site, tmp_path, tmp_path / "log") as program:
            program.until(answers)
            kept = socket.create_connection(("127.0.0.1", port))
            kept.sendall(WHOLE)
            silent.accept()[0].detach()
        kept.close()
    # Not killed: it has ended by itself, and put away what it had.
    assert program.process.returncode == 0, (tmp_path / "log").read_text()
