"""Erasing: at once from the screens, for a while to be put back, then from the disk, word by word."""

import json

import pytest

from tests.client.ledger_tab import LedgerTab
from tests.client.told import Told

START = "async () => { globalThis.discard = await import('/client/history/delete-with-undo.js'); }"
# All that any database of this origin holds, and all that small stores do.
DUMP = """async () => {
  const told = [Object.entries(localStorage), Object.entries(sessionStorage)];
  for (const { name } of await indexedDB.databases()) {
    const request = indexedDB.open(name);
    const db = await new Promise((done) => { request.onsuccess = () => done(request.result); });
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      for (const all of [objects.getAll(), objects.getAllKeys()]) {
        told.push(await new Promise((done) => { all.onsuccess = () => done(all.result); }));
      }
    }
    db.close();
  }
  return JSON.stringify(told);
}"""
CANARIES = ("canarycompany", "canaryrole", "canarynote", "canarycue", "canaryskill")


def written() -> Told:
    """An interview with a canary in every place that takes words."""
    told = Told()
    told.about(company="canarycompany", role="canaryrole", skill="canaryskill")
    told.answer(told.tap("pay"), "will_check")
    told.tap("rude")
    told.step("end", how="left")
    told.add("note", e=told.interview, prev=[], body={"text": "canarynote"})
    told.add("person", e="somebody", prev=[], body={"role": "", "initials": "", "cue": "canarycue"})
    return told


@pytest.fixture
def reader(tab: LedgerTab) -> LedgerTab:
    """A tab with that interview opened."""
    tab.put(*written().records, {"id": "odd", "k": "unheard of", "iv": "an-interview", "body": "canarynote"})
    tab.restart().do("select", "an-interview")
    tab.page.evaluate(START)
    return tab


def discard(tab: LedgerTab, action: str, *args: str) -> None:
    tab.page.evaluate("([action, args]) => discard[action](...args)", [action, list(args)])


def found(tab: LedgerTab) -> list[str]:
    dump = tab.page.evaluate(DUMP)
    assert len(json.loads(dump)) > 5
    return [word for word in CANARIES if word in dump]


def test_an_interview_is_gone_at_once_and_for_good_a_while_later(reader: LedgerTab) -> None:
    assert found(reader) == list(CANARIES)
    reader.page.clock.install()
    discard(reader, "eraseInterview", "an-interview")
    assert (reader.get("entry"), reader.page.evaluate("discard.state.get('waiting')")) == (None, "interview")
    assert found(reader) == list(CANARIES)
    reader.page.clock.run_for(60_000)
    reader.until("discard.state.get('waiting') === ''")
    reader.saved()
    assert found(reader) == []
    assert reader.restart().interviews() == []
    assert {row["k"] for row in reader.rows()} == {"gone"}
    assert {row["op"] for row in reader.rows("outbox")} == {"erase"}


def test_what_was_erased_is_put_back_as_it_was(reader: LedgerTab) -> None:
    before = (reader.get("entry"), reader.rows())
    discard(reader, "eraseInterview", "an-interview")
    discard(reader, "putBack")
    assert (reader.get("entry"), reader.rows()) == before
    assert reader.restart().interviews()[0]["company"] == "canarycompany"


def test_who_leaves_has_erased(reader: LedgerTab) -> None:
    discard(reader, "eraseInterview", "an-interview")
    reader.page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pagehide')); }")
    reader.until("discard.state.get('waiting') === ''")
    reader.saved()
    assert found(reader) == []


def test_an_entry_goes_with_all_that_is_about_it_and_nothing_else(reader: LedgerTab) -> None:
    [pay] = reader.rows(flag="pay")
    discard(reader, "eraseEntry", pay["id"])
    assert [line["flag"] for line in reader.get("entry")["log"] if line["flag"]] == ["rude"]
    discard(reader, "settle")
    reader.saved()
    left = [row["k"] for row in reader.rows() if row["k"] != "gone"]
    assert sorted(left) == sorted(["iv", "ivmeta", "tap", "step", "note", "person", "unheard of"])
    assert len(reader.restart().interviews()[0]["flags"]) == 1


def test_erasing_a_second_thing_settles_the_first(reader: LedgerTab) -> None:
    for flag in ("pay", "rude"):
        discard(reader, "eraseEntry", reader.rows(flag=flag)[0]["id"])
    reader.saved()
    assert reader.rows(flag="pay") == []
    discard(reader, "putBack")
    assert [line["flag"] for line in reader.get("entry")["log"] if line["flag"]] == ["rude"]


def test_the_other_tab_forgets_it_too(reader: LedgerTab) -> None:
    other = reader.beside()
    other.do("select", "an-interview")
    discard(reader, "eraseInterview", "an-interview")
    discard(reader, "settle")
    other.until("get('entry') === null")
