"""Whatever is sent, the answer is a documented refusal, and the next request is served (design.md section 12)."""

import json
import socket
import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from interview_exit.sync.wire import BATCH_BYTES, BATCH_ITEMS, BLOB_BYTES
from tests.sync.device import JSON, Device, code, erase, put, sealed, some_id
from tests.sync.server import Server, serving

MALFORMED = [
    "",
    "Bearer",
    "Bearer ",
    "Basic abc",
    "Bearer short",
    "Bearer " + "A" * 44,
    "bearer\t" + "A" * 43,
    "\xff\xfe",
]
NOT_AN_ID = [
    "",
    "x",
    "A" * 21,
    "A" * 23,
    "A" * 21 + "B",
    "A" * 21 + "=",
    "A" * 21 + "/",
    "é" * 22,
    "A" * 21 + "A\n",
    None,
    7,
]
SAME = some_id()


@pytest.mark.parametrize("value", MALFORMED)
def test_malformed_authorization(device: Device, value: str) -> None:
    answer = device.client.get(f"{device.path}/changes", headers=[(b"authorization", value.encode("latin-1"))])
    assert code(answer) == (401, "unauthorized")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_no_authorization(device: Device) -> None:
    assert code(device.client.get(f"{device.path}/changes")) == (401, "unauthorized")


def test_body_is_not_looked_at_before_the_secret_is_known(device: Device) -> None:
    answer = device.client.post(f"{device.path}/batch", content=b"{", headers=JSON)
    assert code(answer) == (401, "unauthorized")


BAD_QUERIES = (
    *("after=abc", "after=-1", "after=1.0", "after=%2B1", "after=", "after=1_0", "after=%D9%A1", "after=1&after=2"),
    *("after=9223372036854775808", "after=" + "9" * 4000, "limit=0", "limit=-5", "limit=1001", "limit=x"),
    *("since=abc", "a[]=1"),
)


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_bad_query(device: Device, query: str) -> None:
    assert code(device.client.get(f"{device.path}/changes?{query}", headers=device.auth)) == (422, "bad_request")


@pytest.mark.parametrize("vault", ["x", "A" * 23, "%00", "%ff", "..%2f", "a b", "'; DROP TABLE vault; --"])
def test_impossible_vault_is_an_unknown_one(device: Device, vault: str) -> None:
    assert code(device.client.get(f"/api/v1/vaults/{vault}/changes", headers=device.auth))[0] == 404


@pytest.mark.parametrize("record", NOT_AN_ID)
def test_invalid_ids(device: Device, record: object) -> None:
    for batch in ({"puts": [{"id": record, "blob": "AA"}]}, {"erases": [{"id": some_id(), "tag": record}]}):
        assert code(device.push_raw(json.dumps(batch))) == (422, "bad_request")
    body = {"id": record, "auth_hash": device.auth_hash}
    assert code(device.client.post("/api/v1/vaults", json=body)) == (422, "bad_request")


@pytest.mark.parametrize("blob", ["", "A", "A===", "AB", "A+A/", "AAA\n", 7, None, ["AA"]])
def test_invalid_blobs(device: Device, blob: object) -> None:
    batch = {"puts": [{"id": some_id(), "blob": blob}]}
    assert code(device.push_raw(json.dumps(batch))) == (422, "bad_request")


@pytest.mark.parametrize(
    "body", ["", "{", '{"puts":[', "[1,", "nonsense", b"\xff\xfe{}", "{'puts': []}", '{"puts":[]}}', "[" * 500]
)
def test_truncated_or_no_json(device: Device, body: bytes | str) -> None:
    assert code(device.push_raw(body)) == (400, "bad_json")


ANOTHER_FORM = (
    *("[]", "1", "null", '"x"', "{}", '{"puts":{}}', '{"puts":"x"}', '{"puts":null}', '{"puts":[1]}', '{"puts":[[]]}'),
    *('{"puts":[],"erases":[]}', '{"puts":[{}]}', '{"unknown":1}', '{"puts":[{"id":"x"}]}', '{"epoch":1,"puts":[]}'),
)


@pytest.mark.parametrize("body", ANOTHER_FORM)
def test_json_of_another_form(device: Device, body: str) -> None:
    assert code(device.push_raw(body)) == (422, "bad_request")


def test_unknown_fields(device: Device) -> None:
    batch = {"puts": [put() | {"at": 1}]}
    assert code(device.push_raw(json.dumps(batch))) == (422, "bad_request")
    assert code(device.push_raw(json.dumps({"puts": [put()], "x": 1}))) == (422, "bad_request")


@pytest.mark.parametrize(
    "batch",
    [
        {"puts": [put(SAME), put(SAME)]},
        {"puts": [put(SAME)], "erases": [erase(SAME)]},
        {"erases": [erase(SAME), erase(SAME)]},
    ],
)
def test_id_named_twice_in_a_batch(device: Device, batch: object) -> None:
    assert code(device.push_raw(json.dumps(batch))) == (422, "bad_request")
    assert device.everything() == []


