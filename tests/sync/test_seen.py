"""What the page about the server is told: only to who knows the secret, by one watch, and nothing is kept of it."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, Self

import pytest

from interview_exit.pages import server_state
from interview_exit.pages.server_state import Seen
from interview_exit.settings import Settings
from interview_exit.sync.requests import hash_of
from interview_exit.sync.service import Service
from interview_exit.sync.wire import Batch, Put, text
from tests.support.coroutines import run
from tests.sync.device import sealed, some_id

SECRET = text(bytes(32))
TURN_SECONDS = 0.01
PATIENCE_SECONDS = 10
Visit = Callable[["Page"], Coroutine[Any, Any, None]]


class Page:
    """An open page: its State, as a task in the background gets to see it, and its connection."""

    def __init__(self, service: Service) -> None:
        self.state = Seen(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
        self.service, self.vault = service, some_id()
        self.connections = {self.state.router.session.session_id: "token"}

    async def look(self, secret: str = SECRET) -> None:
        await Seen.event_handlers["look"].fn(self.state, self.vault, secret)

    def watch(self) -> "asyncio.Task[None]":
        return asyncio.create_task(Seen.event_handlers["watch"].fn(Background(self.state)))

    async def push(self) -> None:
        await self.service.push(self.vault, Batch(puts=[Put(id=some_id(), blob=sealed())]))


class Background:
    """Stands in for the proxy that Reflex hands to such a task."""

    def __init__(self, state: Seen) -> None:
        vars(self)["state"] = state

    def __getattr__(self, name: str) -> object:
        return getattr(vars(self)["state"], name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(vars(self)["state"], name, value)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass


@pytest.fixture
def visit(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Do something with the open page of somebody who has a vault."""
    monkeypatch.setattr(server_state, "LOOK_SECONDS", TURN_SECONDS)

    def do(what: Visit, **changed: object) -> None:
        service = Service(replace(settings, **changed))
        page = Page(service)
        monkeypatch.setattr(Seen, "service", service, raising=False)
        sockets = SimpleNamespace(app=SimpleNamespace(event_namespace=SimpleNamespace(sid_to_token=page.connections)))
        monkeypatch.setattr(server_state, "get_and_validate_app", lambda: sockets)

        async def whole() -> None:
            async with asyncio.timeout(PATIENCE_SECONDS), service.lifespan():
                await service.create(page.vault, hash_of(SECRET))
                await what(page)

        run(whole())

    return do


async def until(come: Callable[[], bool]) -> None:
    while not come():
        await asyncio.sleep(TURN_SECONDS)


def test_open_page_hears_of_each_push(visit: Callable[..., None]) -> None:
    async def what(page: Page) -> None:
        await page.look()
        watch = page.watch()
        await page.push()
        await until(lambda: page.state.live == 1)
        watch.cancel()

    visit(what)


def test_who_does_not_know_the_secret_can_watch_nothing(visit: Callable[..., None]) -> None:
    async def what(page: Page) -> None:
        await page.push()
        await page.watch()
        await page.look(text(bytes([1] * 32)))
        await page.watch()
        assert (page.state.refused, page.state.known, page.state.sample) == ("unauthorized", False, "")

    visit(what)


def test_only_the_newest_watch_goes_on(visit: Callable[..., None]) -> None:
    async def what(page: Page) -> None:
        await page.look()
        watches = [page.watch() for _ in range(3)]
        await until(watches[1].done)
        assert [watch.done() for watch in watches] == [True, True, False]
        await page.look(text(bytes([1] * 32)))
        await watches[2]
        assert page.state.refused == "unauthorized"

    visit(what)


def test_nothing_is_kept_when_the_connection_ends(visit: Callable[..., None]) -> None:
    async def what(page: Page) -> None:
        await page.push()
        await page.look()
        assert page.state.sample
        page.connections.clear()
        await page.watch()
        kept = {name: value for name, value in vars(page.state).items() if page.vault in str(value)}
        assert (kept, page.state.known, page.state.sample) == ({}, False, "")

    visit(what)


def test_looking_counts_as_asking(visit: Callable[..., None]) -> None:
    async def what(page: Page) -> None:
        await page.look()
        await page.watch()
        assert (page.state.refused, page.state.known) == ("too_many_requests", False)

    visit(what, vault_requests_per_minute=3)
