"""When the device keeps nothing, or not now: a calm message, the same verdicts, and nothing tapped is lost."""

from playwright.sync_api import CDPSession, Page, expect

from interview_exit.words.texts import devices as vault
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

OLDER, NEWER = 5, 990
# A page of the same origin that is not the app.
ELSEWHERE = "/icons/notes/any-192.png"
OPEN = """(version) => new Promise((opened) => {
    const asked = indexedDB.open("notes", version);
    asked.onsuccess = () => opened((globalThis.held = asked.result).version);
})"""
SAVED = """async (count) => {
    const answer = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    for (let saved = 0, tries = 0; saved < count && tries < 100; tries++) {
        await new Promise((resume) => setTimeout(resume, 50));
        if (!(await indexedDB.databases()).some(({name}) => name === "notes")) continue;
        const db = await answer(indexedDB.open("notes"));
        saved = await answer(db.transaction("records").objectStore("records").count());
        db.close();
    }
}"""
DENY = """Object.defineProperty(globalThis, "indexedDB", {
    get: () => ({open() { throw new DOMException("denied", "SecurityError"); }})})"""
JUNK = """async (junk) => {
    const db = await new Promise((opened) => {
        const asked = indexedDB.open("notes");
        asked.onsuccess = () => opened(asked.result);
    });
    const put = db.transaction(["records", "meta"], "readwrite");
    for (const row of junk) put.objectStore("records").put(row);
    put.objectStore("meta").put({key: "clock", value: {not: "a stamp"}});
    await new Promise((done) => { put.oncomplete = done; });
    db.close();
}"""
FUTURE = "999999999999999|00000|x"
JUNK_ROWS = [
    {"id": "", "k": "tap"},
    {"id": "a", "k": "unheard of", "iv": "a", "hlc": FUTURE},
    {"id": "b", "k": "iv", "iv": "b", "hlc": "not a stamp", "at": -1, "dev": 7},
    {"id": "c", "k": "iv", "iv": "c", "hlc": [[[]]], "at": "yesterday"},
    {"id": "d", "k": "tap", "iv": "b", "flag": "constructor", "hlc": "000000000000001|00000|x", "at": 1, "dev": "x"},
    {"id": "e", "k": "set", "iv": "", "hlc": FUTURE, "at": 1, "dev": "x", "e": "settings", "prev": [], "body": None},
    {"id": "f", "k": "set", "iv": "", "hlc": FUTURE, "at": 1, "dev": "x", "e": "settings", "prev": [],
     "body": {"discreet": "perhaps", "pauseSeconds": -5, "coverSeconds": {}, "__proto__": 1}},
]  # fmt: skip


def tells(candidate: Candidate, code: str) -> None:
    """Expect the calm message of a fault, and that the screen still fits."""
    expect(candidate.page.locator(".notice.fault")).to_have_text(labels.FAULTS[code])


def is_well(candidate: Candidate) -> None:
    expect(candidate.page.locator(".notice.fault")).to_have_count(0)
    expect(candidate.page.get_by_text(labels.NOT_SAVED)).to_have_count(0)


