"""The contract: what docs/protocol.md promises, on SQLite and on PostgreSQL."""

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from interview_exit import __version__
from interview_exit.sync.database import open_database
from interview_exit.sync.models import VAULT
from interview_exit.sync.parts import by_part
from interview_exit.sync.storage import holding, renew_epochs
from interview_exit.sync.wire import octets
from tests.sync.conftest import Serve
from tests.sync.device import Device, code, erase, put, sealed, some_id

KILO = 1024


def test_vault_is_created_once_and_repeating_is_safe(client: TestClient) -> None:
    device = Device(client)
    first, again = device.create(), device.create()
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json() == {"seq": 0, "epoch": first.json()["epoch"]}


def test_vault_of_another_secret_is_not_taken_over(device: Device) -> None:
    thief = Device(device.client, device)
    thief.secret = bytes(32)
    assert code(thief.create()) == (409, "vault_exists")


def test_records_come_back_as_they_were_put_and_in_order(device: Device) -> None:
    puts = [put(blob=sealed(size)) for size in (1, 2, 3, 512, 64 * KILO)]
    answer = device.push(puts=puts)
    page = device.changes().json()
    assert (answer.status_code, answer.json()["seq"]) == (200, 5)
    assert page["items"] == [item | {"seq": seq} for seq, item in enumerate(puts, 1)]
    assert (page["cursor"], page["more"], page["epoch"]) == (5, False, answer.json()["epoch"])


def test_pull_goes_on_where_it_stopped(device: Device) -> None:
    puts = [put() for _ in range(7)]
    device.push(puts=puts)
    first = device.changes(limit=3).json()
    rest = device.changes(after=first["cursor"]).json()
    assert (first["cursor"], first["more"]) == (3, True)
    assert [item["id"] for item in first["items"] + rest["items"]] == [item["id"] for item in puts]
    assert not rest["more"]


def test_page_that_ends_at_the_last_change_says_so(device: Device) -> None:
    device.push(puts=[put() for _ in range(3)])
    assert not device.changes(limit=3).json()["more"]


def test_pull_with_nothing_new_returns_the_same_cursor(device: Device) -> None:
    device.push(puts=[put()])
    assert device.changes(after=1).json() | {"epoch": ""} == {"items": [], "cursor": 1, "more": False, "epoch": ""}


