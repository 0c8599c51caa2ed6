"""What the server holds of one vault: asked for from Python, and told again whenever a device has pushed.

The vault's id and secret come with the question and are compared with what the server keeps. Only the id stays, and
only in memory (rxconfig.py), as long as the page is open.
"""

import asyncio
from typing import ClassVar

import reflex as rx
from reflex.utils.prerequisites import get_and_validate_app

from interview_exit.sync.errors import Refused
from interview_exit.sync.requests import hash_of, vault_id
from interview_exit.sync.service import Service
from interview_exit.sync.storage import Holding

LOOK_SECONDS = 0.5
"""How long another device's change may go unnoticed: one look is a single read by key."""


class Seen(rx.State):
    """One open page's view of its vault."""

    service: ClassVar[Service]
    """The way to the vaults; set by the sitemap before anything is served."""

    known: bool = False
    refused: str = ""
    """A code of sync/errors.py; empty when all is well."""
    live: int = 0
    erased: int = 0
    size: int = 0
    """Sealed bytes."""
    changes: int = 0
    epoch: str = ""
    sample: str = ""
    """The beginning of the newest sealed record, in hexadecimal."""
    _vault: str = ""
    """Only of those who know its secret: a browser may call any handler, in any order."""
    _watch: int = 0
    """Which watch goes on; any older one ends."""

    @rx.event
    async def look(self, vault: str, secret: str) -> "rx.event.EventSpec | rx.event.EventCallback | None":
        """Show what is held of a vault, to whoever knows its secret, and go on watching it."""
        self._forget()
        try:
            vault = vault_id(str(vault))
            await self.service.admit(vault, hash_of(str(secret)))
            self._show(await self.service.holding(vault))
        except Refused as refused:
            self.refused = refused.code
            return None
        self._vault = vault
        return Seen.watch

    @rx.event(background=True)
    async def watch(self) -> None:
        """Look again whenever the vault has changed, until the page is closed or asks anew."""
        async with self:
            if not self._vault:
                return None
            self._watch += 1
            mine, connection = self._watch, self.router.session.session_id
        connections = get_and_validate_app().app.event_namespace.sid_to_token  # pyright: ignore[reportOptionalMemberAccess]
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            async with self:
                if self._watch != mine:
                    return None
                if connection not in connections:
                    return self._forget()
                await self._look_again()

    async def _look_again(self) -> None:
        try:
            self.service.count(self._vault)
            if (await self.service.head(self._vault)).seq != self.changes:
                self._show(await self.service.holding(self._vault))
        except Refused as refused:
            self._forget()
            self.refused = refused.code

    def _show(self, holding: Holding) -> None:
        self.known = True
        self.live, self.erased, self.size = holding.live, holding.erased, holding.size
        self.changes, self.epoch = holding.head.seq, holding.head.epoch
        self.sample = holding.sample.hex(" ")

    def _forget(self) -> None:
        watch = self._watch
        self.reset()
        self._watch = watch + 1
