"""Behind TLS nothing ever goes without it: no answer leads there, no secret follows, and the browser stays."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from interview_exit import routes
from interview_exit.words.texts import devices as texts
from tests.field.tls_proxy import TlsProxy
from tests.pwa.built import ROUTES
from tests.support.browsers import PHONE, watched
from tests.support.devices import kept_offline, offline
from tests.support.vaults import Owner

SECRET = "AAAAAAAAAAAAAAAAAAAAAA"
ODD = [
    "//evil.example/..",
    "//evil.example",
    "/%2fevil.example",
    "/devices%2f",
    "/%5cevil.example",
    "/devices//",
    "/%0a",
]
ODD += ["/assets", "/icons/notes", "/api", "/api/", "/api/v1/vaults/", "/healthz/", "/devices?next=//evil.example"]


def paths() -> list[str]:
    return [*ROUTES, *(f"{route}/" for route in ROUTES[1:]), *(f"{route}?a=b" for route in ROUTES), *ODD]


def test_no_answer_leads_out_of_tls_and_each_asks_to_keep_to_it(behind_tls: TlsProxy) -> None:
    with behind_tls.client() as client:
        for path in paths():
            for method in ("GET", "HEAD", "POST"):
                answer = behind_tls.ask(client, method, path)
                about = (method, path, answer.headers)
                assert not 300 <= answer.status_code < 400, about
                assert not {"location", "refresh", "content-location"} & set(answer.headers), about
                assert answer.headers["strict-transport-security"] == "max-age=15552000", about
                assert "granian" not in answer.headers.get("server", "").lower(), about
            assert b"http://notes" not in behind_tls.ask(client, "GET", path).content


def open_page(browser: Browser, proxy: TlsProxy, **options: Any) -> tuple[Page, list[str]]:  # noqa: ANN401, whatever Playwright takes
    return watched(browser.new_context(**(PHONE | options), base_url=proxy.https))


@pytest.mark.parametrize("route", [routes.DEVICES.rstrip("/"), routes.DEVICES.rstrip("/") + "/"])
def test_a_secret_in_a_link_stays_under_tls(route: str, behind_tls: TlsProxy, trusting_browser: Browser) -> None:
    """On a device that has never been here, so without the worker."""
    before = behind_tls.plain.counts
    page, errors = open_page(trusting_browser, behind_tls, service_workers="block")
    page.goto(f"{route}#{SECRET}")
    expect(page.locator("[data-screen]")).to_be_visible()
    assert page.url.startswith(behind_tls.https)
    assert page.evaluate("isSecureContext")
    assert behind_tls.plain.counts == before
    assert not errors
    page.context.close()


def test_whoever_was_here_never_comes_without_tls_again(behind_tls: TlsProxy, trusting_browser: Browser) -> None:
    page, _ = open_page(trusting_browser, behind_tls, service_workers="block")
    page.goto("/")
    with pytest.raises(Error, match="ERR_"):
        # The same port, now by TLS, which Caddy does not speak there.
        page.goto(f"{behind_tls.http}/devices#{SECRET}")
    assert b"GET" not in bytes(behind_tls.plain.said)
    page.context.close()


def test_two_devices_are_in_step_and_start_without_a_network(behind_tls: TlsProxy, trusting_browser: Browser) -> None:
    first, errors = open_page(trusting_browser, behind_tls)
    owner = Owner(first)
    owner.open_app()
    owner.tap("rude")
    owner.end("left")
    words = owner.opens_devices().switches_on()
    second, more = open_page(trusting_browser, behind_tls)
    other = Owner(second).opens_devices()
    other.joins(words)
    kept_offline(second)
    with offline(second):
        fresh = second.context.new_page()
        Owner(fresh).open_app(routes.HISTORY)
        expect(Owner(fresh).interviews()).to_have_count(1)
        Owner(fresh).open_app(f"{routes.DEVICES}/")
        expect(fresh.get_by_text(texts.NOW)).to_be_visible()
    assert not errors + more
    for page in (first, second):
        page.context.close()