def test_too_many_items(device: Device) -> None:
    puts = [put() for _ in range(BATCH_ITEMS)]
    assert device.push(puts=puts).status_code == 200
    assert code(device.push(puts=[*puts, put()])) == (413, "batch_too_long")
    assert code(device.push(puts=puts, erases=[erase(some_id())])) == (413, "batch_too_long")


@pytest.mark.parametrize("body", ["[" * 5000, '{"puts":[' + "{}," * 5000, "{" + '"x":1,' * 5000])
def test_more_parts_than_any_batch_has_are_too_many_before_they_are_looked_at(device: Device, body: str) -> None:
    assert code(device.push_raw(body)) == (413, "batch_too_long")


def test_too_large_blob(device: Device) -> None:
    assert device.push(puts=[put(blob=sealed(BLOB_BYTES))]).status_code == 200
    assert code(device.push(puts=[put(blob=sealed(BLOB_BYTES + 1))])) == (413, "blob_too_large")


def test_too_large_body(device: Device) -> None:
    assert code(device.push_raw(b" " * (BATCH_BYTES + 1))) == (413, "body_too_large")
    body = device.client.post("/api/v1/vaults", content=b" " * 1025, headers=JSON)
    assert code(body) == (413, "body_too_large")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json"])
def test_wrong_content_type(device: Device, kind: str) -> None:
    answer = device.push_raw(json.dumps({"puts": [put()]}), **{"content-type": kind})
    assert code(answer) == (415, "unsupported_type")


def test_compressed_body(device: Device) -> None:
    assert code(device.push_raw(b"x", **{"content-encoding": "gzip"})) == (415, "unsupported_type")


def test_content_type_with_a_charset_is_fine(device: Device) -> None:
    kind = "Application/JSON; charset=utf-8"
    assert device.push_raw(json.dumps({"puts": [put()]}), **{"content-type": kind}).status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"])
def test_wrong_method(device: Device, method: str) -> None:
    answer = device.client.request(method, f"{device.path}/batch", headers=device.auth)
    assert code(answer) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


def test_refusal_repeats_nothing_that_was_sent(device: Device) -> None:
    batch = {"puts": [{"id": "canary-id", "blob": "canary blob", "canary field": 1}]}
    assert "canary" not in device.push_raw(json.dumps(batch)).text


@pytest.fixture(scope="module")
def server(url: str) -> Iterator[Server]:
    """A real server, for what depends on the wire."""
    with serving(url, BODY_SECONDS="1") as server:
        yield server


def test_slow_body_is_not_waited_for(server: Server) -> None:
    with server.client() as client:
        device = Device(client)
        device.create()
    start = time.monotonic()
    answer = raw(server, device, "content-length: 100", b'{"puts"')
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"body_timeout"' in answer
    assert time.monotonic() - start < 10


def test_stranger_may_send_slowly_for_no_longer(server: Server) -> None:
    stranger = Device(server.client())
    assert raw(server, stranger, "content-length: 100", b"{").startswith(b"HTTP/1.1 404 ")


def test_body_cut_off_by_a_lost_connection_changes_nothing(server: Server) -> None:
    with server.client() as client:
        device = Device(client)
        device.create()
        body = json.dumps({"puts": [put()]}).encode()
        with socket.create_connection(("127.0.0.1", server.port)) as wire:
            wire.sendall(head(device, f"content-length: {len(body)}") + body[:-1])
        assert device.everything() == []


def test_twenty_megabytes_get_their_answer(server: Server) -> None:
    with server.client() as client:
        device = Device(client)
        device.create()
        assert code(device.push_raw(b'{"puts":[{"blob":"' + b"A" * 20_000_000)) == (413, "body_too_large")
        assert code(Device(client).push_raw(b"A" * 20_000_000)) == (404, "vault_unknown")
        assert device.push(puts=[put()]).status_code == 200


def test_no_http_at_all(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as wire:
        wire.sendall(b"\x00\x01\x02 nonsense\r\n\r\n")
        assert wire.recv(100).startswith((b"HTTP/1.1 400 ", b""))
    with server.client() as client:
        assert client.get("/healthz").status_code == 200


def test_serving_goes_on_after_all_this(client: TestClient, server: Server) -> None:
    with server.client() as real:
        for other in (client, real):
            device = Device(other)
            device.create()
            assert device.push(puts=[put()]).status_code == 200


def head(device: Device, *more: str) -> bytes:
    """Return the head of a push."""
    lines = [f"POST {device.path}/batch HTTP/1.1", "host: here", "content-type: application/json"]
    return "\r\n".join([*lines, f"authorization: {device.auth['authorization']}", *more, "", ""]).encode()


def raw(server: Server, device: Device, header: str, body: bytes) -> bytes:
    """Send a push as it stands, and return the answer, which may come in pieces."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as wire:
        wire.sendall(head(device, header) + body)
        answer = wire.recv(4000)
        while not answer.endswith(b"}"):
            answer += wire.recv(4000)
        return answer
