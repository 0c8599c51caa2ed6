"""A copy: what comes back is what was kept, once, and nothing changes when anything is wrong with it."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page
from selenium.webdriver import WebKitGTK

from tests.client.ledger_tab import ROWS, LedgerTab, stamp
from tests.client.store.test_odd_rows import NASTY
from tests.client.told import MORNING_MS, Told
from tests.support.histories import FILL, history

MANY = 120
CLIENT = """
const [{ archive }, { merge }, { readCopy }, { ArchiveError }] = await Promise.all(
  ["data/export", "store/merge", "data/import", "domain/backup"].map((name) => import(`/client/${name}.js`)));
const watch = (stopAt = 2) => {
  const stopping = new AbortController();
  return { signal: stopping.signal, tell: (share) => share >= stopAt && stopping.abort(new Error("stopped")) };
};
const keep = async () => (await archive(watch(), new Date("2026-11-22T09:00:00Z"))).join("");
const bring = async (text, stopAt) => merge(await readCopy(new File([text], "x.json"), watch()), watch(stopAt));
"""
KEEP = f"async () => {{ {CLIENT} return keep(); }}"
BRING = f"""async ([text, stopAt]) => {{ {CLIENT}
  try {{
    const {{ puts, erases }} = await bring(text, stopAt);
    return {{ puts: puts.length, erases: erases.length }};
  }} catch (error) {{ return error.code ?? error.message; }}
}}"""
# As the page about one's data does, which begins anew after it.
BRING_IN = """async (text) => {
  const restore = await import('/client/data/import.js');
  await restore.open([new File([text], 'x.json')]);
  void restore.bringIn();
}"""
WRITE_PAD = """async (text) => {
  const pad = await import('/client/store/notepad.js');
  await pad.load();
  pad.write(text);
  await pad.flush();
}"""


def kept(tab: LedgerTab) -> str:
    return tab.page.evaluate(KEEP)


def brought(tab: LedgerTab, text: str, stop_at: float = 2) -> Any:  # noqa: ANN401, counts or a code
    """Bring a copy back; return what was new, or why nothing changed."""
    return tab.page.evaluate(BRING, [text, stop_at])


def dump(tab: LedgerTab) -> dict[str, list[dict[str, Any]]]:
    """Return everything that the database holds, past the app's back."""
    return {table: tab.rows(table) for table in ("records", "outbox", "meta")}


def emptied(tab: LedgerTab) -> LedgerTab:
    """Begin anew, on another device as it were."""
    tab.page.evaluate(
        "async () => { const { eraseAll } = await import('/client/store/wipe.js'); await eraseAll(); }",
    )
    return tab.restart()


