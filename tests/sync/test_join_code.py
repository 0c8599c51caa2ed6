"""A server that takes new vaults with a code only asks once, is slow to be guessed at, and tells old clients."""

from starlette.testclient import TestClient

from tests.sync.conftest import Serve
from tests.sync.device import Device, Owner, code, put

CODE = "wärme im Winter 7"


def establish(owner: Owner, given: str) -> tuple[int, str]:
    answer = owner.client.put(owner.path, headers=owner.auth, json={"code": given})
    return (answer.status_code, "") if answer.is_success else code(answer)


def asking(serve: Serve, **changed: object) -> TestClient:
    return serve(creations="code", join_code=CODE, **changed)


def test_a_new_vault_needs_the_code_and_an_old_one_does_not(serve: Serve) -> None:
    old = Owner(serve())
    old.establish()
    client = asking(serve)
    owner = Owner(client)
    assert establish(owner, "") == (403, "code_needed")
    assert establish(owner, CODE.upper()) == (403, "code_wrong")
    assert establish(owner, f" {CODE} ") == (201, "")
    assert (establish(owner, ""), establish(owner, "another")) == ((200, ""), (200, ""))
    assert owner.push(puts=[put()]).status_code == 200
    assert (Owner(client, old).establish().status_code, Owner(client, old).push(puts=[put()]).status_code) == (200, 200)


def test_clients_that_know_no_code_meet_a_refusal_that_they_know(serve: Serve) -> None:
    client = asking(serve)
    assert code(Owner(client).establish()) == (403, "creations_closed")
    assert code(Device(client).create()) == (403, "creations_closed")


def test_a_body_is_welcome_where_no_code_is_asked_for(serve: Serve) -> None:
    owner = Owner(serve())
    assert (establish(owner, ""), establish(owner, "x")) == ((201, ""), (200, ""))
    assert establish(Owner(serve(creations="closed")), CODE) == (403, "creations_closed")


def test_codes_are_tried_no_more_often_than_vaults_are_created(serve: Serve) -> None:
    client = asking(serve, creations_per_hour=3)
    owner = Owner(client)
    assert [establish(owner, "")[1] for _ in range(4)] == ["code_needed"] * 4
    assert [establish(owner, "no")[1] for _ in range(3)] == ["code_wrong"] * 3
    assert establish(owner, CODE) == (429, "too_many_vaults")


def test_what_is_no_code_is_refused(serve: Serve) -> None:
    owner = Owner(asking(serve))
    for body, refusal in (
        ({"code": 7}, "bad_request"),
        ({"cod": "x"}, "bad_request"),
        ({"code": "x" * 101}, "bad_request"),
    ):
        assert code(owner.client.put(owner.path, headers=owner.auth, json=body)) == (422, refusal)
    answer = owner.client.put(owner.path, headers=owner.auth, content=b"code")
    assert code(answer) == (415, "unsupported_type")
