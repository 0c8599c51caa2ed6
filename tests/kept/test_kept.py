"""What version 0.1.0 left on a phone in November 2026 is read and brought back as it was, by every version since.

Beside this stand the database of a candidate with six interviews, as IndexedDB held it; the copy and the table that
were made of it; and what was shown of it. They were recorded by that version's own modules, with its clock moved on,
and are never written again: where these tests fail, the records of every candidate read otherwise than they did.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from interview_exit.rules.flags import FLAGS
from interview_exit.words.phrases import STATES
from tests.client.ledger_tab import OPEN, LedgerTab
from tests.support.node import NodePage

HERE = Path(__file__).parent
RESTORE = """async ({ name, version, stores }) => {
  const open = indexedDB.open(name, version);
  open.onupgradeneeded = () => {
    for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
      const made = open.result.createObjectStore(store, { keyPath });
      for (const { name, keyPath, ...options } of indexes) made.createIndex(name, keyPath, options);
      for (const row of rows) made.add(row);
    }
  };
  await new Promise((done, fail) => { open.onsuccess = done; open.onerror = fail; });
  open.result.close();
}"""
LAYOUT = f"""async () => {{
  const db = await {OPEN};
  const tx = db.transaction(db.objectStoreNames);
  const stores = {{}};
  for (const name of db.objectStoreNames) {{
    const store = tx.objectStore(name);
    const of = (index) => {{
      const {{ name, keyPath, unique, multiEntry }} = store.index(index);
      return {{ name, keyPath, unique, multiEntry }};
    }};
    stores[name] = {{ keyPath: store.keyPath, indexes: [...store.indexNames].map(of) }};
  }}
  db.close();
  return {{ version: db.version, stores }};
}}"""
# As shown.json has them; all that is named here may be renamed, all that is shown may not change.
SHOWN = """async (rows) => {
  const { isRecord } = await import("/client/domain/records.js");
  const { learn } = await import("/client/domain/flags.js");
  const { ownFlags } = await import("/client/domain/own-flags.js");
  const { summaryOf } = await import("/client/domain/summary.js");
  const { timelineOf } = await import("/client/domain/timeline.js");
  const records = rows.filter(isRecord);
  learn(ownFlags(records.filter(({ iv }) => iv === "")));
  const starts = records.filter(({ k }) => k === "iv").sort((a, b) => (a.hlc < b.hlc ? 1 : -1));
  return starts.map((start) => {
    const page = records.filter(({ iv }) => iv === start.id);
    const one = summaryOf(start, page);
    const { id, company, role, month, minutes, end, verdicts, rated, seen, regrets, note, skill: practised } = one;
    const people = one.people.map(({ role, initials, cue }) => [role, initials, cue].join(", "));
    const lines = timelineOf(page, id, false).map(({ minute, time, label, told, verdict, undone }) =>
      [minute, time, label, told, verdict, undone ? "taken back" : ""].join(" | "));
    return {
      id, company, role, month, minutes, end, verdicts, rated, seen, people, regrets, note, practised, lines,
    };
  });
}"""
# What is called otherwise by now: words may change, what happened may not.
REWORDED = {
    "Terms moved": FLAGS["terms"].label,
    "Would decline": FLAGS["would_decline"].label,
    "Pokes holes": FLAGS["poke_holes"].label,
    "Dodged it": FLAGS["evasive"].label,
    "Other path": FLAGS["direction"].label,
    "raised, moved in part": STATES["partly"],
    # A pause says by itself that it was skipped.
    "Odd lights | skipped |": "Odd lights |  |",
}
EXPORT = "async (what) => { void (await import('/client/data/export.js'))[what](); }"
BRING = """async (text) => {
  const { readCopy } = await import('/client/data/import.js');
  const { merge } = await import('/client/store/merge.js');
  const watch = { signal: new AbortController().signal, tell() {} };
  const { puts, erases } = await merge(await readCopy(new File([text], 'copy.json'), watch), watch);
  return [puts.length, erases.length];
}"""
PAD = "async () => (await import('/client/store/notepad.js')).read()"
OWN = "async () => (await import('/client/prepare/choices.js')).state.get('own')"


def kept(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def reworded(text: str) -> str:
    """Return what was shown or told then, in the words of today."""
    for then, now in REWORDED.items():
        text = text.replace(then, now)
    return text


DATABASE: dict[str, Any] = json.loads(kept("database.json"))
RECORDS: list[dict[str, Any]] = DATABASE["stores"]["records"]["rows"]
SHOWN_THEN: dict[str, Any] = json.loads(reworded(kept("shown.json")))
INTERVIEWS: list[dict[str, Any]] = SHOWN_THEN["interviews"]


@pytest.fixture
def then(modules_page: Page) -> LedgerTab:
    """A tab, not alive yet, in the minute in which that was recorded."""
    modules_page.clock.install(time=datetime.fromtimestamp(SHOWN_THEN["now"] / 1000, UTC))
    return LedgerTab(modules_page)


@pytest.fixture
def opened(then: LedgerTab) -> LedgerTab:
    """The tab of the version of today on that database."""
    then.page.evaluate(RESTORE, DATABASE)
    return then.start()


def exported(page: Page, what: str) -> str:
    """Export it through the door that the page has, and return the file."""
    with page.expect_download() as waiting:
        page.evaluate(EXPORT, what)
    return waiting.value.path().read_bytes().decode()


def without_its_date(copy: str) -> dict[str, Any]:
    return json.loads(copy) | {"made": ""}


def as_a_row(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def test_each_interview_reads_as_it_did(node_page: NodePage) -> None:
    assert node_page.evaluate(SHOWN, RECORDS) == INTERVIEWS


def test_the_database_opens_and_nothing_in_it_changes(opened: LedgerTab) -> None:
    assert {key: opened.get(key) for key in SHOWN_THEN["live"]} == SHOWN_THEN["live"]
    assert opened.get("settings").items() >= SHOWN_THEN["settings"].items()
    assert opened.page.evaluate(OWN) == [flag for flag in SHOWN_THEN["own"] if not flag["gone"]]
    assert opened.page.evaluate(PAD) == SHOWN_THEN["notepad"]
    facts = ("id", "company", "minutes", "end", "verdicts")
    there = [{fact: each[fact] for fact in facts} for each in opened.interviews()]
    assert there == [{fact: each[fact] for fact in facts} for each in INTERVIEWS]
    assert opened.saved().page.evaluate("indexedDB.databases()") == [{"name": "notes", "version": DATABASE["version"]}]
    assert as_a_row(opened.rows("records")) == as_a_row(RECORDS)


def test_a_database_made_today_is_laid_out_as_that_one(then: LedgerTab) -> None:
    laid_out = then.start().page.evaluate(LAYOUT)
    stores = {name: {"keyPath": at["keyPath"], "indexes": at["indexes"]} for name, at in DATABASE["stores"].items()}
    assert laid_out == {"version": DATABASE["version"], "stores": stores}


def test_what_is_exported_is_what_that_version_reads(opened: LedgerTab) -> None:
    assert without_its_date(exported(opened.page, "keepFile")) == without_its_date(kept("copy.json"))
    assert exported(opened.page, "keepTable").splitlines() == reworded(kept("table.csv")).splitlines()


def test_a_copy_of_then_changes_nothing_in_its_own_database(opened: LedgerTab) -> None:
    assert opened.page.evaluate(BRING, kept("copy.json")) == [0, 0]
    assert as_a_row(opened.rows("records")) == as_a_row(RECORDS)


def test_a_copy_of_then_meets_what_has_come_since_without_doubles_or_loss(opened: LedgerTab) -> None:
    newest, noted = INTERVIEWS[0]["id"], INTERVIEWS[-1]["id"]
    opened.do("select", noted)
    opened.do("note", noted, "Written since.")
    opened.tap("rude").saved()
    since = as_a_row(opened.rows("records"))
    assert opened.page.evaluate(BRING, kept("copy.json")) == [0, 0]
    assert as_a_row(opened.restart().rows("records")) == since
    there = {each["id"]: each for each in opened.interviews()}
    assert list(there) == [each["id"] for each in INTERVIEWS]
    assert (there[noted]["note"], there[newest]["verdict"]) == ("Written since.", "leave_now")


def test_a_copy_of_then_is_all_there_is_on_a_new_phone(then: LedgerTab, node_page: NodePage) -> None:
    tab = then.start()
    readable = [row for row in RECORDS if row["k"] not in {"hologram", "gone"}]
    assert tab.page.evaluate(BRING, kept("copy.json")) == [len(readable), 0]
    rows = tab.restart().rows("records")
    assert node_page.evaluate(SHOWN, rows) == INTERVIEWS
    assert without_its_date(exported(tab.page, "keepFile")) == without_its_date(kept("copy.json"))
