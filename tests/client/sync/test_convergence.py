"""Spans sync/engine.js, sync/round.js and sync/outbox.js: whatever happens, three devices come to hold the same.

In whatever order it happens, they lose nothing and bring nothing back.

The real modules in three browsers against the real API. A device edits, erases and syncs; the line may lose a request
or its answer at any point, and the page may die with it, which is a crash between any two steps: what is done between
two requests is one transaction. The server may be put back to any backup. In the end the line is mended, and all must
hold what was written and not erased, the server too.

However old the last head is and whatever has come since, a device that joins in the end is not told that the server
shows less than there is.

Each of these, planted into the modules, makes it fail: a restored server that is not given again what it lost, an
erased record that comes back with a pull, an acknowledgement that forgets what was erased meanwhile, a page of a pull
that is not kept as a whole.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from playwright.sync_api import Browser

from tests.client.line import Answer, Asked, Deliver, Line, straight
from tests.client.synced_tab import SyncedTab, heads_ever
from tests.client.told import Told
from tests.support.browsers import PHONE, watched
from tests.support.sealing import Keys, some_id

DEVICES = st.integers(0, 2)
CHOICE = st.integers(0, 10**6)
STRANGER = b"a stranger's own"
# Long runs: to begin one anew takes as long as ten steps.
EXAMPLES, STEPS = 5, 48


class Fault:
    """The line breaks at one request of the next round, before the server hears it or after."""

    def __init__(self, at: int, *, heard: bool) -> None:
        self.left, self.heard = at, heard

    def __call__(self, asked: Asked, deliver: Deliver) -> Answer | None:
        self.left -= 1
        if self.left >= 0:
            return deliver(asked)
        if self.heard:
            deliver(asked)
        return None


@pytest.fixture
def three(chromium: Browser, modules_origin: str, line: Line) -> Iterator[list[SyncedTab]]:
    """Three devices whose pages sync only when told to."""
    with ExitStack() as stack:

        def new() -> SyncedTab:
            context = stack.enter_context(chromium.new_context(**PHONE, base_url=modules_origin))
            page, _ = watched(context)
            page.clock.install()
            page.clock.pause_at(datetime.now() + timedelta(hours=1))
            page.goto("/")
            return SyncedTab(page).start()

        yield [new() for _ in range(3)]


class Devices(RuleBasedStateMachine):
    """What may happen, and what must hold."""

    three: ClassVar[list[SyncedTab]]
    line: ClassVar[Line]

    @initialize()
    def begin(self) -> None:
        """Begin a vault of one's own, so that no run meets another."""
        self.line.meddle = straight
        self.written: dict[str, dict[str, Any]] = {}
        self.erased: set[str] = set()
        self.gone: list[set[str]] = [set(), set(), set()]
        for device in self.three:
            device.page.evaluate("membership.leave(false)")
            device.page.evaluate(FORGET)
            device.entropy = self.three[0].entropy
            device.restart()
        self.three[0].entropy = some_id()[:16].encode()
        for device in self.three:
            device.entropy = self.three[0].entropy
        assert self.three[0].call("switchOn") == "done"
        self.three[0].sync()
        for device in self.three[1:]:
            assert device.call("join") == "done"
        self.backups = [self.kept()]

    def kept(self) -> list[tuple[Any, ...]]:
        """Return what the server holds."""
        return self.line.backup(self.three[0].keys.vault)

    @rule(device=DEVICES, count=st.integers(1, 4))
    def write(self, device: int, count: int) -> None:
        records = [note(number) for number in range(count)]
        self.written |= {record["id"]: record for record in records}
        self.three[device].write(*records)

    @rule(device=DEVICES, which=CHOICE)
    def erase(self, device: int, which: int) -> None:
        held = sorted(self.three[device].live_rows())
        if held:
            self.erased.add(held[which % len(held)])
            self.three[device].write(erases=(held[which % len(held)],))

    @rule(device=DEVICES, which=CHOICE)
    def revise(self, device: int, which: int) -> None:
        held = sorted(self.three[device].live_rows())
        if held:
            replaced, record = held[which % len(held)], note(which)
            self.written[record["id"]] = record
            self.erased.add(replaced)
            self.three[device].write(record, erases=(replaced,))

    @rule(device=DEVICES)
    def sync(self, device: int) -> None:
        self.three[device].sync()
        self.backups.append(self.kept())

    @rule()
    def meet(self) -> None:
        for device in [*self.three, *self.three]:
            device.sync()
        self.backups.append(self.kept())

    @rule(device=DEVICES)
    def erase_on_the_way(self, device: int) -> None:
        """What is being sent is erased before the server has answered."""
        record, writer = note(0), self.three[device]
        self.written[record["id"]] = record
        writer.write(record)
        with self.line.holding("batch") as held:
            writer.page.evaluate("void sync.now()")
            while not held:
                writer.page.wait_for_timeout(5)
            self.erased.add(record["id"])
            writer.write(erases=(record["id"],))
        writer.sync()

    @rule(device=DEVICES, at=st.integers(0, 5), heard=st.booleans(), dies=st.booleans())
    def break_off(self, device: int, at: int, heard: bool, dies: bool) -> None:
        self.line.meddle = Fault(at, heard=heard)
        self.three[device].sync()
        self.line.meddle = straight
        if dies:
            self.three[device].restart()

    @rule(device=DEVICES, minutes=st.integers(1, 20))
    def time_passes(self, device: int, minutes: int) -> None:
        """A head is not replaced after every change."""
        page = self.three[device].page
        now = page.evaluate("Date.now()")
        page.clock.set_system_time(now / 1000 + 60 * minutes)

    @rule(which=CHOICE)
    def restore(self, which: int) -> None:
        """The server goes back to how it once was: what has come since then only devices have."""
        backup = self.backups[which % len(self.backups)]
        self.line.restore(self.three[0].keys.vault, backup, some_id())

    @rule(device=DEVICES)
    def lose(self, device: int) -> None:
        """The server loses the vault, and a stranger who knows its id tries to take it before a device comes back."""
        keys = self.three[device].keys
        self.line.lose(keys.vault)
        stranger = {"authorization": f"Bearer {Keys(STRANGER).auth}"}
        assert self.line.deliver(Asked("PUT", f"/api/v2/vaults/{keys.vault}", stranger, b"")).status == 401
        assert self.three[device].sync() == "synced"

    @invariant()
    def nobody_loses_or_revives(self) -> None:
        """At any time a device holds nothing that nobody wrote, and everything is held by somebody."""
        if not hasattr(self, "written"):
            return
        rows = [device.rows() for device in self.three]
        held = {row["id"] for each in rows for row in each if row["k"] != "gone"}
        assert held <= set(self.written)
        assert set(self.written) - self.erased <= held
        for each, before in zip(rows, self.gone, strict=True):
            now = {row["id"] for row in each if row["k"] == "gone"}
            assert before <= now
            before |= now

    def teardown(self) -> None:
        if not hasattr(self, "written"):
            return
        for device in [*self.three, *self.three]:
            assert device.sync() == "synced"
        left = {id: record for id, record in self.written.items() if id not in self.erased}
        heads = heads_ever(self.line, self.three[0].keys)
        for device in self.three:
            assert device.live_rows() == left
            assert {row["id"] for row in device.rows(k="gone")} <= self.erased | heads
        # The server, too: what only the devices have is lost with them.
        live = {record for _, record, _, blob, _ in self.kept() if blob is not None}
        assert live - heads == set(left)
        self.joins_anew(self.three[0], left)

    def joins_anew(self, device: SyncedTab, left: dict[str, dict[str, Any]]) -> None:
        device.page.evaluate("membership.leave(false)")
        device.page.evaluate(FORGET)
        device.restart()
        assert device.call("join") == "done"
        assert device.sync() == "synced"
        assert (device.live_rows(), device.standing("shown")) == (left, "")


FORGET = """async () => {
  const {connect} = await import('/client/store/database.js');
  const stores = ['records', 'outbox', 'meta'];
  const tx = (await connect()).transaction(stores, 'readwrite');
  for (const store of stores) tx.objectStore(store).clear();
  await new Promise((done) => { tx.oncomplete = done; });
}"""


def note(number: int) -> dict[str, Any]:
    """Return a setting: a record that belongs to no interview."""
    told = Told(some_id())
    told.add("set", id=some_id(), iv="", e="drill", prev=[], body={"errors": [number]})
    return told.records[-1]


def test_three_devices_converge(three: list[SyncedTab], line: Line) -> None:
    Devices.three, Devices.line = three, line
    run_state_machine_as_test(
        Devices,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # finding a shorter way to the same failure would take these browsers minutes
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
