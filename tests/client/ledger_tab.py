"""A tab with the raw ledger in it, as tests drive it: tap, look, and read the database past the ledger's back."""

from typing import Any, Self

from playwright.sync_api import Page

from interview_exit.rules.limits import REPEAT_SECONDS

START = """async () => {
  globalThis.ledger = await import('/client/live/start.js');
  const { logOf } = await import('/client/domain/live-view.js');
  const { live } = await import('/client/store/live-interview.js');
  const log = () => logOf(live()?.state ?? { log: [] }, ledger.state.get('settings').discreet).reverse();
  globalThis.get = (key) => (key === 'log' ? log() : ledger.state.get(key));
  (await import('/client/base/uptime.js')).watchSleep();
  void ledger.start();
}"""
ACCOUNTS = """async () => {
  globalThis.accounts = await import('/client/history/summaries.js');
  await accounts.open();
  return accounts.all();
}"""
OPEN = """new Promise((done, fail) => {
  const request = indexedDB.open('notes');
  request.onsuccess = () => done(request.result);
  request.onerror = fail;
})"""
LATER = "(ms) => { const steady = performance.now.bind(performance); performance.now = () => steady() + ms; }"
ROWS = f"""async (table) => {{
  const db = await {OPEN};
  const all = db.transaction(table).objectStore(table).getAll();
  const rows = await new Promise((done) => {{ all.onsuccess = () => done(all.result); }});
  db.close();
  return rows;
}}"""
PUT = f"""async (rows) => {{
  const db = await {OPEN};
  const tx = db.transaction('records', 'readwrite');
  for (const row of rows) tx.objectStore('records').put(row);
  await new Promise((done) => {{ tx.oncomplete = done; }});
  db.close();
}}"""


class LedgerTab:
    """One tab of the app, without any screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def start(self) -> Self:
        """Bring the ledger to life, as loading a page does."""
        self.page.evaluate(START)
        self.until("get('ready')")
        return self

    def restart(self) -> Self:
        """Load the page anew."""
        self.page.goto("/")
        return self.start()

    def beside(self) -> "LedgerTab":
        """Open a second tab of the same browser."""
        page = self.page.context.new_page()
        page.goto("/")
        return LedgerTab(page).start()

    def do(self, action: str, *args: Any) -> None:  # noqa: ANN401, whatever the action takes
        """Call an action, and wait until the view shows it."""
        self.page.evaluate("([action, args]) => ledger[action](...args)", [action, list(args)])

    def tap(self, *flags: str) -> Self:
        for flag in flags:
            self.do("tap", flag)
        return self

    def tap_again(self, flag: str) -> Self:
        """Tap it once more, later than a shaky finger would."""
        self.page.evaluate(LATER, 1000 * REPEAT_SECONDS)
        return self.tap(flag)

    def get(self, key: str) -> Any:  # noqa: ANN401, whatever the key holds
        return self.page.evaluate("(key) => get(key)", key)

    def interviews(self) -> list[dict[str, Any]]:
        """Read all interviews as the pages about the past do, newest first."""
        return self.page.evaluate(ACCOUNTS)

    def until(self, condition: str) -> None:
        """Wait for something that takes the disk, or the other tab, a moment."""
        self.page.wait_for_function(condition)

    def saved(self) -> Self:
        """Wait until nothing is on its way to the disk."""
        self.until("get('unsaved') === 0 && get('fault') === ''")
        # A transaction behind all others.
        self.rows("records")
        return self

    def rows(self, table: str = "records", **like: Any) -> list[dict[str, Any]]:  # noqa: ANN401
        """Read the rows of a table that are like this, past the ledger's back."""
        rows = self.page.evaluate(ROWS, table)
        return [row for row in rows if all(row.get(key) == value for key, value in like.items())]

    def put(self, *rows: dict[str, Any]) -> None:
        """Write rows past the ledger's back."""
        self.page.evaluate(PUT, list(rows))

    def flags_on_disk(self) -> list[str]:
        """Return the flags of all taps in the database, in the order of their stamps."""
        return [row["flag"] for row in sorted(self.rows(k="tap"), key=lambda row: row["hlc"])]


def stamp(ms: int, counter: int = 0, device: str = "else") -> str:
    """Write a stamp as hlc.js does."""
    return f"{ms:015}|{counter:05}|{device}"