@pytest.fixture
def lived(tab: LedgerTab) -> LedgerTab:
    """A tab with a history, with revised and erased notes, odd texts, and a notepad."""
    tab.page.evaluate(FILL, history(MANY, MORNING_MS))
    tab.restart().tap("rude", "pay")
    live = tab.get("live")
    for text in NASTY:
        tab.do("note", live, text)
    tab.do("note", live, "last of \ud83d all".encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    tab.page.evaluate(WRITE_PAD, "Bread\nMilk")
    return tab.saved()


def test_a_copy_brings_back_exactly_what_was_kept(lived: LedgerTab) -> None:
    text, before = kept(lived), dump(lived)["records"]
    assert any(row["k"] == "gone" for row in before)
    empty = emptied(lived)
    assert dump(empty)["records"] == []
    assert brought(empty, text)["puts"] == sum(row["k"] != "gone" for row in before)
    after = dump(empty)
    assert after["records"] == before
    assert {row["id"]: row["op"] for row in after["outbox"]} == {
        row["id"]: "erase" if row["k"] == "gone" else "put" for row in before
    }
    assert {"key": "pad", "value": "Bread\nMilk"} in after["meta"]
    assert kept(empty) == text


def test_bringing_it_back_twice_is_bringing_it_back_once(lived: LedgerTab) -> None:
    text, before = kept(lived), dump(lived)
    assert brought(lived, text) == {"puts": 0, "erases": 0}
    assert dump(lived) == before


def test_copies_of_two_devices_are_merged_by_their_ids(tab: LedgerTab) -> None:
    ours, theirs = Told(interview="ours"), Told(interview="theirs", at=MORNING_MS + 1)
    ours.tap("rude")
    theirs.answer(theirs.tap("advert"), "cleared")
    tab.put(*ours.records, *theirs.records)
    text = kept(tab)
    tab = emptied(tab)
    tab.put(*theirs.records)
    assert brought(tab, text) == {"puts": 2, "erases": 0}
    assert {row["id"] for row in tab.rows()} == {row["id"] for row in [*ours.records, *theirs.records]}


def test_what_was_erased_here_or_there_stays_erased(tab: LedgerTab) -> None:
    tab.tap("rude").saved()
    live = tab.get("live")
    tab.do("note", live, "Zanzibar")
    old = kept(tab.saved())
    tab.do("note", live, "")
    new = kept(tab.saved())
    [erased] = json.loads(new)["gone"]
    assert "Zanzibar" not in new
    assert brought(tab, old) == {"puts": 0, "erases": 0}
    assert "Zanzibar" not in json.dumps(dump(tab))
    other = emptied(tab)
    brought(other, old)
    assert "Zanzibar" in json.dumps(dump(other))
    assert brought(other, new)["erases"] == 1
    assert "Zanzibar" not in json.dumps(dump(other))
    assert other.rows(id=erased) == [{"id": erased, "k": "gone"}]


def test_another_tab_shows_whole_interviews_at_once(lived: LedgerTab) -> None:
    text, before = kept(lived), lived.interviews()
    tab = emptied(lived)
    other = tab.beside()
    with tab.page.expect_navigation():
        tab.page.evaluate(BRING_IN, text)
    other.until(f"Object.keys(get('pressed')).length === {len(before[0]['flags'])}")
    assert other.interviews() == before


def test_rows_that_nobody_can_read_stay_here_and_out_of_the_copy(tab: LedgerTab) -> None:
    told = Told()
    odd = {"id": "from-tomorrow", "k": "hologram", "iv": told.interview, "at": 1, "hlc": stamp(1), "dev": "x", "v": 1}
    tab.put(*told.records, odd)
    assert [each["id"] for each in json.loads(kept(tab))["records"]] == [told.interview]
    left = "async () => (await import('/client/data/export.js')).state.get('left')"
    assert tab.page.evaluate(left) == 1
    assert tab.rows(id="from-tomorrow") == [odd]


@pytest.mark.parametrize("spoil", ["cut", "line", "stop", "record"])
def test_nothing_changes_when_anything_is_wrong_or_somebody_stops_it(lived: LedgerTab, spoil: str) -> None:
    text = kept(lived)
    tab = emptied(lived)
    tab.tap("advert").saved()
    before = dump(tab)
    spoilt = {
        "cut": text[: len(text) // 2],
        "line": text.replace('"k":"note"', '"k":"nota"', 1),
        "record": text.replace('"flag":"', '"flag":"x', 1),
        "stop": text,
    }[spoil]
    codes = {"cut": "truncated", "line": "no-record", "record": "no-record", "stop": "stopped"}
    assert brought(tab, spoilt, 0.5 if spoil == "stop" else 2) == codes[spoil]
    assert dump(tab) == before


def test_the_notepad_is_added_to_what_stands_there_once(tab: LedgerTab) -> None:
    tab.page.evaluate(WRITE_PAD, "Bread")
    text = kept(tab)
    tab.page.evaluate(WRITE_PAD, "Milk")
    for _ in range(2):
        brought(tab, text)
        assert {"key": "pad", "value": "Milk\nBread"} in tab.rows("meta")


def test_what_the_disk_could_not_take_is_in_the_copy_all_the_same(blank: LedgerTab) -> None:
    blank.page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    blank.page.goto("/")
    tab = blank.start().tap("rude")
    records = json.loads(kept(tab))["records"]
    assert [each["k"] for each in records] == ["iv", "tap"]


def test_it_comes_back_in_webkit_too(minibrowser: WebKitGTK, modules_origin: str) -> None:
    minibrowser.get(modules_origin)
    minibrowser.set_script_timeout(60)

    def run(source: str, *given: object) -> Any:  # noqa: ANN401, whatever it returns
        call = "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);"
        told = f"({source})(...given).then((value) => done([value]), (error) => done(error.message))"
        answer = minibrowser.execute_async_script(call + told, *given)
        assert isinstance(answer, list), answer
        return answer[0]

    begin = "async () => { await (await import('/client/store/database.js')).connect(); }"
    run(begin)
    run(FILL, history(20, MORNING_MS))
    before = run(ROWS, "records")
    text = run(KEEP)
    run("async () => { await (await import('/client/store/wipe.js')).eraseAll(); }")
    run(begin)
    assert run(ROWS, "records") == []
    assert run(BRING, [text, 2]) == {"puts": len(before), "erases": 0}
    assert run(ROWS, "records") == before
    assert run(BRING, [text.replace('"flag":"', '"flag":"x', 1), 2]) == "no-record"


def test_too_many_bytes_are_refused_unread(modules_page: Page) -> None:
    code = modules_page.evaluate(
        """async () => {
          const { readCopy } = await import('/client/data/import.js');
          const file = { size: 100_000_001, arrayBuffer: () => { throw new Error("read"); } };
          return readCopy(file, { signal: new AbortController().signal, tell() {} }).catch(({ code }) => code);
        }"""
    )
    assert code == "too-large"
