"""A new device notices when the server shows less than another has said there is, and only then."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.client.line import Answer, Asked, Deliver, Line, Meddle, straight
from tests.client.synced_tab import NewDevice, SyncedTab, heads, interview, meet
from tests.support.sealing import some_id

Items = list[dict[str, Any]]
Pages = Callable[[Items], Items]


def shown(change: Pages) -> Meddle:
    """Show only a part of what there is."""

    def meddle(asked: Asked, deliver: Deliver) -> Answer:
        answer = deliver(asked)
        if asked.what != "changes" or answer.status != 200:
            return answer
        return answer.saying(items=change(answer.json()["items"]))

    return meddle


@pytest.fixture
def told(first: SyncedTab) -> SyncedTab:
    """A device that has erased a note, written another instead, and said so."""
    first.write(*interview(3), erases=(first.rows(k="note")[0]["id"],))
    first.page.clock.set_system_time(first.page.evaluate("Date.now()") / 1000 + 660)
    assert first.sync() == "synced"
    return first


def blobs(line: Line, *keys: str) -> dict[str, str]:
    """Return what has ever been pushed, by its id."""
    pushed = [item for asked in line.log if asked.what == "batch" for item in asked.json()["puts"]]
    return {item["id"]: item["blob"] for item in pushed if not keys or item["id"] in keys}


def test_everything_is_shown_and_nothing_is_said(told: SyncedTab, device: NewDevice, line: Line) -> None:
    asked = len(line.log)
    second = device(told).join()
    assert second.standing("shown") == ""
    # What the first has said holds for the second, too.
    assert "batch" not in line.asked()[asked:]
    meet(told, second)


def lies(line: Line, told: SyncedTab) -> dict[str, Pages]:
    """Return what a server may keep back, by what that does."""
    known, head = blobs(line), heads(told)
    erased = [row["id"] for row in told.rows(k="gone") if row["id"] in known and row["id"] not in head]
    note = told.rows(k="note")[0]["id"]

    def revived(item: dict[str, Any]) -> dict[str, Any]:
        return {"id": item["id"], "seq": item["seq"], "blob": known[item["id"]]} if item["id"] in erased else item

    return {
        "an erased note, as if it lived": lambda items: [revived(item) for item in items],
        "no erasure": lambda items: [item for item in items if "blob" in item],
        "one erasure less": lambda items: [item for item in items if item["id"] != erased[0]],
        "one record less": lambda items: [item for item in items if item["id"] != note],
        "the head alone": lambda items: [item for item in items if item["id"] in head],
        "half of it": lambda items: (
            [item for item in items[::2] if item["id"] not in head] + [item for item in items if item["id"] in head]
        ),
        "another in its place": lambda items: [
            item if item["id"] != note else {**item, "id": some_id()} for item in items
        ],
    }


def test_a_server_that_keeps_something_back_is_told(told: SyncedTab, device: NewDevice, line: Line) -> None:
    for lie, change in lies(line, told).items():
        line.meddle = shown(change)
        second = device(told)
        assert second.call("join") == "done"
        second.until("['synced', 'failed'].includes(standing('status'))")
        assert second.standing("shown") == "less", lie
        line.meddle = straight
        second.page.context.close()


def test_a_server_that_shows_no_head_proves_nothing(told: SyncedTab, device: NewDevice, line: Line) -> None:
    head = heads(told)
    line.meddle = shown(lambda items: [item for item in items if item["id"] not in head])
    second = device(told).join()
    assert second.standing("shown") == "unconfirmed"


def test_it_is_said_until_the_server_shows_everything(told: SyncedTab, device: NewDevice, line: Line) -> None:
    note = told.rows(k="note")[0]["id"]
    line.meddle = shown(lambda items: [item for item in items if item["id"] != note])
    second = device(told).join()
    second.restart().in_step()
    assert second.standing("shown") == "less"
    line.meddle = straight
    told.write(*interview())
    told.sync()
    second.sync()
    assert second.standing("shown") == ""


def test_a_device_that_was_shown_less_says_nothing_itself(told: SyncedTab, device: NewDevice, line: Line) -> None:
    note = told.rows(k="note")[0]["id"]
    line.meddle = shown(lambda items: [item for item in items if item["id"] != note])
    second = device(told).join()
    before = heads(second)
    second.write(*interview())
    assert second.sync() == "synced"
    assert heads(second) == before


def test_joining_in_two_attempts_compares_all_the_same(told: SyncedTab, device: NewDevice, line: Line) -> None:
    erased = next(row["id"] for row in told.rows(k="gone"))
    pulls = 0

    def short(asked: Asked, deliver: Deliver) -> Answer | None:
        nonlocal pulls
        if asked.what != "changes":
            return deliver(asked)
        pulls += 1
        if pulls == 3:
            return None
        path = asked.path.replace("limit=1000", "limit=4") if pulls < 3 else asked.path
        answer = deliver(Asked(asked.method, path, asked.headers, asked.body))
        return answer.saying(items=[item for item in answer.json()["items"] if item["id"] != erased])

    line.meddle = short
    second = device(told)
    assert second.call("join") == "done"
    second.until("standing('status') === 'offline'")
    second.restart().in_step()
    assert second.standing("shown") == "less"


def test_a_head_is_replaced_and_at_no_time_missing(told: SyncedTab, device: NewDevice, line: Line) -> None:
    second = device(told).join()
    before = heads(told)
    told.write(*interview())
    assert told.sync() == "synced"
    assert heads(told) == before
    told.page.clock.set_system_time(told.page.evaluate("Date.now()") / 1000 + 660)
    asked = len(line.log)
    assert told.sync() == "synced"
    pushed = [asked.json() for asked in line.log[asked:] if asked.what == "batch"]
    assert [(len(each["puts"]), {item["id"] for item in each["erases"]}) for each in pushed] == [
        (1, set()),
        (0, before),
    ]
    second.sync()
    assert heads(second) == heads(told) != before


def test_a_head_that_cannot_be_left_stops_nothing(first: SyncedTab, line: Line) -> None:
    first.page.clock.set_system_time(first.page.evaluate("Date.now()") / 1000 + 660)
    first.write(*interview())
    batches = 0

    def refuses(asked: Asked, deliver: Deliver) -> Answer | None:
        nonlocal batches
        batches += asked.what == "batch"
        return None if asked.what == "batch" and batches > 1 else deliver(asked)

    line.meddle = refuses
    assert (first.sync(), first.standing("waiting")) == ("synced", 0)
    line.meddle = straight
    before = heads(first)
    assert first.sync() == "synced"
    assert heads(first) != before
