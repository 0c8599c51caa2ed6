"""A device that syncs: a raw tab of its own browser, with the ledger and sync in it and no screen."""

import json
import secrets
from collections.abc import Callable
from typing import Any, Self

from playwright.sync_api import Page

from tests.client.ledger_tab import LedgerTab
from tests.client.line import Line
from tests.client.told import Told
from tests.support.sealing import Keys, some_id

START = """async () => {
  globalThis.sync = await import('/client/sync/engine.js');
  globalThis.membership = await import('/client/sync/membership.js');
  globalThis.standing = (key) => sync.state.get(key);
  void sync.start();
}"""
# Timers would sync when nobody asked: the tests say when.
CALL = """async ([action, entropy]) => {
  try {
    await membership[action](entropy ? new Uint8Array(entropy) : undefined);
    return 'done';
  } catch ({code, name}) {
    return code ?? name;
  }
}"""
SEND = """async ([puts, erases]) => {
  const {act, write} = await import('/client/store/commands.js');
  await act(() => write(() => ({iv: '', last: '', puts, erases})));
}"""


class SyncedTab(LedgerTab):
    """One device."""

    def __init__(self, page: Page, entropy: bytes = b"") -> None:
        super().__init__(page)
        self.entropy = entropy or secrets.token_bytes(16)

    @property
    def keys(self) -> Keys:
        return Keys(self.entropy)

    def start(self) -> Self:
        super().start()
        self.page.evaluate(START)
        self.until("standing('ready')")
        return self

    def call(self, action: str, *, bare: bool = False) -> str:
        """Do one act of membership.js with this device's words; return done, or the code that it failed with."""
        return self.page.evaluate(CALL, [action, None if bare else list(self.entropy)])

    def switch_on(self) -> Self:
        assert self.call("switchOn") == "done"
        return self.in_step()

    def join(self) -> Self:
        assert self.call("join") == "done"
        return self.in_step()

    def in_step(self) -> Self:
        self.until("standing('status') === 'synced'")
        return self

    def sync(self) -> str:
        """Do one round, and return how things stand."""
        self.page.evaluate("sync.now()")
        return self.standing("status")

    def standing(self, key: str) -> Any:  # noqa: ANN401, whatever the key holds
        return self.page.evaluate("(key) => standing(key)", key)

    def write(self, *puts: dict[str, Any], erases: tuple[str, ...] = ()) -> None:
        """Keep a change as the app keeps it."""
        self.page.evaluate(SEND, [list(puts), list(erases)])
        self.saved()

    def live_rows(self) -> dict[str, dict[str, Any]]:
        """Return all records by id, without what is left of erased ones."""
        return {row["id"]: row for row in self.rows() if row["k"] != "gone"}


def heads(*devices: SyncedTab) -> set[str]:
    """Return the ids of what says how much there is, and is none of the records."""
    return {id for each in devices for id in each.rows("meta", key="sync")[0]["value"].get("heads", {})}


def heads_ever(line: Line, keys: Keys) -> set[str]:
    """Return the ids of all heads that were ever pushed to a vault."""
    pushed = [asked for asked in line.log if asked.what == "batch" and keys.vault in asked.path]
    puts = [item for asked in pushed for item in asked.json()["puts"]]
    return {item["id"] for item in puts if keys.open(item["id"], item["blob"])["k"] == "head"}


def interview(notes: int = 1) -> list[dict[str, Any]]:
    """Return an ended interview with ids as the app makes them, and notes that two devices may have written at once."""
    told = Told(some_id())
    told.tap("rude")
    told.about(company="Northwind")
    for number in range(notes):
        told.add("note", e=told.interview, prev=[], body={"text": f"note {number}"})
    told.step("end", how="left")
    return [record | {"id": record["id"] if record["k"] == "iv" else some_id()} for record in told.records]


def meet(*devices: SyncedTab) -> None:
    """Sync each until none has news for another."""
    for each in [*devices, *devices]:
        assert each.sync() == "synced"
    (rows,) = {json.dumps(each.live_rows(), sort_keys=True) for each in devices}
    assert rows


NewDevice = Callable[..., SyncedTab]
