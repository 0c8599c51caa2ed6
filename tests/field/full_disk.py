"""A phone that runs out of room at a moment of one's choice.

Any journey can be run under it: `disk = Disk(page)` before the page is loaded, then `disk.fills_up()` and later
`disk.has_room()`, each for every later load too. What is stored then fails as it does in a browser whose quota is used
up; reading and erasing go on.
"""

from playwright.sync_api import Page

LIMITED = """{
    globalThis.diskIsFull ??= false;
    const limit = (owner, name) => {
        const real = owner[name];
        owner[name] = function (...what) {
            if (globalThis.diskIsFull) throw new DOMException("no room", "QuotaExceededError");
            return real.apply(this, what);
        };
    };
    for (const name of ["put", "add"]) limit(IDBObjectStore.prototype, name);
    limit(Storage.prototype, "setItem");
    if (globalThis.Cache) limit(Cache.prototype, "put");
}"""


class Disk:
    """The storage of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(LIMITED)

    def fills_up(self) -> None:
        self._turn("true")

    def has_room(self) -> None:
        self._turn("false")

    def _turn(self, full: str) -> None:
        self._page.add_init_script(f"globalThis.diskIsFull = {full};")
        self._page.evaluate(f"globalThis.diskIsFull = {full}")
