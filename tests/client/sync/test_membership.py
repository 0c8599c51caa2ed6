"""Joining a vault, changing its words and leaving it: what fails has changed nothing, and nobody waits for a round."""

import pytest

from tests.client.line import Answer, Asked, Deliver, Line, straight
from tests.client.synced_tab import NewDevice, SyncedTab, interview, meet
from tests.support.sealing import Keys


def test_words_of_no_vault_change_nothing(first: SyncedTab, device: NewDevice) -> None:
    stranger = device()
    stranger.write(*interview())
    rows = stranger.rows()
    assert stranger.call("join") == "vault_unknown"
    assert (stranger.standing("on"), stranger.rows()) == (False, rows)
    assert stranger.rows("meta", key="vault") == []
    stranger.switch_on()
    mine, stranger.entropy = stranger.entropy, first.entropy
    assert stranger.call("join") == "already-on"
    assert stranger.rows("meta", key="vault")[0]["value"]["id"] == Keys(mine).vault


def test_joining_tells_how_much_has_come(first: SyncedTab, device: NewDevice) -> None:
    second = device(first)
    watch = "sync.state.subscribe(() => told.push([standing('status'), standing('received')]))"
    second.page.evaluate(f"() => {{ globalThis.told = []; {watch}; }}")
    second.join()
    assert ["syncing", len(first.live_rows())] in second.page.evaluate("told")


def test_two_histories_become_one(first: SyncedTab, device: NewDevice) -> None:
    second = device(first)
    second.write(*interview())
    second.join()
    meet(first, second)
    assert len(first.rows(k="iv")) == 2


def test_words_are_changed_and_the_old_ones_lead_nowhere(pair: tuple[SyncedTab, SyncedTab], line: Line) -> None:
    first, second = pair
    erased = next(row["id"] for row in first.rows(k="note"))
    second.write(*interview())
    first.write(erases=(erased,))
    second.sync()
    before, first.entropy = first.keys, b"sixteen new byte"
    assert first.call("changeWords") == "done"
    first.until("standing('status') === 'synced'")
    assert len(first.rows(k="iv")) == 2
    assert line.asked()[-1] == "remove"
    second.write(*interview())
    assert (second.sync(), second.standing("reason")) == ("failed", "vault_gone")
    assert len(second.rows(k="iv")) == 3
    second.entropy = first.entropy
    second.join()
    meet(first, second)
    assert len(first.rows(k="iv")) == 3
    assert erased not in second.live_rows()
    assert before.vault != first.keys.vault


def test_words_are_changed_though_everything_breaks_midway(first: SyncedTab, device: NewDevice, line: Line) -> None:
    old = first.keys
    first.entropy = b"another 16 bytes"

    def breaks(asked: Asked, deliver: Deliver) -> Answer | None:
        return None if asked.what == "batch" or asked.what == "remove" else deliver(asked)

    line.meddle = breaks
    assert first.call("changeWords") == "done"
    first.until("standing('status') === 'offline'")
    assert first.call("changeWords") == "done"
    line.meddle = straight
    first.restart().until("standing('status') === 'synced'")
    assert line.asked()[-1] == "remove"
    assert line.log[-1].path.endswith(old.vault)
    assert device(first).join().live_rows() == first.live_rows()


def test_what_fails_before_it_is_kept_has_changed_nothing(first: SyncedTab, device: NewDevice, line: Line) -> None:
    second, old = device(first), first.entropy
    (kept,) = first.rows("meta", key="vault")
    line.meddle = lambda asked, deliver: None
    first.entropy = b"another 16 bytes"
    assert (first.call("changeWords"), second.call("join")) == ("unreachable", "unreachable")
    assert (first.rows("meta", key="vault"), second.rows("meta", key="vault")) == ([kept], [])
    assert (second.standing("on"), second.standing("status")) == (False, "off")
    line.meddle = straight
    first.entropy = old
    assert first.sync() == "synced"
    meet(first, second.join())


@pytest.mark.parametrize("with_copy", [True, False])
def test_who_leaves_keeps_everything_here(pair: tuple[SyncedTab, SyncedTab], line: Line, *, with_copy: bool) -> None:
    first, second = pair
    rows = first.live_rows()
    first.page.evaluate("(copy) => membership.leave(copy)", with_copy)
    assert (first.standing("on"), first.standing("status"), first.live_rows()) == (False, "off", rows)
    assert {row["key"] for row in first.rows("meta")} <= {"clock", "pad"}
    assert second.sync() == ("failed" if with_copy else "synced")
    assert second.live_rows() == rows


def test_the_copy_is_not_said_to_be_deleted_when_it_is_not(first: SyncedTab, line: Line) -> None:
    line.meddle = lambda asked, deliver: None
    left = first.page.evaluate("membership.leave(true).catch(({code}) => code)")
    assert (left, first.standing("on")) == ("unreachable", True)


def test_what_fails_leaves_the_status_as_it_was(first: SyncedTab, line: Line) -> None:
    first.page.clock.install()
    line.meddle = lambda asked, deliver: None
    assert first.sync() == "offline"
    for act in ("changeWords", "join"):
        first.entropy = b"another 16 bytes"
        assert first.call(act) != "done"
        assert (first.standing("status"), first.standing("reason")) == ("offline", "unreachable")


@pytest.mark.parametrize("act", ["leave", "changeWords"])
def test_nobody_waits_for_a_long_push(first: SyncedTab, line: Line, act: str) -> None:
    first.write(*interview())
    with line.holding("batch", most=1) as held:
        first.page.evaluate("void sync.now()")
        while not held:
            first.page.wait_for_timeout(20)
        first.entropy = b"another 16 bytes"
        assert first.call(act, bare=act == "leave") == "done"
        first.until(f"standing('status') === '{'off' if act == 'leave' else 'synced'}'")


def test_switching_on_replaces_no_vault(first: SyncedTab) -> None:
    (kept,) = first.rows("meta", key="vault")
    first.entropy = b"another 16 bytes"
    assert first.call("switchOn") == "kept-already"
    assert first.rows("meta", key="vault") == [kept]
    assert first.standing("on")
