"""Past interviews: the newest twenty on the live page, one when it is opened, and never all that there is."""

import random
from typing import Any

import pytest

from interview_exit.rules.limits import RECENT_INTERVIEWS
from tests.client.ledger_tab import LedgerTab, stamp
from tests.client.told import MORNING_MS, Told

DAY_MS = 86_400_000
# A thousand interviews of ten records each, as years of use on several devices would leave them.
YEARS = """async ([count, ms, day]) => {
  const request = indexedDB.open('notes');
  const db = await new Promise((done) => { request.onsuccess = () => done(request.result); });
  const tx = db.transaction('records', 'readwrite');
  const flags = ['advert', 'pay', 'rude', 'g_answer', 'hours', 'values', 'commute', 'unclear'];
  for (let n = 0; n < count; n += 1) {
    const iv = `interview-${String(n).padStart(5, '0')}`;
    const began = ms - n * day;
    const write = (nth, what) => tx.objectStore('records').put({
      id: `${iv}-${nth}`, iv, at: began + nth * 60_000, dev: 'else', v: 1,
      hlc: [String(began + nth * 60_000).padStart(15, '0'), '00000', 'else'].join('|'), ...what });
    write(0, { id: iv, k: 'iv' });
    flags.forEach((flag, nth) => write(nth + 1, { k: 'tap', flag, hard: false }));
    write(9, { k: 'step', step: 'end', how: 'left' });
  }
  await new Promise((done) => { tx.oncomplete = done; });
  db.close();
}"""
# Counts, at the boundary, the rows that the database hands out.
COUNT_ROWS = """() => {
  globalThis.handedOut = 0;
  const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result').get;
  const counted = new WeakSet();
  Object.defineProperty(IDBRequest.prototype, 'result', { get() {
    const value = result.call(this);
    if (!counted.has(this) && Array.isArray(value)) { counted.add(this); handedOut += value.length; }
    if (value instanceof IDBCursorWithValue && !counted.has(value.value)) { counted.add(value.value); handedOut += 1; }
    return value;
  } });
}"""


@pytest.fixture
def years(blank: LedgerTab) -> LedgerTab:
    """A tab, not yet alive, of somebody with ten thousand records."""
    blank.start().page.evaluate(YEARS, [1000, MORNING_MS, DAY_MS])
    blank.page.goto("/")
    blank.page.evaluate(COUNT_ROWS)
    return blank


def test_ten_thousand_records_are_not_read_to_begin(years: LedgerTab) -> None:
    years.page.evaluate("() => { globalThis.requestIdleCallback = () => {}; }")
    tab = years.start()
    assert tab.page.evaluate("handedOut") <= 40
    tab.tap("rude")
    assert (tab.get("pressed"), tab.get("verdict")) == ({"rude": True}, "leave_now")
    assert tab.page.evaluate("handedOut") <= 40


def test_of_the_past_the_newest_are_read_once_the_page_is_idle(years: LedgerTab) -> None:
    tab = years.start()
    tab.page.evaluate("async () => { globalThis.past = await import('/client/live/recent.js'); }")
    tab.until("past.isRead()")
    newest = tab.page.evaluate("past.list().map(({ id }) => id)")
    assert newest == [f"interview-{n:05}" for n in range(RECENT_INTERVIEWS)]
    tab.tap("rude").until("get('unsaved') === 0")
    assert tab.page.evaluate("handedOut") <= 350


def test_any_interview_opens_however_old(years: LedgerTab) -> None:
    tab = years.start()
    tab.do("select", "interview-00999")
    entry = tab.get("entry")
    assert (entry["end"], len(entry["log"]), entry["log"][0]["label"]) == ("left", 9, "Not as posted")


def test_the_address_of_the_entry_page_opens_its_interview(years: LedgerTab) -> None:
    years.page.evaluate("() => { history.replaceState(null, '', '/entry#interview-00500'); }")
    tab = years.start()
    tab.until("get('entry')?.id === 'interview-00500'")
    tab.page.evaluate("() => { location.hash = '%E0%A4%A'; }")
    tab.until("get('entry') === null")


def test_no_length_is_negative_whatever_the_clock_did(blank: LedgerTab) -> None:
    dice = random.Random(4)
    all_told = []
    for n in range(20):
        told = Told(interview=f"interview-{n}", at=MORNING_MS + n)
        for _ in range(5):
            told.later(dice.choice([-600, -5, 0, 1, 7, 5000])).tap("pay")
        all_told.append(told)
    rows = rows_of(blank, *all_told)
    assert len(rows) == 20
    assert all(row["minutes"] >= 0 for row in rows)
    for row in rows:
        blank.do("select", row["id"])
        minutes = [line["minute"] for line in blank.get("entry")["log"]]
        assert minutes == sorted(minutes)
        assert minutes[0] >= 0


def test_an_interview_stamped_by_a_broken_clock_does_not_hide_the_next(blank: LedgerTab) -> None:
    told = Told()
    told.step("end", how="left")
    for record in told.records:
        record["hlc"] = stamp(MORNING_MS * 100, told.records.index(record))
    rows_of(blank, told)
    blank.tap("rude").saved().restart()
    assert (blank.get("started"), blank.get("pressed")) == (True, {"rude": True})


def rows_of(tab: LedgerTab, *all_told: Told) -> list[dict[str, Any]]:
    """Put interviews into the database, and return what history shows of them."""
    tab.start().put(*[record for told in all_told for record in told.records])
    return tab.restart().interviews()
