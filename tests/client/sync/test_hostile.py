"""Spans sync/engine.js, sync/answers.js and sync/heads.js: a server that lies can withhold, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.client.line import Answer, Asked, Deliver, Line, Meddle, straight
from tests.client.synced_tab import NewDevice, SyncedTab, heads_ever, interview, meet
from tests.support.sealing import Keys, raw, some_id, text

Items = list[dict[str, Any]]
STRANGER = Keys(b"another vault's.")
FAR = 2**52
LONGEST = 87_382


def pulled(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Meddle:
    """Change every page of a pull."""

    def meddle(asked: Asked, deliver: Deliver) -> Answer:
        answer = deliver(asked)
        return answer.saying(**change(answer.json())) if asked.what == "changes" and answer.status == 200 else answer

    return meddle


def served(change: Callable[[Items], Items]) -> Meddle:
    """Serve changed items, as often as anybody asks, from the beginning of the vault on."""

    def meddle(asked: Asked, deliver: Deliver) -> Answer:
        if asked.what != "changes":
            return deliver(asked)
        path = asked.path.partition("?")[0]
        page = deliver(Asked("GET", f"{path}?after=0", asked.headers, b"")).json()
        items = [item | {"seq": asked.after + place} for place, item in enumerate(change(page["items"]), 1)]
        # Once is enough: with the next request there is no more.
        return Answer(200, json.dumps(page | {"items": items, "cursor": items[-1]["seq"], "more": False}).encode())

    return meddle


def swapped(items: Items) -> Items:
    blobs = [item["blob"] for item in items if "blob" in item]
    return [item | {"blob": blob} for item, blob in zip([i for i in items if "blob" in i], blobs[::-1], strict=True)]


def under_new_names(items: Items) -> Items:
    return [item | {"id": some_id()} for item in items if "blob" in item]


def altered(items: Items) -> Items:
    return [item | {"blob": text(raw(item["blob"])[:-1] + b"\0")} for item in items if "blob" in item]


def cut_short(items: Items) -> Items:
    return [
        item | {"id": some_id(), "blob": item["blob"][: -len(item["blob"]) // 3]} for item in items if "blob" in item
    ]


def of_another_vault(items: Items) -> Items:
    records = [record for item in items for record in [{"id": some_id(), "k": "note", "iv": item["id"]}]]
    return [{"id": record["id"], "blob": STRANGER.seal(record)} for record in records]


def unsealed(items: Items) -> Items:
    record = {"id": some_id(), "k": "iv", "at": 1, "hlc": "0", "dev": "x"}
    return [{"id": record["id"], "blob": text(json.dumps(record).encode())} for _ in items[:1]]


def erased_by_nobody(items: Items) -> Items:
    return [{"id": item["id"], "tag": some_id()} for item in items]


def erased_with_the_tag_of_another(items: Items) -> Items:
    tag = next(item["tag"] for item in items if "tag" in item)
    return [{"id": item["id"], "tag": tag} for item in items if "blob" in item]


def erased_by_a_stranger(items: Items) -> Items:
    return [{"id": item["id"], "tag": STRANGER.tag(item["id"])} for item in items if "blob" in item]


def always_new(page: dict[str, Any]) -> dict[str, Any]:
    return page | {"epoch": some_id()}


def forgetful(asked: Asked, deliver: Deliver) -> Answer:
    """Acknowledge pushes, and keep nothing."""
    if asked.what != "batch":
        return deliver(asked)
    return deliver(Asked("GET", asked.path.replace("batch", "changes?after=0"), asked.headers, b""))


def never_ending(asked: Asked, deliver: Deliver) -> Answer:
    page = deliver(asked).json() if asked.what == "changes" else {"epoch": "A" * 22}
    return Answer(200, json.dumps(page | {"more": True, "items": []}).encode())


POUR = """() => {
  globalThis.poured = 0;
  const pour = (stream) => { poured += 1; stream.enqueue(new Uint8Array(2 ** 20).fill(32)); };
  globalThis.fetch = async () => new Response(new ReadableStream({ pull: pour }));
}"""
LIES: dict[str, Meddle] = {
    "blobs swapped": served(swapped),
    "blobs under new ids": served(under_new_names),
    "blobs altered": served(altered),
    "blobs cut short": served(cut_short),
    "blobs of another vault": served(of_another_vault),
    "plain text": served(unsealed),
    "an erasure by nobody": served(erased_by_nobody),
    "the tag of another erasure": served(erased_with_the_tag_of_another),
    "an erasure by a stranger": served(erased_by_a_stranger),
    "all that is old, as new": served(lambda items: items),
    "only what is live": served(lambda items: [item for item in items if "blob" in item]),
    "nothing": pulled(lambda page: {"items": [], "cursor": page["cursor"]}),
    "a cursor far ahead": pulled(lambda page: {"items": [], "cursor": FAR, "more": False}),
    "a cursor behind": pulled(lambda page: {"cursor": 0}),
    "a cursor that is none": pulled(lambda page: {"cursor": "9"}),
    "numbers in disorder": pulled(lambda page: {"items": page["items"][::-1]}),
    "one number twice": pulled(lambda page: {"items": page["items"] * 2}),
    "more of nothing, for ever": never_ending,
    "a new epoch each time": pulled(always_new),
    "no epoch": pulled(lambda page: {"epoch": None}),
    "ids that are none": pulled(lambda page: {"items": [{"id": "__proto__", "seq": FAR, "blob": "AA"}], "cursor": FAR}),
    "no such vault, for ever": lambda asked, deliver: Answer(404, b'{"code": "vault_unknown", "detail": ""}'),
    "a push that is not kept": forgetful,
    "a page of the site": lambda asked, deliver: Answer(200, b"<!doctype html><p>Welcome"),
    "numbers as an answer": lambda asked, deliver: Answer(200, b"7"),
    "null": lambda asked, deliver: Answer(200, b"null"),
    "an error": lambda asked, deliver: Answer(500, b""),
    "silence": lambda asked, deliver: None,
}


def garbage(length: int, count: int) -> Meddle:
    """Serve a page of blobs that nobody can open."""

    def meddle(asked: Asked, deliver: Deliver) -> Answer:
        answer = deliver(asked)
        if asked.what != "changes" or answer.status != 200:
            return answer
        items = [{"id": some_id(), "seq": asked.after + place, "blob": "A" * length} for place in range(1, count + 1)]
        return answer.saying(items=items, cursor=asked.after + count)

    return meddle


@pytest.fixture
def pair(first: SyncedTab, device: NewDevice) -> tuple[SyncedTab, SyncedTab]:
    """Two devices in step, with something erased."""
    first.write(*interview(), erases=(first.rows(k="note")[0]["id"],))
    second = device(first).join()
    meet(first, second)
    return first, second


def test_a_lying_server_withholds_and_nothing_else(pair: tuple[SyncedTab, SyncedTab], line: Line) -> None:
    first, second = pair
    gone = {row["id"] for row in first.rows(k="gone")} - heads_ever(line, first.keys)
    for lie, meddle in LIES.items():
        before = second.live_rows()
        first.write(*interview())
        first.sync()
        line.meddle = meddle
        second.sync()
        held = {id: row for id, row in second.live_rows().items() if row["k"] != "sealed"}
        assert {id: held.get(id) for id in before if before[id]["k"] != "sealed"} == {
            id: row for id, row in before.items() if row["k"] != "sealed"
        }, lie
        # What it let through is genuine.
        assert held.items() <= first.live_rows().items(), lie
        assert {row["id"] for row in second.rows(k="gone")} - heads_ever(line, first.keys) == gone, lie
        line.meddle = straight
        second.sync()
    assert second.standing("unopened") > 0
    for _ in range(2):
        for each in pair:
            assert each.sync() == "synced"
    genuine = {id: row for id, row in second.live_rows().items() if row["k"] != "sealed"}
    assert genuine == {id: row for id, row in first.live_rows().items() if row["k"] != "sealed"}


def test_a_flood_of_garbage_fills_no_device(first: SyncedTab, line: Line) -> None:
    def flood(asked: Asked, deliver: Deliver) -> Answer:
        if asked.what != "changes" or asked.after > FAR:
            return deliver(asked)
        items = [{"id": some_id(), "seq": asked.after + place, "blob": "AQ"} for place in range(1, 801)]
        page = {"items": items, "cursor": asked.after + 800, "more": len(line.log) < flooded + 3, "epoch": epoch}
        return Answer(200, json.dumps(page).encode())

    epoch = json.loads(line.answers[-1].body)["epoch"]
    flooded = len(line.log)
    line.meddle = flood
    first.sync()
    assert first.standing("unopened") == 1000


def test_a_flood_of_long_garbage_fills_no_device(first: SyncedTab, line: Line) -> None:
    line.meddle = garbage(LONGEST, 60)
    first.sync()
    held = sum(len(row["blob"]) for row in first.rows(k="sealed"))
    assert 3 * 2**20 < held <= 4 * 2**20
    line.meddle = straight
    assert first.sync() == "synced"


def test_a_blob_longer_than_any_is_nonsense(first: SyncedTab, line: Line) -> None:
    line.meddle = garbage(LONGEST + 1, 1)
    assert (first.sync(), first.standing("reason"), first.rows(k="sealed")) == ("failed", "odd-answer", [])


def test_an_answer_without_end_is_given_up(first: SyncedTab) -> None:
    first.page.evaluate(POUR)
    assert (first.sync(), first.standing("reason")) == ("failed", "odd-answer")
    assert first.page.evaluate("poured") < 12


@pytest.mark.parametrize("beside", [False, True])
def test_nobody_is_held_by_a_vault_without_end(first: SyncedTab, line: Line, *, beside: bool) -> None:
    def endless(asked: Asked, deliver: Deliver) -> Answer:
        page = deliver(replace(asked, path=asked.path.replace(f"after={asked.after}", "after=0"))).json()
        return Answer(200, json.dumps(page | {"items": [], "cursor": asked.after + 1, "more": True}).encode())

    leaving = SyncedTab(first.beside().page, first.entropy).start().in_step() if beside else first
    line.meddle = endless
    asked = len(line.log)
    first.page.evaluate("void sync.now()")
    while len(line.log) < asked + 10:
        first.page.wait_for_timeout(20)
    assert leaving.call("leave", bare=True) == "done"
    for each in (first, leaving):
        each.until("standing('status') === 'off'")


def test_a_hanging_server_is_given_up(first: SyncedTab, line: Line) -> None:
    first.page.clock.install()
    first.write(*interview())
    with line.holding("changes", "batch") as held:
        first.page.evaluate("void sync.now()")
        while not held:
            first.page.wait_for_timeout(20)
        first.page.clock.run_for(31_000)
        first.until("standing('status') === 'offline' && standing('waiting') > 0")
