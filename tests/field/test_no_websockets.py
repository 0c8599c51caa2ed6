"""No page needs a websocket, so a proxy without them takes nothing away."""

from playwright.sync_api import Browser, Page, expect

from interview_exit.words.texts import server as texts
from tests.field.plain_proxy import plain_proxy
from tests.pwa.built import ROUTES
from tests.support.browsers import PHONE
from tests.support.devices import device
from tests.support.vaults import NOTHING, Owner

SYNC_MS = 10_000


def sockets(page: Page) -> list[str]:
    """Return the growing list of those that a page opens; Playwright's own event misses some."""
    opened: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.webSocketCreated", lambda event: opened.append(event["url"]))
    return opened


def test_through_a_proxy_without_websockets_every_page_is_whole(chromium: Browser, site: str) -> None:
    with plain_proxy(site) as url, device(chromium, PHONE, url) as phone, device(chromium, PHONE, url) as laptop:
        opened = sockets(phone)
        owner, other = Owner(phone).opens_devices(), Owner(laptop)
        words = owner.switches_on()
        for route in ROUTES:
            phone.goto(route)
            expect(phone.locator("main")).to_be_visible()
        phone.goto("/server")
        live = phone.locator(".fact").filter(has_text=texts.LIVE).locator("dd").first
        expect(live).to_have_text(NOTHING)

        other.opens_devices().joins(words)
        other.open_app()
        other.tap("pay")
        other.end("left")
        other.opens_devices().syncs()
        expect(live).not_to_have_text(NOTHING, timeout=SYNC_MS)
        assert opened == []
        # The count would have told.
        phone.evaluate("new WebSocket(`ws://${location.host}/_event`)")
        phone.wait_for_timeout(200)
        assert len(opened) == 1
