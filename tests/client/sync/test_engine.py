"""Devices in step: what one keeps the others get, whatever the line does to it; and never during an interview."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.client.ledger_tab import LedgerTab
from tests.client.line import Answer, Asked, Deliver, Line, Meddle, refusal, straight
from tests.client.store.test_database import OpenProfile, set_quota
from tests.client.synced_tab import START, NewDevice, SyncedTab, heads, interview, meet
from tests.support.sealing import Keys, some_id

# Which answers are lost, counted from one.
LOST = {"create": {1}, "batch": {1, 2}, "changes": {2}}


def test_nothing_is_sent_until_somebody_asks(device: NewDevice, line: Line) -> None:
    off = device()
    off.write(*interview())
    assert off.sync() == "off"
    assert line.log == []


def test_a_second_device_gets_everything_and_the_server_can_read_none_of_it(
    first: SyncedTab, device: NewDevice, line: Line
) -> None:
    assert (first.standing("status"), first.standing("waiting")) == ("synced", 0)
    assert line.asked() == ["changes", "create", "changes", "batch", "changes", "batch"]
    second = device(first).join()
    assert second.live_rows() == first.live_rows()
    (listed,) = second.interviews()
    assert listed["company"] == "Northwind"
    said = b"".join(asked.body for asked in line.log) + b"".join(answer.body for answer in line.answers)
    assert [word for word in (b"Northwind", b"rude", b"note 0", b"left") if word in said] == []


def test_another_client_of_the_protocol_reads_what_we_push(first: SyncedTab, line: Line) -> None:
    pushed, head = (asked.json() for asked in line.log if asked.what == "batch")
    opened = {item["id"]: first.keys.open(item["id"], item["blob"]) for item in pushed["puts"]}
    assert opened == first.live_rows()
    assert {item["id"] for item in head["puts"]} == heads(first)


def test_edits_made_apart_meet_and_nothing_is_lost(pair: tuple[SyncedTab, SyncedTab]) -> None:
    first, second = pair
    interview_id = first.interviews()[0]["id"]
    for each, text in ((first, "on the phone"), (second, "on the laptop")):
        each.do("select", interview_id)
        each.do("note", interview_id, text)
        each.do("describe", interview_id, {"role": text})
        each.saved()
    meet(first, second)
    for each in pair:
        each.do("select", interview_id)
        assert sorted(each.get("entry")["note"].split("\n\n")) == ["on the laptop", "on the phone"]
    assert first.get("entry")["role"] == second.get("entry")["role"]
    first.do("note", interview_id, "both")
    first.saved()
    meet(first, second)
    assert [row["body"]["text"] for row in second.rows(k="note")] == ["both"]


def test_an_open_page_shows_what_comes(pair: tuple[SyncedTab, SyncedTab]) -> None:
    first, second = pair
    first.write(*interview())
    first.sync()
    second.sync()
    beside = second.beside()
    for tab in (second, beside):
        assert len(tab.interviews()) == 2
    first.write(erases=tuple(row["id"] for row in first.rows() if row["k"] != "gone"))
    first.sync()
    second.sync()
    for tab in (second, beside):
        tab.until("accounts.all().length === 0")
    assert second.live_rows() == {}


def test_an_erased_interview_is_erased_everywhere_and_what_comes_late_is_asked_about(
    pair: tuple[SyncedTab, SyncedTab], device: NewDevice
) -> None:
    first, second = pair
    (start,) = first.rows(k="iv")
    second.do("select", start["id"])
    second.do("note", start["id"], "written on the train")
    second.saved()
    first.write(erases=tuple(first.live_rows()))
    meet(first, second)
    for each in pair:
        assert [row["body"]["text"] for row in each.live_rows().values()] == ["written on the train"]
        assert (each.standing("late"), each.interviews()) == (1, [])
    third = device(first).join()
    assert third.standing("late") == 1
    late = "import('/client/sync/orphans.js').then((late) => late"
    assert first.page.evaluate(f"{late}.list())")[0]["entries"] == 1
    first.page.evaluate(f"{late}.keep('{start['id']}'))")
    first.saved()
    meet(first, second, third)
    for each in (first, second, third):
        assert each.standing("late") == 0
        (kept,) = each.interviews()
        each.do("select", kept["id"])
        assert (each.get("entry")["note"], kept["id"] == start["id"]) == ("written on the train", False)


def test_what_comes_late_can_be_erased_too(pair: tuple[SyncedTab, SyncedTab]) -> None:
    first, second = pair
    (start,) = first.rows(k="iv")
    second.do("select", start["id"])
    second.do("note", start["id"], "late")
    second.saved()
    first.write(erases=tuple(first.live_rows()))
    for each in (first, second, first):
        each.sync()
    first.page.evaluate(f"import('/client/sync/orphans.js').then((late) => late.erase('{start['id']}'))")
    first.saved()
    for each in (first, second):
        each.sync()
        assert (each.live_rows(), each.standing("late")) == ({}, 0)


@pytest.mark.parametrize("arrives", [True, False])
def test_a_lost_answer_loses_and_doubles_nothing(device: NewDevice, line: Line, *, arrives: bool) -> None:
    first = device()
    first.write(*interview(300))
    lost = {"create": 0, "batch": 0, "changes": 0}

    def lose(asked: Asked, deliver: Deliver) -> Answer | None:
        lost[asked.what] += 1
        if lost[asked.what] not in LOST[asked.what]:
            return deliver(asked)
        if arrives:
            deliver(asked)
        return None

    line.meddle = lose
    assert first.call("switchOn") == "done"
    while first.sync() != "synced":
        assert (first.standing("status"), first.standing("reason")) == ("offline", "unreachable")
    assert all(lost[what] >= max(which) for what, which in LOST.items())
    second = device(first).join()
    assert second.live_rows() == first.live_rows()


def test_the_line_breaks_midway_and_a_new_page_goes_on(first: SyncedTab, device: NewDevice, line: Line) -> None:
    first.write(*interview(450))
    first.sync()
    second = device(first)
    pulls = 0

    def short(asked: Asked, deliver: Deliver) -> Answer | None:
        nonlocal pulls
        pulls += 1
        return deliver(replace(asked, path=asked.path.replace("limit=1000", "limit=100"))) if pulls < 4 else None

    line.meddle = short
    assert second.call("join") == "done"
    second.until("standing('status') === 'offline'")
    assert 0 < len(second.live_rows()) < 200
    # It has joined: a new page goes on by itself, from where this one came to.
    line.meddle = straight
    before = len(line.log)
    second.restart().in_step()
    assert line.log[before].after > 0
    assert second.live_rows() == first.live_rows()


def test_a_restored_backup_gets_back_what_it_lost(pair: tuple[SyncedTab, SyncedTab], line: Line) -> None:
    first, second = pair
    backup = line.backup(first.keys.vault)
    erased = next(iter(first.live_rows()))
    first.write(*interview(), erases=(erased,))
    meet(first, second)
    line.restore(first.keys.vault, backup, some_id())
    meet(first, second)
    assert erased not in second.live_rows()
    assert len(second.rows(k="iv")) >= 1
    items = {id for _, id, *_ in line.backup(first.keys.vault)}
    assert items - heads(first, second) == {row["id"] for row in first.rows()}


def test_a_restored_backup_from_before_the_vault_gets_everything(pair: tuple[SyncedTab, SyncedTab], line: Line) -> None:
    first, second = pair
    line.meddle = lambda asked, deliver: refusal(404, "vault_unknown") if asked.what != "create" else deliver(asked)
    assert first.sync() == "failed"
    line.meddle = straight
    line.restore(first.keys.vault, [], some_id())
    meet(first, second)


def test_a_vault_that_the_server_has_lost_is_made_anew_and_that_is_told_for_some_days(
    first: SyncedTab, line: Line
) -> None:
    first.page.clock.install()
    assert not first.standing("resent")
    rows = first.live_rows()
    line.lose(first.keys.vault)
    assert (first.sync(), first.standing("resent"), first.live_rows()) == ("synced", True, rows)
    assert first.restart().in_step().standing("resent")
    first.page.clock.set_system_time(datetime.now() + timedelta(days=8))
    assert not first.restart().in_step().standing("resent")


def limited(status: int, code: str, **headers: str) -> Meddle:
    return lambda asked, deliver: refusal(status, code, **headers)


FAILING: list[tuple[Meddle, str, str]] = [
    (lambda asked, deliver: None, "offline", "unreachable"),
    (lambda asked, deliver: Answer(500, b"<h1>oops"), "failed", "gateway"),
    (lambda asked, deliver: Answer(200, b"{garbage"), "failed", "not-ours"),
    (lambda asked, deliver: Answer(200, b'{"items": 1}'), "failed", "not-ours"),
    (lambda asked, deliver: Answer(302, b"", {"location": "/elsewhere"}), "failed", "sign-in"),
    (limited(507, "vault_full"), "failed", "vault_full"),
    (limited(413, "body_too_large"), "failed", "body_too_large"),
    (limited(410, "vault_gone"), "failed", "vault_gone"),
    (limited(400, "Your words here: Northwind"), "failed", "not-ours"),
    (limited(500, "internal"), "failed", "internal"),
    (limited(429, "too_many_requests", **{"retry-after": "40"}), "failed", "too_many_requests"),
]


def test_a_failing_server_is_told_by_a_code_and_loses_nothing(first: SyncedTab, line: Line) -> None:
    first.write(*interview())
    before = first.live_rows()
    for meddle, status, reason in FAILING:
        line.meddle = meddle
        assert (first.sync(), first.standing("reason")) == (status, reason)
        assert first.standing("waiting") == len(interview())
        assert first.live_rows() == before
    # Whoever was told to wait waits.
    asked = len(line.log)
    assert first.sync() == "failed"
    assert len(line.log) == asked


def test_a_clock_put_right_after_a_failure_holds_nothing_up(first: SyncedTab, line: Line) -> None:
    first.write(*interview())
    first.page.evaluate("() => { globalThis.right = Date.now; Date.now = () => right() + 365 * 86_400_000; }")
    line.meddle = limited(429, "too_many_requests", **{"retry-after": "1"})
    assert first.sync() == "failed"
    first.page.evaluate("() => { Date.now = right; }")
    line.meddle = straight
    first.page.wait_for_function(
        "(since) => performance.now() - since > 1_000", arg=first.page.evaluate("performance.now()")
    )
    assert first.sync() == "synced"


def test_it_goes_on_by_itself_after_a_failure_and_after_a_write(first: SyncedTab, line: Line) -> None:
    first.page.clock.install()
    line.meddle = lambda asked, deliver: None
    first.write(*interview())
    first.page.clock.run_for(2_500)
    first.until("standing('status') === 'offline'")
    line.meddle = straight
    first.page.clock.run_for(10_000)
    first.until("standing('status') === 'synced' && standing('waiting') === 0")
    first.write(*interview())
    first.until("standing('status') === 'waiting'")
    first.page.clock.run_for(2_500)
    first.until("standing('status') === 'synced'")
    asked = len(line.log)
    first.page.clock.run_for(61_000)
    first.until("standing('status') === 'synced'")
    assert len(line.log) > asked


def test_a_full_vault_still_takes_erasures(pair: tuple[SyncedTab, SyncedTab], line: Line) -> None:
    first, second = pair
    erased = next(iter(first.live_rows()))
    first.write(*interview(), erases=(erased,))

    def full(asked: Asked, deliver: Deliver) -> Answer:
        if asked.what == "batch" and asked.json()["puts"]:
            return refusal(507, "vault_full")
        return deliver(asked)

    line.meddle = full
    assert (first.sync(), first.standing("reason")) == ("failed", "vault_full")
    second.sync()
    assert erased not in second.live_rows()


def test_what_is_too_long_stays_here_is_counted_and_holds_up_nothing(first: SyncedTab, device: NewDevice) -> None:
    records = interview(2)
    records[3]["body"]["text"] = "x" * 70_000
    first.write(*records)
    assert (first.sync(), first.standing("stuck"), first.standing("waiting")) == ("synced", 1, 1)
    second = device(first).join()
    assert set(first.live_rows()) - set(second.live_rows()) == {records[3]["id"]}


def test_during_an_interview_nothing_is_sent_and_afterwards_it_is(first: SyncedTab, line: Line) -> None:
    first.page.clock.install()
    first.tap("rude").saved()
    asked = len(line.log)
    assert first.standing("status") == "paused"
    first.sync()
    first.page.clock.run_for(70_000)
    first.page.evaluate("dispatchEvent(new Event('online'))")
    first.page.clock.run_for(5_000)
    assert first.call("leave", bare=True) == "stopped"
    assert len(line.log) == asked
    first.do("end", "left")
    first.saved()
    first.page.clock.run_for(2_500)
    assert (first.standing("status"), first.standing("reason")) == ("waiting", "quiet")
    assert len(line.log) == asked
    first.page.clock.run_for(21 * 60_000)
    first.until("standing('status') === 'synced'")
    assert first.standing("waiting") == 0


ONCE_MORE = "dispatchEvent(new Event('online')); document.dispatchEvent(new Event('visibilitychange'))"


@pytest.mark.parametrize("asks", [True, False])
def test_when_an_interview_has_ended_cannot_be_told_from_when_it_syncs(
    first: SyncedTab, line: Line, *, asks: bool
) -> None:
    first.page.clock.install()
    first.tap("rude").saved()
    first.do("end", "left")
    first.saved()
    asked = len(line.log)
    first.page.clock.run_for(4 * 60_000)
    # Neither a new page, nor a signal that comes back, nor what is written meanwhile.
    first.restart()
    first.page.evaluate(ONCE_MORE)
    first.write(*interview())
    first.page.clock.run_for(10_000)
    assert (first.standing("status"), first.standing("reason"), len(line.log)) == ("waiting", "quiet", asked)
    if asks:
        assert first.sync() == "synced"
    else:
        first.page.clock.run_for(16 * 60_000)
        first.until("standing('status') === 'synced'")
    assert first.standing("waiting") == 0


def test_an_interview_that_begins_breaks_off_what_is_under_way(first: SyncedTab, line: Line) -> None:
    with line.holding("changes", "batch") as held:
        first.page.evaluate("void (globalThis.round = sync.now())")
        while not held:
            first.page.wait_for_timeout(20)
        assert first.standing("status") == "syncing"
        with first.page.expect_event("requestfailed"):
            first.do("tap", "rude")
        first.page.evaluate("round")
        assert first.standing("status") == "paused"
        assert len(held) == 1


def test_one_tab_syncs_for_all(first: SyncedTab, line: Line) -> None:
    beside = SyncedTab(first.beside().page, first.entropy).start()
    beside.until("standing('status') === 'synced'")
    first.write(*interview())
    asked = len(line.log)
    for tab in (first, beside):
        tab.page.evaluate("void sync.now()")
    for tab in (first, beside):
        tab.until("standing('status') === 'synced' && standing('waiting') === 0")
    assert line.asked()[asked:].count("batch") == 1


def test_keys_stay_in_the_browser(first: SyncedTab) -> None:
    (kept,) = first.rows("meta", key="vault")
    assert set(kept["value"]) == {"id", "auth", "seal", "erase", "entropy"}
    assert Keys(first.entropy).vault == kept["value"]["id"]


def test_a_full_device_says_so_waits_and_goes_on_when_there_is_room(
    first: SyncedTab, profile: OpenProfile, line: Line, modules_origin: str
) -> None:
    def opened() -> SyncedTab:
        page = profile().page
        page.clock.install()
        return SyncedTab(page, first.entropy)

    opened().start().join().page.context.close()
    first.write(*interview(300))
    first.sync()
    # Only a browser that has just begun looks at what it is allowed.
    second = opened()
    set_quota(second, modules_origin, 1)
    asked = len(line.log)
    second.start().until("standing('reason') === 'storage-full'")
    second.page.wait_for_timeout(500)
    assert (second.standing("status"), len(line.log) - asked) == ("failed", 1)
    set_quota(second, modules_origin, None)
    second.page.clock.run_for(10_000)
    second.in_step()
    assert second.live_rows() == first.live_rows()


def test_a_device_that_slept_syncs_when_it_wakes(first: SyncedTab, line: Line) -> None:
    first.page.clock.install()
    assert first.sync() == "synced"
    asked = len(line.log)
    # Timers stand still meanwhile.
    first.page.clock.set_system_time(datetime.now() + timedelta(hours=8))
    first.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    first.page.clock.run_for(100)
    first.in_step()
    assert len(line.log) > asked


# Which vault there is can't be read the next few times.
UNREADABLE = """(times) => {
  globalThis.unreadable = times;
  const real = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function (key) {
    if (key === 'vault' && unreadable-- > 0) throw new DOMException('', 'UnknownError');
    return real.call(this, key);
  };
}"""


def test_a_read_that_fails_once_is_not_noticed(first: SyncedTab) -> None:
    first.page.goto("/")
    first.page.evaluate(UNREADABLE, 1)
    first.start().in_step()


def test_while_nobody_knows_whether_sync_is_on_it_is_not_said_to_be_off(first: SyncedTab, line: Line) -> None:
    (kept,) = first.rows("meta", key="vault")
    first.page.goto("/")
    first.page.clock.install()
    first.page.evaluate(UNREADABLE, 1000)
    LedgerTab.start(first)
    first.page.evaluate(START)
    first.until("standing('status') === 'failed'")
    assert (first.standing("ready"), first.standing("reason")) == (False, "storage-failed")
    first.page.evaluate("() => { unreadable = 0; document.dispatchEvent(new Event('visibilitychange')); }")
    while first.standing("status") != "synced":
        first.page.clock.run_for(5_000)
    assert first.standing("on")
    assert first.rows("meta", key="vault") == [kept]
