"""The site behind TLS: a real Caddy with an authority of its own, a name of its own, and an open port without TLS.

    with tls_proxy("http://127.0.0.1:8000", folder) as proxy:
        with trusting_chromium(playwright, home, NAME, proxy.root) as browser:
            page = browser.new_context(**PHONE, base_url=proxy.https).new_page()

It is set up as `make phone` does it (tools/caddy.py). What is sent to the port without TLS goes through a wire, which
keeps it.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Playwright

from tests.support.proxy import Wire
from tests.support.site import free_port
from tests.support.trust import trusting_chromium
from tools import caddy

NAME = "notes.example"
SITES = """https://{name}:{https} {{
    bind 127.0.0.1
    tls internal
    reverse_proxy {target}
}}
http://{name}:{http} {{
    bind 127.0.0.1
    redir https://{name}:{https}{{uri}} 308
}}
"""


@dataclass
class TlsProxy:
    """Where it stands; `plain` is the wire before the port without TLS."""

    port: int
    plain: Wire
    root: Path

    @property
    def https(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def http(self) -> str:
        return f"http://{NAME}:{self.plain.port}"

    def client(self) -> httpx2.Client:
        """Return a client that trusts its authority, knows its name, and follows nobody anywhere."""
        trust = ssl.create_default_context(cafile=str(self.root))
        # By address: the name is known to nobody else.
        headers, url = {"host": f"{NAME}:{self.port}"}, f"https://127.0.0.1:{self.port}"
        return httpx2.Client(base_url=url, headers=headers, verify=trust, trust_env=False)

    def ask(self, client: httpx2.Client, method: str, path: str, **headers: str) -> httpx2.Response:
        """Ask for a path to the letter."""
        url = httpx2.URL(f"https://127.0.0.1:{self.port}").copy_with(raw_path=path.encode())
        return client.request(method, url, headers=headers, extensions={"sni_hostname": NAME})

    def is_up(self) -> bool:
        """Return whether it answers for the site."""
        with suppress(OSError, httpx2.TransportError), self.client() as client:
            return self.ask(client, "GET", "/healthz").is_success
        return False


@contextmanager
def tls_proxy(target: str, folder: Path) -> Iterator[TlsProxy]:
    """Stand in front of a site."""
    https, http = free_port(), free_port()
    sites = SITES.format(name=NAME, https=https, http=http, target=target)
    with caddy.started(sites, folder, folder / "log") as program:
        proxy = TlsProxy(https, Wire(f"http://127.0.0.1:{http}"), caddy.root(folder))
        program.until(proxy.is_up)
        yield proxy
        proxy.plain.cut()


@pytest.fixture(scope="module")
def behind_tls(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsProxy]:
    """The site behind Caddy."""
    with tls_proxy(site, tmp_path_factory.mktemp("caddy")) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def trusting_browser(
    playwright: Playwright, behind_tls: TlsProxy, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """A browser that may come in that way."""
    with trusting_chromium(playwright, tmp_path_factory.mktemp("home"), NAME, behind_tls.root) as browser:
        yield browser
