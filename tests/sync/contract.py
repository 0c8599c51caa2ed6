"""The contract as something that any server can be held to: the tests that ask nothing but a client of it."""

import inspect
from collections.abc import Callable
from types import ModuleType

import httpx2

from tests.sync import test_api, test_holding, test_ownership, test_pairings
from tests.sync.device import Device, Owner
from tests.sync.test_pairings import Meeting

MODULES: tuple[ModuleType, ...] = (test_api, test_holding, test_ownership, test_pairings)
LEAST = 40


def hold_to_the_contract(client: httpx2.Client, url: str) -> None:
    """Run each test of the contract on a server, with devices of its own."""
    makers: dict[str, Callable[[], object]] = {
        "client": lambda: client,
        "device": lambda: _device(client),
        "owner": lambda: _owner(client),
        "meeting": lambda: _meeting(client),
        "url": lambda: url,
    }
    held = 0
    for module in MODULES:
        for name, test in inspect.getmembers(module, inspect.isfunction):
            wanted = set(inspect.signature(test).parameters)
            # Those that want a database alone serve it themselves.
            if name.startswith("test_") and wanted - {"url"} and makers.keys() >= wanted:
                headers = client.headers.copy()
                test(**{argument: makers[argument]() for argument in wanted})
                # Some speak as a page of another site does.
                client.headers = headers
                held += 1
    assert held >= LEAST


def _device(client: httpx2.Client) -> Device:
    device = Device(client)
    assert device.create().status_code == 201
    return device


def _owner(client: httpx2.Client) -> Owner:
    owner = Owner(client)
    assert owner.establish().status_code == 201
    return owner


def _meeting(client: httpx2.Client) -> Meeting:
    meeting = Meeting(client)
    meeting.begin()
    return meeting
