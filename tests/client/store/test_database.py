"""The local store under every fault a browser has: what was tapped is shown, and nothing recorded is lost."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.client.ledger_tab import OPEN, LedgerTab

CONNECTION = "import('/client/store/database.js').then(({ connection }) => connection())"
# A tab that neither lets go when asked nor goes away: an older version of some other day.
HOLD_OLDER = """() => new Promise((done) => {
  const request = indexedDB.open('notes', 5);
  request.onsuccess = () => { globalThis.older = request.result; done(); };
})"""
OPEN_NEWER = """() => new Promise((done, fail) => {
  const request = indexedDB.open('notes', 1000);
  request.onsuccess = () => { request.result.close(); done(); };
  request.onerror = fail;
})"""
# The database opens, and this tab is told of it only when it is let go.
DELAY_OPENING = """() => {
  const real = IDBFactory.prototype.open;
  const released = new Promise((done) => { globalThis.release = done; });
  IDBFactory.prototype.open = function (...named) {
    const request = real.apply(this, named);
    const tell = (react) => request.addEventListener('success', (event) => released.then(() => react(event)));
    Object.defineProperty(request, 'onsuccess', { set: tell });
    return request;
  };
}"""
DELETE = """() => new Promise((done) => { indexedDB.deleteDatabase('notes').onsuccess = done; })"""
# The boundary itself, where nothing else can force it: the next few transactions are not to be had.
FAIL_NEXT = """(times) => {
  const real = IDBDatabase.prototype.transaction;
  globalThis.refused = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
    if (mode === 'readwrite' && refused < times) { refused += 1; throw new DOMException('', 'InvalidStateError'); }
    return real.call(this, stores, mode, ...rest);
  };
}"""

# The browser has lost its own process for databases, and has another the next moment.
LOSE_PROCESS = """(times) => {
  const real = IDBFactory.prototype.open;
  const lost = new DOMException('', 'UnknownError');
  globalThis.lost = 0;
  IDBFactory.prototype.open = function (...named) {
    if (globalThis.lost === times) return real.apply(this, named);
    globalThis.lost += 1;
    const request = Object.assign(new EventTarget(), { error: lost });
    setTimeout(() => request.onerror(new Event('error')));
    return request;
  };
}"""

OpenProfile = Callable[[], LedgerTab]


def set_quota(tab: LedgerTab, origin: str, size: int | None) -> None:
    quota = {} if size is None else {"quotaSize": size}
    tab.page.context.new_cdp_session(tab.page).send("Storage.overrideQuotaForOrigin", {"origin": origin, **quota})


def test_a_tap_and_its_place_in_the_outbox_are_written_together(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    records = tab.rows()
    assert sorted(row["k"] for row in records) == ["iv", "tap"]
    assert {row["id"] for row in tab.rows("outbox", op="put")} == {row["id"] for row in records}


def test_records_look_as_promised(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    [tap] = tab.rows(k="tap")
    assert set(tap) == {"id", "k", "iv", "at", "hlc", "dev", "v", "flag", "hard", "body"}
    assert len(tap["id"]) == 22
    assert (tap["flag"], tap["hard"], tap["v"]) == ("rude", False, 1)
    assert set(tap["body"]) == {"east"}
    assert tap["hlc"].split("|")[2] == tap["dev"]


def test_a_lasting_place_is_asked_for_after_the_first_save_and_once(blank: LedgerTab) -> None:
    blank.page.evaluate("() => { globalThis.asked = 0; navigator.storage.persist = async () => (asked += 1); }")
    tab = blank.start()
    assert tab.page.evaluate("asked") == 0
    tab.tap("rude", "pay").saved()
    tab.until("asked === 1")
    assert tab.tap("hours").saved().page.evaluate("asked") == 1


def test_a_browser_without_that_question_saves_as_well(blank: LedgerTab) -> None:
    blank.page.evaluate("() => { StorageManager.prototype.persist = undefined; }")
    assert blank.start().tap("rude").saved().flags_on_disk() == ["rude"]


def test_a_connection_that_was_closed_midway_is_opened_again(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    tab.page.evaluate(f"{CONNECTION}.then((db) => db.close())")
    tab.tap("pay")
    until_on_disk(tab, 2)
    assert sorted(tab.flags_on_disk()) == ["pay", "rude"]


def test_the_notepad_gets_a_connection_that_works_too(tab: LedgerTab) -> None:
    notepad = "import('/client/store/notepad.js')"
    tab.page.evaluate(f"{notepad}.then(({{ load }}) => load())")
    tab.page.evaluate(f"{CONNECTION}.then((db) => db.close())")
    tab.page.evaluate(f"{notepad}.then(({{ write }}) => write('Train 17:42'))")
    tab.page.wait_for_function(f"() => {notepad}.then(async ({{ read, pad }}) => await read() && !pad.get('fault'))")
    assert tab.rows("meta", key="pad") == [{"key": "pad", "value": "Train 17:42"}]


def test_a_browser_that_has_lost_its_database_process_is_asked_again_at_once(blank: LedgerTab) -> None:
    blank.page.evaluate(LOSE_PROCESS, 3)
    tab = blank.start()
    assert (tab.page.evaluate("lost"), tab.get("fault")) == (3, "")
    assert tab.tap("rude").saved().flags_on_disk() == ["rude"]


def test_a_failing_write_is_tried_four_times_more(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    tab.page.evaluate(FAIL_NEXT, 4)
    tab.tap("pay")
    assert tab.get("pressed") == {"rude": True, "pay": True}
    until_on_disk(tab, 2)
    assert tab.page.evaluate("refused") == 4
    assert (tab.get("fault"), tab.get("unsaved")) == ("", 0)
    assert tab.flags_on_disk() == ["rude", "pay"]


def test_a_write_that_keeps_failing_is_marked_and_saved_when_the_page_is_looked_at_again(tab: LedgerTab) -> None:
    tab.page.evaluate(FAIL_NEXT, 1000)
    tab.tap("rude")
    tab.until("get('unsaved') === 1")
    tab.tap("pay")
    assert (tab.get("fault"), tab.get("unsaved")) == ("storage-failed", 2)
    assert tab.get("pressed") == {"rude": True, "pay": True}
    tab.page.evaluate("() => { refused = 1000; document.dispatchEvent(new Event('visibilitychange')); }")
    tab.until("get('unsaved') === 0 && get('fault') === ''")
    assert tab.flags_on_disk() == ["rude", "pay"]
    assert len(tab.rows(k="iv")) == 1


def test_what_the_disk_could_not_take_is_erased_with_all_the_rest(tab: LedgerTab) -> None:
    tab.page.evaluate(FAIL_NEXT, 1000)
    tab.tap("rude")
    tab.until("get('unsaved') === 1")
    tab.page.evaluate("async () => (await import('/client/store/wipe.js')).eraseAll()")
    assert (tab.get("fault"), tab.get("unsaved")) == ("", 0)
    tab.page.evaluate("() => { refused = 1000; document.dispatchEvent(new Event('visibilitychange')); }")
    tab.do("setting", "discreet", True)
    assert [row["k"] for row in tab.saved().rows()] == ["set"]


def test_a_full_device_keeps_all_in_memory_until_there_is_room(profile: OpenProfile, modules_origin: str) -> None:
    tab = profile()
    set_quota(tab, modules_origin, 1)
    tab.start().tap("rude")
    tab.until("get('fault') === 'storage-full'")
    tab.tap("advert")
    assert (tab.get("unsaved"), tab.get("verdict")) == (2, "leave_now")
    assert tab.rows() == []
    set_quota(tab, modules_origin, None)
    tab.tap("pay").saved()
    assert tab.flags_on_disk() == ["rude", "advert", "pay"]
    assert sorted(tab.restart().get("pressed")) == ["advert", "pay", "rude"]


def test_a_browser_that_keeps_nothing_shows_all_and_says_so(tmp_path: Path, profile: OpenProfile) -> None:
    (tmp_path / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked))
    works_in_memory(profile().start(), "storage-denied")


def test_a_browser_without_any_database_shows_all_and_says_so(blank: LedgerTab) -> None:
    blank.page.evaluate("() => { Object.defineProperty(globalThis, 'indexedDB', { value: undefined }); }")
    works_in_memory(blank.start(), "storage-denied")


def test_a_newer_version_s_database_is_left_alone(blank: LedgerTab) -> None:
    blank.page.evaluate(OPEN_NEWER)
    works_in_memory(blank.start(), "storage-newer")
    version = blank.page.evaluate(f"async () => {{ const db = await {OPEN}; db.close(); return db.version; }}")
    assert version == 1000


def test_a_newer_version_in_another_tab_is_given_way_to(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    other = tab.page.context.new_page()
    other.goto("/")
    other.evaluate(OPEN_NEWER)
    tab.tap("pay")
    tab.until("get('fault') === 'storage-newer'")
    assert (tab.get("unsaved"), tab.get("pressed")) == (1, {"rude": True, "pay": True})


def test_an_older_version_in_another_tab_delays_nothing(blank: LedgerTab) -> None:
    other = blank.page.context.new_page()
    other.goto("/")
    other.evaluate(HOLD_OLDER)
    tab = blank.start()
    works_in_memory(tab, "storage-blocked")
    other.evaluate("older.close()")
    tab.until("get('fault') === '' && get('unsaved') === 0")
    assert tab.flags_on_disk() == ["advert", "rude", "pay"]


def works_in_memory(tab: LedgerTab, fault: str) -> None:
    """An interview goes on as ever, with its trouble said."""
    tab.tap("advert")
    tab.do("resolve", "confirmed")
    tab.tap("rude", "pay")
    tab.until(f"get('fault') === '{fault}'")
    assert tab.get("unsaved") == 4
    assert (tab.get("ready"), tab.get("verdict"), len(tab.get("log"))) == (True, "leave_now", 3)


def test_two_tabs_that_both_began_in_memory_end_up_in_one_interview(blank: LedgerTab) -> None:
    holder = blank.page.context.new_page()
    holder.goto("/")
    holder.evaluate(HOLD_OLDER)
    tabs = [blank.start(), blank.beside()]
    tabs[0].tap("rude")
    tabs[1].tap("pay", "advert")
    holder.evaluate("older.close()")
    for tab in tabs:
        tab.until("get('fault') === '' && get('unsaved') === 0 && Object.keys(get('pressed')).length === 3")
        assert tab.get("pressed") == {"rude": True, "pay": True, "advert": True}
    assert len(tabs[0].rows(k="iv")) == 1


def test_what_was_tapped_while_the_database_opened_joins_the_interview_begun_meanwhile(tab: LedgerTab) -> None:
    page = tab.page.context.new_page()
    page.goto("/")
    page.evaluate(DELAY_OPENING)
    slow = LedgerTab(page).start()
    slow.tap("pay", "advert", "hours")
    assert slow.get("fault") == "storage-blocked"
    tab.tap("rude").saved()
    page.evaluate("release()")
    for each in (slow, tab):
        each.until("get('fault') === '' && get('unsaved') === 0 && Object.keys(get('pressed')).length === 4")
    [begun] = tab.rows(k="iv")
    assert sorted(row["flag"] for row in tab.rows(k="tap", iv=begun["id"])) == ["advert", "hours", "pay", "rude"]


def test_a_database_deleted_midway_gets_the_interview_back(tab: LedgerTab) -> None:
    tab.do("setting", "discreet", True)
    tab.tap("rude", "advert").saved()
    other = tab.page.context.new_page()
    other.goto("/")
    other.evaluate(DELETE)
    tab.tap("pay")
    until_on_disk(tab, 3)
    assert tab.flags_on_disk() == ["rude", "advert", "pay"]
    again = tab.restart()
    assert sorted(again.get("pressed")) == ["advert", "pay", "rude"]
    assert again.get("settings")["discreet"] is True


def until_on_disk(tab: LedgerTab, taps: int) -> None:
    """Wait for as many taps in the database."""
    for _ in range(100):
        if len(tab.rows(k="tap")) >= taps:
            return
        tab.page.wait_for_timeout(50)
