"""What the server says that it holds: to who knows the secret, counted like every other request."""

from tests.sync.conftest import Serve
from tests.sync.device import Device, code, erase, put, sealed, some_id


def test_counts_are_of_what_is_kept_and_the_sample_is_of_the_newest_live_record(device: Device) -> None:
    first, newest, doomed = (put(blob=sealed(size)) for size in (40, 100, 70))
    device.push(puts=[first, newest, doomed])
    pushed = device.push(erases=[erase(doomed["id"]), erase(some_id())]).json()
    answer = device.holding()
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    # 63 bytes are 84 characters without a remainder, the 64th is two more that padding bits end.
    sample = answer.json()["sample"]
    assert (sample[:85], len(sample)) == (newest["blob"][:85], 86)
    assert answer.json() == pushed | {"live": 2, "erased": 2, "bytes": 140, "sample": sample}


def test_nothing_is_said_of_an_empty_vault_but_where_it_stands(device: Device) -> None:
    nothing = {"live": 0, "erased": 0, "bytes": 0, "sample": ""}
    assert device.holding().json() == device.create().json() | nothing


def test_only_who_knows_the_secret_is_told(device: Device) -> None:
    device.push(puts=[put()])
    thief = Device(device.client, device)
    thief.secret = bytes(32)
    assert code(thief.holding()) == (401, "unauthorized")
    assert code(device.client.get(device.path)) == (401, "unauthorized")
    assert code(Device(device.client).holding()) == (404, "vault_unknown")
    device.remove()
    assert code(device.holding()) == (410, "vault_gone")


def test_looking_counts_as_asking(serve: Serve) -> None:
    device = Device(serve(vault_requests_per_minute=2))
    device.create()
    assert [device.holding().status_code, device.changes().status_code] == [200, 200]
    assert code(device.holding()) == (429, "too_many_requests")


def test_address_names_all_its_methods_to_who_tries_another(device: Device) -> None:
    answer = device.client.put(device.path, headers=device.auth)
    assert code(answer) == (405, "method_not_allowed")
    assert {"GET", "DELETE"} <= set(answer.headers["allow"].split(", "))
