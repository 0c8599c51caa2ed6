"""A vault of version 1 of the protocol moves over with its words and loses nothing, whatever comes between."""

import json
from typing import Any

import pytest

from tests.client.line import Answer, Asked, Deliver, Line, refusal, straight
from tests.client.synced_tab import NewDevice, SyncedTab, heads, interview, meet
from tests.support.sealing import Keys

JSON = {"content-type": "application/json"}
# What an app of version 1 has kept.
KEPT = """async ([entropy, id]) => {
  const { connect } = await import('/client/store/database.js');
  const { unlock } = await import('/client/sync/crypto.js');
  const bytes = new Uint8Array(entropy);
  const [db, vault] = await Promise.all([connect(), unlock(bytes)]);
  const stores = ['records', 'outbox', 'meta'];
  const tx = db.transaction(stores, 'readwrite');
  const [records, outbox, meta] = stores.map((name) => tx.objectStore(name));
  meta.put({key: 'vault', value: {...vault, id, entropy: bytes}});
  meta.put({key: 'sync', value: {vault: id, cursor: 0, epoch: '', refused: 0}});
  const ids = records.getAllKeys();
  ids.onsuccess = () => ids.result.forEach((id) => outbox.put({id, op: 'put'}));
  await new Promise((done) => { tx.oncomplete = done; });
}"""


class FirstDevice:
    """A device that still speaks version 1."""

    def __init__(self, line: Line, entropy: bytes) -> None:
        self.keys, self._line = Keys(entropy, first=True), line
        self._place = f"/api/v1/vaults/{self.keys.vault}"
        self._auth = {"authorization": f"Bearer {self.keys.auth}"}

    def create(self, auth_hash: str = "") -> Answer:
        body = {"id": self.keys.vault, "auth_hash": auth_hash or self.keys.auth_hash}
        return self._line.deliver(Asked("POST", "/api/v1/vaults", JSON, json.dumps(body).encode()))

    def push(self, *records: dict[str, Any], erases: tuple[str, ...] = ()) -> Answer:
        puts = [{"id": record["id"], "blob": self.keys.seal(record)} for record in records]
        body = {"puts": puts, "erases": [{"id": id, "tag": self.keys.tag(id)} for id in erases]}
        return self._line.deliver(Asked("POST", f"{self._place}/batch", self._auth | JSON, json.dumps(body).encode()))

    def pull(self) -> Answer:
        return self._line.deliver(Asked("GET", f"{self._place}/changes", self._auth, b""))

    def remove(self) -> Answer:
        return self._line.deliver(Asked("DELETE", self._place, self._auth, b""))


def updated(tab: SyncedTab, old: FirstDevice) -> SyncedTab:
    """Let a device that was in a vault of version 1 run this app for the first time."""
    tab.entropy = old.keys.entropy
    tab.page.evaluate(KEPT, [list(tab.entropy), old.keys.vault])
    return tab.restart()


def kept(tab: SyncedTab) -> dict[str, Any]:
    return tab.rows("meta", key="vault")[0]["value"]


@pytest.fixture
def old(line: Line, device: NewDevice) -> FirstDevice:
    """A device of version 1 with one interview on the server, and one erased note."""
    old = FirstDevice(line, device().entropy)
    records = interview(2)
    assert old.create().status == 201
    assert old.push(*records).status == 200
    assert old.push(erases=(records[-2]["id"],)).status == 200
    return old


def has_moved(tab: SyncedTab, old: FirstDevice) -> None:
    """Everything is in the new vault and nothing in the old one, whose devices are told."""
    assert tab.sync() == "synced"
    assert (kept(tab)["id"], "old" in kept(tab)) == (tab.keys.vault, False)
    assert (old.pull().status, old.pull().json()["code"]) == (410, "vault_gone")


def test_everything_moves_over_and_the_old_app_is_told(device: NewDevice, old: FirstDevice, line: Line) -> None:
    first = device()
    first.write(*interview())
    updated(first, old).in_step()
    has_moved(first, old)
    assert len(first.rows(k="iv")) == 2
    assert len(first.rows(k="gone")) == 1
    second = device(first).join()
    meet(first, second)
    assert {row["id"] for row in second.rows(k="gone")} == {row["id"] for row in first.rows(k="gone")}
    held = {id for _, id, *_ in line.backup(first.keys.vault)}
    assert held - heads(first) == {row["id"] for row in first.rows()}