def devtools(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


def test_full_device_says_so_and_saves_when_there_is_room_again(candidate: Candidate, site: str) -> None:
    candidate.page.goto(ELSEWHERE)
    device = devtools(candidate.page)
    # Before the app has asked: Chromium remembers for a while that there was room.
    device.send("Storage.overrideQuotaForOrigin", {"origin": site, "quotaSize": 1000})
    candidate.open_app()
    candidate.tap("pay")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    tells(candidate, "storage-full")
    device.send("Storage.overrideQuotaForOrigin", {"origin": site})
    candidate.tap("unclear")
    candidate.pressed("unclear")
    is_well(candidate)
    candidate.reloads()
    for flag in ("pay", "rude", "unclear"):
        candidate.pressed(flag)


def test_browser_that_keeps_nothing_says_so_and_works_until_it_is_closed(candidate: Candidate) -> None:
    candidate.page.add_init_script(DENY)
    candidate.open_app()
    tells(candidate, "storage-denied")
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.press(labels.SKIP_PAUSE)
    candidate.is_told("wrap_up")
    candidate.press(labels.WRAP_UP_NOW)
    candidate.press(labels.I_WRAPPED_UP)
    candidate.sees(labels.NOT_SAVED.capitalize())
    candidate.moves_on()
    candidate.open_history()
    tells(candidate, "storage-denied")
    expect(candidate.interviews()).to_have_count(1)


def test_sync_is_not_said_to_be_off_while_nobody_can_tell(candidate: Candidate) -> None:
    candidate.page.add_init_script(DENY)
    candidate.open_app("/devices")
    expect(candidate.page.get_by_text(vault.FAULTS["storage-denied"])).to_be_visible()
    expect(candidate.button(vault.SWITCH_ON)).to_be_disabled()
    candidate.page.get_by_role("link", name=labels.BACK).click()
    expect(candidate.page.locator(".standing-line")).to_have_text(vault.LINK)


def test_older_version_in_another_tab_is_named_and_waited_for(candidate: Candidate) -> None:
    other = candidate.page.context.new_page()
    other.goto(ELSEWHERE)
    assert other.evaluate(OPEN, OLDER) == OLDER
    candidate.open_app()
    tells(candidate, "storage-blocked")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    other.close()
    is_well(candidate)
    candidate.reloads()
    candidate.pressed("rude")


def test_newer_version_is_left_alone(candidate: Candidate) -> None:
    candidate.page.goto(ELSEWHERE)
    candidate.page.evaluate(OPEN, NEWER)
    candidate.open_app()
    tells(candidate, "storage-newer")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    candidate.page.goto(ELSEWHERE)
    assert candidate.page.evaluate(OPEN, NEWER) == NEWER


def test_newer_version_that_comes_midway_gets_the_database_and_the_tap_stays_in_view(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("pay")
    other = candidate.page.context.new_page()
    other.goto(ELSEWHERE)
    assert other.evaluate(OPEN, NEWER) == NEWER
    candidate.tap("rude")
    candidate.is_told("leave_now")
    tells(candidate, "storage-newer")


def test_database_lost_midway_is_made_again_with_all_of_the_interview(candidate: Candidate, site: str) -> None:
    candidate.open_app()
    candidate.tap("pay")
    candidate.pressed("pay")
    devtools(candidate.page).send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "indexeddb"})
    candidate.tap("rude")
    candidate.is_told("leave_now")
    is_well(candidate)
    candidate.page.evaluate(SAVED, 3)
    candidate.reloads()
    candidate.pressed("pay")
    candidate.pressed("rude")


def test_clock_set_back_keeps_the_order_and_never_counts_below_nothing(candidate: Candidate) -> None:
    candidate.page.clock.install(time="2026-11-21T10:00:00")
    candidate.open_app()
    candidate.tap("pay")
    candidate.pressed("pay")
    candidate.page.clock.set_system_time("2026-11-20T09:00:00")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    candidate.sees(f"0 {labels.MINUTES}")
    candidate.reloads()
    candidate.pressed("rude")
    candidate.end("left")
    candidate.tap("unclear")
    candidate.end("stayed")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(2)
    newest, oldest = candidate.interviews().all_text_contents()
    assert "Stayed to the end" in newest
    assert "Left at once" in oldest
    candidate.open_log(1)
    assert [line.split("\n")[1] for line in candidate.log()] == ["Pay too low", "Rude", "Ended: left at once"]


def test_junk_in_the_database_is_stepped_over_and_left_there(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.pressed("advert")
    candidate.page.evaluate(JUNK, JUNK_ROWS)
    candidate.reloads()
    candidate.is_told("clear_air")
    expect(candidate.flag("rude")).to_contain_text("Rude")
    candidate.answer("cleared")
    candidate.is_told("stay")
    candidate.end("stayed")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    is_well(candidate)