def test_page_of_large_records_ends_at_the_size_that_is_documented_and_none_is_left_out(device: Device) -> None:
    puts = [put(blob=sealed(60 * KILO)) for _ in range(300)]
    for start in range(0, 300, 10):
        assert device.push(puts=puts[start : start + 10]).status_code == 200
    first = device.changes().json()
    assert first["more"]
    assert [len(first["items"]), first["cursor"]] == [-(-2 * KILO // 60)] * 2
    assert [item["id"] for item in device.everything()] == [item["id"] for item in puts]


def test_repeated_push_changes_nothing(device: Device) -> None:
    puts, erases = [put(), put()], [erase(some_id())]
    first = device.push(puts=puts, erases=erases)
    before = device.changes().json()
    again = device.push(puts=puts, erases=erases)
    assert again.json() == first.json()
    assert device.changes().json() == before


def test_live_record_is_never_replaced(device: Device) -> None:
    item = put()
    device.push(puts=[item])
    assert device.push(puts=[put(item["id"])]).json()["seq"] == 1
    assert device.everything() == [item | {"seq": 1}]


def test_batch_that_is_repeated_in_part_adds_the_rest(device: Device) -> None:
    old, new, newer = put(), put(), put()
    device.push(puts=[old])
    last = device.push(puts=[new, old, newer]).json()["seq"]
    items = device.everything()
    assert [item["id"] for item in items] == [old["id"], new["id"], newer["id"]]
    assert items[-1]["seq"] == last
    assert not device.changes(after=items[-2]["seq"], limit=1).json()["more"]


def test_totals_stay_true_whatever_is_repeated(device: Device, url: str) -> None:
    """A quota never counts rows, so what it looks at instead must not drift."""
    items = [put(blob=sealed(size)) for size in (10, 20, 30)]
    unseen = some_id()
    device.push(puts=items[:2])
    device.push(puts=items, erases=[erase(unseen)])
    device.push(puts=items, erases=[erase(unseen), erase(some_id())])
    device.push(erases=[erase(items[0]["id"]), erase(unseen)])
    device.push(puts=[items[0]], erases=[erase(items[1]["id"])])
    database = open_database(url)
    with database.reader.connect() as connection:
        held = holding(connection, device.vault)
        totals = connection.execute(select(VAULT).where(VAULT.c.id == device.vault)).one()
    database.dispose()
    assert (held.live, held.erased, held.size) == (1, 4, 30)
    assert (totals.records, totals.bytes, totals.seq) == (5, 30, device.everything()[-1]["seq"])


def test_erasure_leaves_only_the_tag_and_comes_last(device: Device) -> None:
    doomed, kept = put(), put()
    device.push(puts=[doomed, kept])
    tag = some_id()
    assert device.push(erases=[erase(doomed["id"], tag)]).json()["seq"] == 3
    assert device.everything() == [kept | {"seq": 2}, {"id": doomed["id"], "seq": 3, "tag": tag}]


def test_erased_record_never_returns(device: Device) -> None:
    item = put()
    device.push(puts=[item])
    device.push(erases=[erase(item["id"])])
    before = device.everything()
    assert device.push(puts=[item]).json()["seq"] == 2
    assert device.everything() == before


def test_erasure_before_the_record_wins_too(device: Device) -> None:
    item = put()
    device.push(erases=[erase(item["id"])])
    device.push(puts=[item])
    assert ["tag" in item for item in device.everything()] == [True]


def test_first_tag_stays(device: Device) -> None:
    record, tag = some_id(), some_id()
    device.push(erases=[erase(record, tag)])
    device.push(erases=[erase(record)])
    assert [item["tag"] for item in device.everything()] == [tag]


def test_device_that_had_seen_the_record_learns_of_its_erasure(device: Device) -> None:
    item = put()
    cursor = device.push(puts=[item]).json()["seq"]
    device.push(erases=[erase(item["id"])])
    assert [change["id"] for change in device.changes(after=cursor).json()["items"]] == [item["id"]]


def test_vaults_do_not_see_each_other(client: TestClient, device: Device) -> None:
    other = Device(client)
    other.create()
    item = put()
    device.push(puts=[item])
    other.push(puts=[item | {"blob": sealed(9)}])
    assert device.everything() == [item | {"seq": 1}]
    assert [len(change["blob"]) for change in other.everything()] == [12]


def test_push_of_an_old_epoch_is_refused_whole(device: Device) -> None:
    answer = device.push(puts=[put()], epoch=some_id())
    assert code(answer) == (409, "epoch_changed")
    assert answer.json()["epoch"] == device.create().json()["epoch"]
    assert device.everything() == []


def test_push_of_the_present_epoch_is_taken(device: Device) -> None:
    epoch = device.create().json()["epoch"]
    assert device.push(puts=[put()], epoch=epoch).status_code == 200


def test_cursor_beyond_the_last_change_is_its_own_error(device: Device) -> None:
    device.push(puts=[put()])
    answer = device.changes(after=2)
    assert code(answer) == (409, "cursor_ahead")
    assert answer.json()["epoch"] == device.create().json()["epoch"]


def test_deleted_vault_is_gone_for_ever(device: Device) -> None:
    device.push(puts=[put()])
    assert device.remove().status_code == 204
    for answer in (device.changes(), device.push(puts=[put()]), device.remove(), device.create()):
        assert code(answer) == (410, "vault_gone")


def test_of_a_deleted_vault_only_its_id_and_the_hash_of_its_secret_are_left(device: Device, url: str) -> None:
    device.push(puts=[put()])
    device.remove()
    database = open_database(url)
    by_part(database.writer, renew_epochs)
    with database.reader.connect() as connection:
        row = connection.execute(select(VAULT).where(VAULT.c.id == device.vault)).one()
    database.dispose()
    assert row == (device.vault, octets(device.auth_hash), "", 0, 0, 0, True, None)


def test_unknown_vault_says_so(client: TestClient) -> None:
    stranger = Device(client)
    for answer in (stranger.changes(), stranger.push(puts=[put()]), stranger.remove()):
        assert code(answer) == (404, "vault_unknown")


def test_wrong_secret_opens_nothing(device: Device) -> None:
    device.push(puts=[put()])
    thief = Device(device.client, device)
    thief.secret = bytes(32)
    for answer in (thief.changes(), thief.push(puts=[put()]), thief.remove()):
        assert code(answer) == (401, "unauthorized")
    assert len(device.everything()) == 1


def test_full_vault_refuses_more_but_takes_repeats_and_erasures(serve: Serve) -> None:
    device = Device(serve(vault_records=2))
    device.create()
    items = [put(), put()]
    device.push(puts=items)
    assert code(device.push(puts=[put()])) == (507, "vault_full")
    assert device.push(puts=items).status_code == 200
    assert device.push(erases=[erase(items[0]["id"]), erase(some_id())]).status_code == 200
    assert len(device.everything()) == 3


def test_lowered_quota_refuses_only_what_adds(serve: Serve) -> None:
    before = Device(serve())
    before.create()
    items = [put() for _ in range(6)]
    before.push(puts=items)
    device = Device(serve(vault_records=2), before)
    assert device.push(puts=items).status_code == 200
    assert device.push(erases=[erase(items[0]["id"])]).status_code == 200
    assert device.push(erases=[erase(items[1]["id"])], puts=items[2:]).status_code == 200
    assert code(device.push(erases=[erase(some_id())])) == (507, "vault_full")
    assert code(device.push(puts=[put()])) == (507, "vault_full")


def test_bytes_are_limited_and_erasing_frees_them(serve: Serve) -> None:
    device = Device(serve(vault_bytes=100))
    device.create()
    item = put(blob=sealed(90))
    device.push(puts=[item])
    assert code(device.push(puts=[put(blob=sealed(11))])) == (507, "vault_full")
    device.push(erases=[erase(item["id"])])
    assert device.push(puts=[put(blob=sealed(100))]).status_code == 200


def test_refused_batch_leaves_nothing_behind(serve: Serve) -> None:
    device = Device(serve(vault_records=3))
    device.create()
    device.push(puts=[put()])
    assert code(device.push(puts=[put() for _ in range(3)])) == (507, "vault_full")
    assert device.push(puts=[put(), put()]).json()["seq"] == 3


def test_vault_that_asks_too_often_must_wait(serve: Serve) -> None:
    device = Device(serve(vault_requests_per_minute=2))
    device.create()
    answers = [device.changes() for _ in range(3)]
    assert [answer.status_code for answer in answers[:2]] == [200, 200]
    assert code(answers[2]) == (429, "too_many_requests")
    assert 1 <= int(answers[2].headers["retry-after"]) <= 30


def test_creations_are_limited_per_address(serve: Serve) -> None:
    client = serve(creations_per_hour=1, proxies=frozenset({"testclient"}))
    first, second = {"x-forwarded-for": "192.0.2.1"}, {"x-forwarded-for": "192.0.2.2"}
    assert Device(client).create(**first).status_code == 201
    refused = Device(client).create(**first)
    assert code(refused) == (429, "too_many_vaults")
    assert int(refused.headers["retry-after"]) > 0
    assert Device(client).create(**second).status_code == 201


def test_address_is_the_proxys_word_even_in_a_line_of_its_own(serve: Serve) -> None:
    """HAProxy leaves the line that a client made up as it is, and adds another one below."""
    client = serve(creations_per_hour=1, proxies=frozenset({"testclient"}))
    proxys = {"X-Forwarded-For": "192.0.2.1"}
    assert Device(client).create(**{"x-forwarded-for": "198.51.100.1"}, **proxys).status_code == 201
    assert code(Device(client).create(**{"x-forwarded-for": "198.51.100.2"}, **proxys)) == (429, "too_many_vaults")


def test_a_repeated_creation_is_no_new_vault(serve: Serve) -> None:
    device = Device(serve(creations_per_hour=1))
    assert [device.create().status_code for _ in range(3)] == [201, 200, 200]


def test_closed_server_goes_on_with_the_vaults_it_has(serve: Serve) -> None:
    before = Device(serve())
    before.create()
    client = serve(creations="closed")
    device = Device(client, before)
    assert device.create().status_code == 200
    assert device.push(puts=[put()]).status_code == 200
    assert code(Device(client).create()) == (403, "creations_closed")


def test_bytes_are_limited_per_address(serve: Serve) -> None:
    client = serve(upload_bytes_per_hour=4000)
    device, other = Device(client), Device(client)
    device.create()
    other.create()
    assert device.push(puts=[put(blob=sealed(2000))]).status_code == 200
    refused = other.push(puts=[put(blob=sealed(2000))])
    assert code(refused) == (429, "too_much_sent")
    assert 1 <= int(refused.headers["retry-after"]) <= 3600
    assert other.push(puts=[put()]).status_code == 200


def test_all_vaults_together_have_so_much_room_and_erasures_need_none(serve: Serve) -> None:
    before = Device(serve())
    before.create()
    item = put(blob=sealed(1000))
    before.push(puts=[item])
    client = serve(server_bytes=1)
    device = Device(client, before)
    assert code(device.push(puts=[put()])) == (507, "server_full")
    assert code(Device(client).create()) == (507, "server_full")
    assert device.push(erases=[erase(item["id"])]).status_code == 200


def test_room_is_counted_as_it_is_taken(serve: Serve) -> None:
    device = Device(serve())
    device.create()
    service = device.client.app.state.service  # type: ignore[attr-defined]
    assert device.push(puts=[put(blob=sealed(300))]).status_code == 200
    service._most_bytes = service._bytes + 500
    assert [device.push(puts=[put(blob=sealed(300))]).status_code for _ in range(2)] == [200, 507]


def test_answers_are_never_stored(device: Device) -> None:
    for answer in (
        device.create(),
        device.changes(),
        device.changes(99),
        device.remove(),
        device.client.get("/healthz"),
    ):
        assert answer.headers["cache-control"] == "no-store"


def test_health_asks_the_database(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "version": __version__})


@pytest.mark.parametrize("path", ["/api", "/api/v1", "/api/v1/vaults/", "/api/v1/vaults/x/batch/"])
def test_other_addresses_are_not_found(client: TestClient, path: str) -> None:
    assert code(client.get(path)) == (404, "not_found")
