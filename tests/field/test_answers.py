"""No answer is believed by its status: what something else says in the server's place changes and loses nothing."""

import json
from typing import Any

import pytest

from tests.client.line import Answer, Line, straight
from tests.client.synced_tab import NewDevice, SyncedTab, interview, meet
from tests.field.odd_answers import HTML, PAGE, Odd, instead, odd_answers
from tests.support.sealing import some_id

ODD = list(odd_answers())
FORMS = {
    "create": {"seq": 0, "epoch": "A" * 22},
    "batch": {"seq": 9, "epoch": "A" * 22},
    "changes": {"items": [], "cursor": 0, "more": False, "epoch": "A" * 22},
}
"""What each success says, for answers that are nearly one."""
# A push that is refused for its size is tried again, record by record.
AS_TOLD = {"odd": {"odd-answer", "not-ours"}, "proxy-limit": {"proxy-limit", "record-too-large"}}
NEARLY = [{"epoch": None}, {"epoch": 7}, {"epoch": "A" * 21}, {"seq": "9"}, {"seq": 1.5}, {"seq": -1}, {"seq": None}]
NEARLY += [{"items": None}, {"items": {}}, {"items": [None]}, {"cursor": "0"}, {"cursor": -1}, {"more": "no"}]
NEARLY += [{"items": [{"id": some_id(), "seq": 1}], "cursor": 1}, {"items": [], "more": True}]


def nearly(what: str) -> list[Answer]:
    """Return answers with one field of a success wrong."""
    form = FORMS[what]
    return [Answer(200, json.dumps(form | wrong).encode()) for wrong in NEARLY if set(wrong) <= set(form)]


def is_there(line: Line, tab: SyncedTab) -> bool:
    """Return whether the server still has the vault."""
    asked = next(asked for asked in reversed(line.log) if asked.what == "changes" and tab.keys.vault in asked.path)
    return line.deliver(asked).status == 200


def test_a_copy_is_not_taken_for_deleted(first: SyncedTab, line: Line) -> None:
    (kept,) = first.rows("meta", key="vault")
    leave = "membership.leave(true).then(() => 'done', ({code}) => code)"
    for odd in ODD:
        line.meddle = instead("remove", odd.answer)
        assert (first.page.evaluate(leave), first.standing("on")) == (odd.told, True), odd.name
    assert first.rows("meta", key="vault") == [kept]
    line.meddle = straight
    assert is_there(line, first)
    assert first.page.evaluate(leave) == "done"
    assert (first.standing("on"), is_there(line, first)) == (False, False)


def test_the_old_vault_is_remembered_until_it_is_deleted(first: SyncedTab, line: Line) -> None:
    old = first.keys.vault
    line.meddle = instead("remove", Answer(200, HTML, PAGE))
    first.entropy = b"another 16 bytes"
    assert first.call("changeWords") == "done"
    for odd in ODD:
        line.meddle = instead("remove", odd.answer)
        first.sync()
        assert [each["id"] for each in first.rows("meta", key="vault")[0]["value"]["old"]] == [old], odd.name
    line.meddle = straight
    assert first.sync() == "synced"
    assert line.log[-1].method == "DELETE"
    assert "old" not in first.rows("meta", key="vault")[0]["value"]


def place(row: dict[str, Any]) -> tuple[str, int, str]:
    """Return how far a device has read, and of what."""
    return row["value"]["vault"], row["value"]["cursor"], row["value"]["epoch"]


@pytest.mark.parametrize("what", ["batch", "changes"])
def test_what_waits_goes_on_waiting(first: SyncedTab, line: Line, what: str) -> None:
    first.write(*interview())
    rows = first.rows()
    position = first.rows("meta", key="sync")
    odd = [*ODD, *(Odd(answer.body.decode(), answer, "odd") for answer in nearly(what))]
    for each in odd:
        line.meddle = instead(what, each.answer)
        assert first.sync() == "failed", each.name
        assert first.standing("reason") in AS_TOLD.get(each.told, {each.told}), each.name
        assert first.standing("waiting") == len(interview()), each.name
    assert first.rows() == rows
    if what == "changes":
        assert [place(row) for row in first.rows("meta", key="sync")] == [place(row) for row in position]
    line.meddle = straight
    assert (first.sync(), first.standing("waiting")) == ("synced", 0)


def test_nobody_joins_by_what_a_stranger_says(first: SyncedTab, device: NewDevice, line: Line) -> None:
    second = device(first)
    rows = second.rows("meta")
    for odd in ODD:
        line.meddle = instead("changes", odd.answer)
        assert (second.call("join"), second.standing("on")) == (odd.told, False), odd.name
    assert second.rows("meta") == rows
    line.meddle = straight
    meet(first, second.join())


def test_a_vault_is_not_taken_for_created(device: NewDevice, line: Line) -> None:
    new = device()
    new.write(*interview())
    line.meddle = instead("create", Answer(201, HTML, PAGE))
    assert new.call("switchOn") == "done"
    new.until("standing('reason') === 'not-ours'")
    for odd in [*ODD, *(Odd(answer.body.decode(), answer, "odd") for answer in nearly("create"))]:
        line.meddle = instead("create", odd.answer)
        assert new.sync() == "failed", odd.name
        assert new.standing("reason") in AS_TOLD.get(odd.told, {odd.told}), odd.name
    assert "batch" not in line.asked()
    line.meddle = straight
    assert (new.sync(), new.standing("waiting")) == ("synced", 0)


def test_nobody_follows_a_redirect_or_waits_for_what_a_stranger_says(first: SyncedTab, line: Line) -> None:
    line.meddle = instead("changes", Answer(307, b"", {"location": "/api/v1/elsewhere"}))
    assert first.sync() == "failed"
    assert not [asked for asked in line.log if "elsewhere" in asked.path]
    line.meddle = instead("changes", Answer(503, HTML, PAGE | {"retry-after": "3600"}))
    assert first.sync() == "failed"
    line.meddle = straight
    assert first.sync() == "synced"
