"""Pages of other sites may do nothing here; this site's own pages and programs that are no browsers may."""

import socket
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.sync.device import JSON, Device, code, erase, put
from tests.sync.server import Server, serving

HERE = "notes.example"
FOREIGN = (
    {"origin": "https://evil.example"},
    {"origin": f"https://{HERE}.evil.example"},
    {"origin": f"https://{HERE}:8443"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": f"https://other.{HERE}"},
    {"sec-fetch-site": "cross-site", "origin": f"https://{HERE}"},
)
OURS = (
    {},
    {"origin": f"https://{HERE}"},
    {"origin": f"http://{HERE}", "sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    # A proxy has put a name of its own into Host.
    {"host": "127.0.0.1:8000", "origin": f"https://{HERE}", "sec-fetch-site": "same-origin"},
)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_page_of_another_site_is_refused_whatever_it_asks(device: Device, headers: dict[str, str]) -> None:
    item = put()
    device.push(puts=[item])
    given = {"host": HERE} | headers
    stranger = Device(device.client)
    requests = [
        ("POST", "/api/v1/vaults", {"id": stranger.vault, "auth_hash": stranger.auth_hash}),
        ("POST", f"{device.path}/batch", {"erases": [erase(item["id"])]}),
        ("GET", f"{device.path}/changes", None),
        ("GET", device.path, None),
        ("DELETE", device.path, None),
    ]
    for method, path, body in requests:
        answer = device.client.request(method, path, json=body, headers=device.auth | given)
        assert code(answer) == (403, "foreign_origin"), (method, path)
    assert code(stranger.changes()) == (404, "vault_unknown")
    assert [each["id"] for each in device.everything() if "blob" in each] == [item["id"]]


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_own_pages_and_programs_may_ask(device: Device, headers: dict[str, str]) -> None:
    given = {"host": HERE} | headers
    assert Device(device.client).create(**given).status_code == 201
    assert device.client.get(device.path, headers=device.auth | given).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/openapi.json", "/api/v1/vaults", "/api/v1/nowhere"])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_answer_is_shared_with_another_origin(client: TestClient, method: str, path: str) -> None:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "content-type,authorization"}
    answer = client.request(method, path, headers={"origin": "https://evil.example"} | asked)
    assert [name for name in answer.headers if name.startswith("access-control-")] == []
    if method == "OPTIONS":
        assert answer.status_code in (404, 405)


def test_form_that_needs_no_leave_to_be_sent_is_refused(client: TestClient) -> None:
    """What a page may post anywhere without asking first: text, and no header of its own."""
    device = Device(client)
    body = f'{{"id": "{device.vault}", "auth_hash": "{device.auth_hash}"}}'
    sent = {"content-type": "text/plain"}
    assert code(client.post("/api/v1/vaults", content=body, headers=sent)) == (415, "unsupported_type")
    foreign = sent | {"origin": "https://evil.example"}
    assert code(client.post("/api/v1/vaults", content=body, headers=foreign)) == (403, "foreign_origin")
    assert code(client.post("/api/v1/vaults", content=body, headers=foreign | JSON)) == (403, "foreign_origin")


@pytest.fixture(scope="module")
def server(url: str) -> Iterator[Server]:
    """A real server."""
    with serving(url) as server:
        yield server


@pytest.mark.parametrize("path", ["/healthz", "/_event/?EIO=4&transport=websocket", "/api/v1/vaults"])
def test_no_connection_becomes_a_websocket(server: Server, path: str) -> None:
    lines = [
        f"GET {path} HTTP/1.1",
        f"host: 127.0.0.1:{server.port}",
        "connection: Upgrade",
        "upgrade: websocket",
        "sec-websocket-version: 13",
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as wire:
        wire.sendall("\r\n".join([*lines, "", ""]).encode())
        status = wire.recv(4000).split()[1]
    assert status == {"/healthz": b"200", "/api/v1/vaults": b"405"}.get(path, b"404")
