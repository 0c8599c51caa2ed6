"""The local store under every fault a browser has: what was tapped is shown, and nothing recorded is lost."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.client.ledger_tab import OPEN, LedgerTab, stamp
from tests.client.told import MORNING_MS, Told

CONNECTION = "import('/client/store.js').then(({ connection }) => connection())"
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
KILL_ROUNDS = 10
SURVIVORS_AT_LEAST = 7

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
    assert set(tap) == {"id", "k", "iv", "at", "hlc", "dev", "v", "flag", "hard"}
    assert len(tap["id"]) == 22
    assert (tap["flag"], tap["hard"], tap["v"]) == ("rude", False, 1)
    assert tap["hlc"].split("|")[2] == tap["dev"]


def test_a_lasting_place_is_asked_for_after_the_first_save_and_once(blank: LedgerTab) -> None:
    blank.page.evaluate("() => { globalThis.asked = 0; navigator.storage.persist = async () => { asked += 1; return true; }; }")
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
    tab.page.evaluate(f"{CONNECTION}.then((db) => db.backendDB().close())")
    tab.tap("pay")
    until_on_disk(tab, 2)
    assert sorted(tab.flags_on_disk()) == ["pay", "rude"]


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


def test_a_full_device_keeps_everything_in_memory_until_there_is_room(profile: OpenProfile, modules_origin: str) -> None:
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


def junk() -> list[dict[str, object]]:
    """Rows of a newer version, of nobody, and damaged ones, among them some in the newest place."""
    late = stamp(MORNING_MS + 10**9)
    good = {"iv": "an-interview", "at": MORNING_MS, "hlc": late, "dev": "else", "v": 1}
    return [
        {"id": "no-kind"},
        {"id": "from-tomorrow", "k": "hologram", **good},
        {"id": "new-flag", "k": "tap", **good, "flag": "telepathy", "hard": False},
        {"id": "inherited", "k": "tap", **good, "flag": "constructor", "hard": False},
        {"id": "numbers", "k": "tap", **good, "flag": 7},
        {"id": "no-time", "k": "tap", **good, "flag": "rude", "at": "noon"},
        {"id": "far-time", "k": "tap", **good, "flag": "rude", "at": 1e300},
        {"id": "bad-stamp", "k": "tap", **good, "flag": "rude", "hlc": "yesterday"},
        {"id": "new-state", "k": "outcome", **good, "e": "an-interview-1", "prev": [], "body": {"state": "telepathic"}},
        {"id": "no-body", "k": "outcome", **good, "e": "an-interview-1", "prev": []},
        {"id": "new-step", "k": "step", **good, "step": "levitate"},
        {"id": "inherited-step", "k": "step", **good, "step": "toString"},
        {"id": "odd-note", "k": "note", **good, "e": "an-interview", "prev": [], "body": {"text": {"rich": True}}},
        {"id": "odd-prev", "k": "ivmeta", **good, "e": "an-interview", "prev": "x", "body": {"company": "Acme"}},
        {"id": "odd-set", "k": "set", **good, "iv": "", "e": "settings", "prev": [], "body": None},
        *({"id": f"odd-iv-{n}", "k": "iv", **good, "iv": "another", "hlc": f"zzz{n}"} for n in range(30)),
    ]


def test_junk_is_counted_skipped_and_left_where_it_is(blank: LedgerTab) -> None:
    told = Told(at=blank.page.evaluate("Date.now()"))
    told.tap("advert")
    tab = blank.start()
    tab.put(*told.records, *junk())
    tab.restart()
    assert (tab.get("verdict"), tab.get("pressed")) == ("clear_air", {"advert": True})
    tab.do("setting", "discreet", True)
    tab.tap("rude").saved()
    tab.until("get('interviews').length === 1 && !get('loading')")
    assert tab.get("interviews")[0]["taps"] == 2
    assert tab.get("skipped") >= 14
    assert len(tab.rows()) == len(junk()) + len(told.records) + 2


def test_odd_settings_fall_back_to_what_is_known(blank: LedgerTab) -> None:
    body = {"discreet": "yes", "pauseSeconds": 1, "coverSeconds": -3, "hidden": ["uneasy"], "hardNos": "rude", "ticks": True}
    odd = {"id": "odd", "k": "set", "iv": "", "at": 1, "hlc": stamp(1), "dev": "else", "v": 1, "e": "settings", "prev": [], "body": body}
    tab = blank.start()
    tab.put(odd)
    settings = tab.restart().get("settings")
    assert settings == {**tab.page.evaluate("ledger.state.initial.settings"), "ticks": True}


NASTY = ["", "שלום עולם — مرحبا", "👩‍👩‍👧‍👦🏳️‍🌈", "nul\x00here", "line\r\nline\u2028", "e\u0301", "\ufeff\u202eright", "long " * 200_000]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_note_comes_back_as_it_was_written(tab: LedgerTab, text: str) -> None:
    tab.tap("rude")
    live = tab.get("live")
    tab.do("note", live, text)
    tab.do("describe", live, {"company": text})
    tab.saved().restart().do("select", live)
    assert tab.page.evaluate("([a]) => get('entry').note === a && get('entry').company === a", [text])


def test_half_a_character_survives_too(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.page.evaluate(r"ledger.note(get('live'), 'half \ud83d and \udc69')")
    live = tab.saved().get("live")
    tab.restart().do("select", live)
    assert tab.page.evaluate(r"get('entry').note === 'half \ud83d and \udc69'")


def test_the_notepad_is_kept(blank: LedgerTab) -> None:
    store = "import('/client/store.js')"
    assert blank.page.evaluate(f"{store}.then((store) => store.readPad())") == ""
    assert blank.page.evaluate(f"{store}.then((store) => store.writePad('milk \\u0000 🥛'))") is True
    blank.page.goto("/")
    assert blank.page.evaluate(f"{store}.then((store) => store.readPad())") == "milk \x00 🥛"


def test_a_notepad_that_cannot_be_kept_says_so_and_throws_nothing(blank: LedgerTab) -> None:
    blank.page.evaluate(OPEN_NEWER)
    kept = "import('/client/store.js').then(async (store) => [await store.readPad(), await store.writePad('milk')])"
    assert blank.page.evaluate(kept) == ["", False]


def test_most_taps_survive_a_browser_killed_at_first_sight(profile: OpenProfile, tmp_path: Path) -> None:
    survived, written = 0, []
    for flag in ("rude", "advert", "pay", "hours", "values", "commute", "evasive", "private", "travel", "level"):
        kill_at_first_sight(profile().start(), flag, tmp_path)
        tab = profile().start()
        pressed = tab.get("pressed")
        survived += flag in pressed
        # Whatever has survived once is there for good, and no half of a tap is.
        assert all(earlier in pressed for earlier in written)
        written = list(pressed)
        assert tab.get("skipped") == 0
        tab.page.context.close()
    assert len(tab.rows(k="iv")) == 1 if survived == KILL_ROUNDS else True
    assert survived >= SURVIVORS_AT_LEAST, f"{survived} of {KILL_ROUNDS}"


def kill_at_first_sight(tab: LedgerTab, flag: str, profile: Path) -> None:
    """Tap, and kill the browser as soon as the flag is shown as pressed."""
    pid = browser_on(profile)
    tab.page.expose_function("seen", lambda: os.kill(pid, signal.SIGKILL))
    tab.page.evaluate(
        "(flag) => { ledger.state.subscribe(() => get('pressed')[flag] && seen()); setTimeout(() => ledger.tap(flag)); }", flag
    )
    while Path(f"/proc/{pid}/exe").exists():
        time.sleep(0.01)


def browser_on(profile: Path) -> int:
    """Return the process that the others of this browser belong to."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        command = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        if f"--user-data-dir={profile}" in command and "--type=" not in command and "chromium" in command:
            return int(entry.parent.name)
    raise AssertionError("no browser on this profile")
