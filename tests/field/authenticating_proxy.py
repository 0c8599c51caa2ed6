"""A proxy that lets nobody through to the site who has not logged in.

Any journey can be run behind it: browse `proxy.url` with a context that `logged_in` has prepared.

    with AuthenticatingProxy(site, "cookie") as proxy:      # or "basic"
        context = chromium.new_context(**PHONE, **proxy.login)
        proxy.log_in(context)                               # with a cookie: by its page, as a person does
        context.new_page().goto(proxy.url)
        proxy.log_out()                                     # every session is over

`basic` asks by 401 for a name and a password (RFC 7617). `cookie` answers what comes without its cookie by 302 to a
page for logging in, below `/proxy/`. `proxy.refused` holds the paths that were asked for without either.
"""

from base64 import b64encode
from collections.abc import Sequence
from secrets import token_hex
from typing import Any

from playwright.sync_api import BrowserContext

from tests.field.front import Answer, Asked, Front

NAME, PASSWORD = "visitor", "open sesame"
BASIC = f"Basic {b64encode(f'{NAME}:{PASSWORD}'.encode()).decode()}"
LOGIN, ENTER = "/proxy/login", "/proxy/enter"
HTML = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
FORM = f'<!doctype html><title>Log in</title><form action="{ENTER}"><button>Log in</button></form>'.encode()


class AuthenticatingProxy(Front):
    """The site behind it; paths below one of `outside` are for everybody."""

    def __init__(self, target: str, way: str, outside: Sequence[str] = ()) -> None:
        super().__init__(target, self._answer)
        assert way in {"basic", "cookie"}
        self.way, self.outside = way, tuple(outside)
        self.refused: list[str] = []
        self.log_out()

    @property
    def login(self) -> dict[str, Any]:
        """Return the options of a Playwright context that answers a question for name and password."""
        if self.way == "cookie":
            return {}
        return {"http_credentials": {"username": NAME, "password": PASSWORD}}

    def log_in(self, context: BrowserContext) -> None:
        """Fill in the page, if there is one."""
        if self.way == "basic":
            return
        page = context.new_page()
        page.goto(self.url + LOGIN)
        page.get_by_role("button").click()
        page.wait_for_url(lambda url: ENTER not in url and LOGIN not in url)
        page.close()

    def log_out(self) -> None:
        """End every session; with `basic`, nothing ends."""
        self._session = token_hex(8)

    def _answer(self, asked: Asked) -> Answer | None:
        if asked.path == LOGIN:
            return Answer(200, FORM, HTML)
        if asked.path == ENTER:
            cookie = f"proxy={self._session}; Path=/; HttpOnly; SameSite=Lax"
            return Answer(302, b"", {"Location": "/healthz", "Set-Cookie": cookie})
        if self._is_in(asked) or (self.outside and asked.path.startswith(self.outside)):
            return None
        self.refused.append(asked.path)
        if self.way == "basic":
            return Answer(401, b"Log in", {"WWW-Authenticate": 'Basic realm="Private"', "Content-Type": "text/plain"})
        return Answer(302, b"", {"Location": LOGIN})

    def _is_in(self, asked: Asked) -> bool:
        if self.way == "basic":
            return asked.headers.get("authorization") == BASIC
        return f"proxy={self._session}" in asked.headers.get("cookie", "")
