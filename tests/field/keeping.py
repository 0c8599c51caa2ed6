"""What a browser keeps of the site, told by the bytes themselves, and a page that looks after it."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from time import monotonic

from playwright.sync_api import Page

from tests.pwa.built import ROUTES
from tests.pwa.replica import Replica

PATIENCE_SECONDS = 10
KEPT = """async () => {
    const seen = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const bytes = await (await cache.match(request, { ignoreVary: true })).arrayBuffer();
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
            seen.push([name, new URL(request.url).pathname, btoa(String.fromCharCode(...digest))]);
        }
    }
    return seen;
}"""
SPOIL = """async (addresses) => {
    const portal = () => new Response("<title>Guest Wi-Fi</title>", { headers: { "Content-Type": "text/html" } });
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const address of addresses ?? (await cache.keys()).map(({ url }) => new URL(url).pathname))
            await cache.put(address, portal());
    }
}"""
EVICT = """async (addresses) => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        if (!addresses) await caches.delete(name);
        for (const address of addresses ?? []) await cache.delete(address, { ignoreSearch: true, ignoreVary: true });
    }
}"""


def parts(replica: Replica, count: int) -> list[str]:
    """Return some files whose name holds a hash."""
    return [path for path in replica.build()["files"] if path.startswith("/assets/")][:count]


def right(replica: Replica) -> dict[str, str]:
    """Return the hash of what belongs at each address."""
    addresses = {*replica.build()["files"], *ROUTES}
    return {address: _hash(replica.content(address) or b"") for address in addresses}


def wrong(page: Page, replica: Replica) -> list[str]:
    """Return the addresses, in any cache, of which something else is kept than belongs there."""
    expected = right(replica)
    return [address for _, address, content in page.evaluate(KEPT) if expected.get(address) != content]


def missing(page: Page, replica: Replica, version: str = "") -> set[str]:
    """Return what the version does not have as it should be."""
    cache = f"pwa-{version or replica.build()['version']}"
    found = {address: content for name, address, content in page.evaluate(KEPT) if name == cache}
    return {address for address, content in right(replica).items() if found.get(address) != content}


def wait_until_complete(page: Page, replica: Replica) -> None:
    """Let time pass, in a page with a clock to turn, until the version has everything as it should be."""
    wait_until(page, lambda: not missing(page, replica), each_ms=1_000)


def wait_until(page: Page, condition: Callable[[], bool], each_ms: int = 0) -> None:
    """Look ten times a second; turn the page's clock on each time if asked."""
    deadline = monotonic() + PATIENCE_SECONDS
    while not condition():
        assert monotonic() < deadline, "waited in vain"
        if each_ms:
            page.clock.run_for(each_ms)
        page.wait_for_timeout(100)


def _hash(content: bytes) -> str:
    return b64encode(sha256(content).digest()).decode()
