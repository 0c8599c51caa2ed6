"""In version 2 a stranger can neither tell whether a vault is there nor take its id; version 1 is served as before."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from interview_exit.sync.ownership import id_of
from tests.sync.conftest import Serve
from tests.sync.device import Device, Owner, code, erase, put

Ask = Callable[[Device], Response]
ASKED: dict[str, Ask] = {
    "create": lambda device: device.client.put(device.path, headers=device.auth),
    "push": lambda device: device.push(puts=[put()]),
    "pull": lambda device: device.changes(),
    "look": lambda device: device.client.get(device.path, headers=device.auth),
    "remove": lambda device: device.remove(),
}


@pytest.fixture
def owner(client: TestClient) -> Owner:
    owner = Owner(client)
    assert owner.establish().status_code == 201
    return owner


def stranger(of: Device) -> Device:
    """Return somebody who knows the vault's address, and has a secret of their own."""
    stranger = Device(of.client)
    stranger.vault, stranger.path = of.vault, of.path
    return stranger


def test_the_id_is_as_documented() -> None:
    auth_hash = hashlib.sha256(bytes(range(32))).digest()
    named = hashlib.sha256(b"interview-exit/vault/2" + auth_hash).digest()[:15]
    assert id_of(auth_hash) == urlsafe_b64encode(named).decode()
    assert len(id_of(auth_hash)) == 20


def test_a_vault_is_created_used_and_deleted_by_its_secret_alone(owner: Owner) -> None:
    assert owner.establish().status_code == 200
    record = put()
    assert owner.push(puts=[record]).json()["seq"] == 1
    assert Owner(owner.client, owner).everything() == [record | {"seq": 1}]
    assert owner.push(erases=[erase(record["id"])]).json()["seq"] == 2
    assert owner.remove().status_code == 204
    for ask in ASKED.values():
        assert code(ask(owner)) == (410, "vault_gone")


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_stranger_gets_one_answer_whether_the_vault_is_there_or_not(owner: Owner, ask: Ask) -> None:
    gone, never = Owner(owner.client), Owner(owner.client)
    gone.establish()
    gone.remove()
    answers = [ask(stranger(of)) for of in (owner, gone, never)]
    assert {code(answer) for answer in answers} == {(401, "unauthorized")}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_after_a_loss_nobody_can_take_the_id(owner: Owner) -> None:
    lost = Owner(owner.client)
    thief = stranger(lost)
    assert code(thief.establish()) == (401, "unauthorized")
    # Nor by way of the first version.
    assert code(thief.create()) == (422, "bad_request")
    first = Device(owner.client)
    first.vault, first.path = lost.vault, f"/api/v1/vaults/{lost.vault}"
    assert code(first.changes()) == (404, "vault_unknown")
    assert code(lost.changes()) == (404, "vault_unknown")
    assert lost.establish().status_code == 201
    assert lost.push(puts=[put()]).json()["seq"] == 1


@pytest.mark.parametrize("vault", ["x", "BS5upBx9qoTD2ZtTbulj7Q", "A" * 20, "A" * 21, "%00", "é"])
def test_what_is_no_id_of_the_secret_is_refused_alike(owner: Owner, vault: str) -> None:
    for method, rest in (("PUT", ""), ("DELETE", ""), ("GET", "/changes"), ("POST", "/batch")):
        answer = owner.client.request(method, f"/api/v2/vaults/{vault}{rest}", headers=owner.auth)
        assert code(answer) == (401, "unauthorized")


def test_nothing_is_answered_without_a_secret(owner: Owner) -> None:
    for headers in ({}, {"authorization": "Basic eDp5"}, {"authorization": "Bearer short"}):
        assert code(owner.client.put(owner.path, headers=headers)) == (401, "unauthorized")


def test_other_methods_are_told_both(owner: Owner) -> None:
    answer = owner.client.post(owner.path, headers=owner.auth)
    assert code(answer) == (405, "method_not_allowed")
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "PUT", "DELETE"}
    assert owner.client.head(owner.path, headers=owner.auth).status_code == 200


def test_only_new_vaults_count_against_the_limit(serve: Serve) -> None:
    client = serve(creations_per_hour=2)
    owner = Owner(client)
    assert [owner.establish().status_code for _ in range(4)] == [201, 200, 200, 200]
    assert Owner(client).establish().status_code == 201
    assert code(Owner(client).establish()) == (429, "too_many_vaults")
    assert owner.establish().status_code == 200