@pytest.mark.parametrize("heard", [True, False])
def test_it_may_break_off_anywhere(device: NewDevice, old: FirstDevice, line: Line, *, heard: bool) -> None:
    first = device()
    first.write(*interview())
    at = 0

    def breaks(asked: Asked, deliver: Deliver) -> Answer | None:
        if len(line.log) - before <= at:
            return deliver(asked)
        return (deliver(asked), None)[1] if heard else None

    first.entropy = old.keys.entropy
    first.page.evaluate(KEPT, [list(first.entropy), old.keys.vault])
    while True:
        before, line.meddle = len(line.log), breaks
        first.restart().until("['synced', 'offline'].includes(standing('status'))")
        if first.standing("status") == "synced":
            break
        at += 1
    assert at >= 4
    line.meddle = straight
    has_moved(first, old)
    meet(first, device(first).join())
    assert len(first.rows(k="iv")) == 2


def test_a_device_that_is_updated_later_brings_along_what_only_it_has(
    device: NewDevice, old: FirstDevice, line: Line
) -> None:
    first, second = updated(device(), old).in_step(), device()
    has_moved(first, old)
    second.write(*interview())
    updated(second, old).in_step()
    meet(first, second)
    assert len(first.rows(k="iv")) == 2
    assert kept(second)["id"] == first.keys.vault


def test_what_an_old_app_pushes_meanwhile_is_brought_along(device: NewDevice, old: FirstDevice, line: Line) -> None:
    late = interview()
    erased = old.pull().json()["items"][0]["id"]

    def pushes(asked: Asked, deliver: Deliver) -> Answer:
        if asked.what == "batch" and "/v2/" in asked.path and not pushed:
            pushed.append(old.push(*late, erases=(erased,)))
        return deliver(asked)

    pushed: list[Answer] = []
    line.meddle = pushes
    first = updated(device(), old)
    first.until("standing('status') === 'synced' && standing('waiting') === 0")
    assert pushed
    assert pushed[0].status == 200
    has_moved(first, old)
    second = device(first).join()
    meet(first, second)
    assert {record["id"] for record in late} <= set(second.live_rows())
    assert erased not in second.live_rows()


def test_what_was_deleted_stays_deleted(device: NewDevice, old: FirstDevice, line: Line) -> None:
    old.remove()
    first = device()
    first.write(*interview())
    rows = first.rows()
    updated(first, old).until("standing('reason') === 'vault_gone'")
    assert (first.rows(), kept(first)["id"]) == (rows, old.keys.vault)
    assert "create" not in line.asked()


def test_who_takes_an_old_id_after_a_loss_stops_nobody(device: NewDevice, line: Line) -> None:
    lost = FirstDevice(line, device().entropy)
    assert lost.create(Keys(b"a stranger's own").auth_hash).status == 201
    first = device()
    first.write(*interview())
    updated(first, lost).in_step()
    assert (kept(first)["id"], "old" in kept(first)) == (first.keys.vault, False)
    meet(first, device(first).join())


def test_a_server_that_lost_the_old_vault_gets_everything(device: NewDevice, line: Line) -> None:
    first = device()
    first.write(*interview())
    updated(first, FirstDevice(line, first.entropy)).in_step()
    meet(first, device(first).join())


def test_words_lead_to_a_vault_that_has_not_moved_yet(device: NewDevice, old: FirstDevice) -> None:
    first = device()
    first.entropy = old.keys.entropy
    first.join()
    has_moved(first, old)
    assert len(first.rows(k="iv")) == 1


def test_words_of_an_old_id_that_a_stranger_took_lead_nowhere(device: NewDevice, line: Line) -> None:
    first = device()
    FirstDevice(line, first.entropy).create(Keys(b"a stranger's own").auth_hash)
    assert (first.call("join"), first.standing("on")) == ("vault_unknown", False)


@pytest.mark.parametrize(("status", "code"), [(404, "not_found"), (403, "creations_closed"), (429, "too_many_vaults")])
def test_where_it_cannot_move_it_stays(device: NewDevice, old: FirstDevice, line: Line, status: int, code: str) -> None:
    def older(asked: Asked, deliver: Deliver) -> Answer:
        refused = asked.what == "create" if code != "not_found" else asked.path.startswith("/api/v2/")
        return refusal(status, code) if refused else deliver(asked)

    line.meddle = older
    first = updated(device(), old).in_step()
    first.write(*interview())
    assert (first.sync(), first.standing("waiting"), kept(first)["id"]) == ("synced", 0, old.keys.vault)
    joined = device(first).join()
    meet(first, joined)
    line.meddle = straight
    has_moved(first, old)


def test_words_are_changed_before_it_has_moved(device: NewDevice, old: FirstDevice, line: Line) -> None:
    line.meddle = lambda asked, deliver: None
    first = updated(device(), old)
    first.until("standing('status') === 'offline'")
    line.meddle = straight
    first.entropy = b"another 16 bytes"
    assert first.call("changeWords") == "done"
    first.in_step()
    has_moved(first, old)
