"""The main journey under every condition of the field: whatever surrounds it, a candidate gets through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.field.authenticating_proxy import AuthenticatingProxy
from tests.field.body_limit import limiting
from tests.field.captive_portal import CaptivePortal
from tests.field.extension import extend
from tests.field.full_disk import Disk
from tests.field.journey import go_through
from tests.field.odd_clock import OddClock
from tests.field.plain_proxy import plain_proxy
from tests.field.tls_proxy import TlsProxy
from tests.field.translator import translate
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline


class Field:
    """A browser and the site, and what can come between them: a method for each condition, which opens the app."""

    def __init__(self, browser: Browser, site: str) -> None:
        self._browser, self._site = browser, site

    @contextmanager
    def a_translator(self) -> Iterator[Page]:
        with self._phone(self._site, lambda context: translate(context, "replaces")) as page:
            yield page

    @contextmanager
    def an_extension(self) -> Iterator[Page]:
        with self._phone(self._site, lambda context: extend(context, "first in body")) as page:
            yield page

    @contextmanager
    def a_captive_portal(self) -> Iterator[Page]:
        """It was not there at the first visit, and has come up since."""
        with CaptivePortal(self._site) as portal, self._phone(portal.url) as page:
            page.goto("/")
            kept_offline(page)
            portal.come_up()
            yield page

    @contextmanager
    def an_authenticating_proxy(self) -> Iterator[Page]:
        with AuthenticatingProxy(self._site, "cookie") as proxy, self._phone(proxy.url, proxy.log_in) as page:
            yield page

    @contextmanager
    def a_body_limiting_proxy(self) -> Iterator[Page]:
        with limiting({"/": self._site}, 1024, "refuse") as proxy, self._phone(proxy.url) as page:
            yield page

    @contextmanager
    def a_proxy_of_old(self) -> Iterator[Page]:
        """It knows neither websockets nor kept connections."""
        with plain_proxy(self._site) as url, self._phone(url) as page:
            yield page

    @contextmanager
    def a_clock_a_year_ahead(self) -> Iterator[Page]:
        with self._phone(self._site) as page:
            clock = OddClock(page)
            page.goto("/about")
            clock.set(days=365)
            yield page

    @contextmanager
    def a_full_disk(self) -> Iterator[Page]:
        with self._phone(self._site) as page:
            disk = Disk(page)
            page.goto("/about")
            disk.fills_up()
            yield page

    @contextmanager
    def _phone(self, url: str, prepare: Callable[[BrowserContext], None] = lambda _: None) -> Iterator[Page]:
        context = self._browser.new_context(**PHONE, base_url=url)
        page, errors = watched(context)
        prepare(context)
        yield page
        context.close()
        assert not errors, f"uncaught in the page: {errors}"


CONDITIONS = [name for name in vars(Field) if not name.startswith("_")]


def goes_through(page: Page) -> None:
    """Go through the main journey."""
    candidate = Candidate(page)
    candidate.open_app()
    steps: list[str] = []
    go_through(candidate, steps.append)
    assert steps[-1] == "log"


@pytest.mark.parametrize("condition", CONDITIONS)
def test_main_journey(chromium: Browser, site: str, condition: str) -> None:
    with getattr(Field(chromium, site), condition)() as page:
        goes_through(page)


def test_main_journey_behind_tls(behind_tls: TlsProxy, trusting_browser: Browser) -> None:
    with Field(trusting_browser, behind_tls.https)._phone(behind_tls.https) as page:
        goes_through(page)
