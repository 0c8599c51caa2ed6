"""What the server holds of one vault: asked for from Python, and told again whenever a device has pushed.

The vault's id and secret come with the question and are compared with what the server keeps. Only the id stays, and
only in memory, as long as the page is open.
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
    _looks: int = 0

    @rx.event
    async def look(self, vault: str, secret: str) -> "rx.event.EventSpec | rx.event.EventCallback | None":
        """Show what is held of a vault, to whoever knows its secret, and go on watching it."""
        self.known, self.refused = False, ""
        try:
            self._vault = vault_id(str(vault))
            await self.service.admit(self._vault, hash_of(str(secret)))
            self._show(await self.service.holding(self._vault))
        except Refused as refused:
            self.refused = refused.code
            return None
        self._looks += 1
        return Seen.watch

    @rx.event(background=True)
    async def watch(self) -> None:
        """Look again whenever the vault has changed, until the page is closed or asks anew."""
        async with self:
            vault, looks, shown = self._vault, self._looks, self.changes
            token = self.router.session.client_token
        sockets = get_and_validate_app().app.event_namespace
        while sockets and token in sockets.token_to_sid:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                if (await self.service.head(vault)).seq == shown:
                    continue
                holding = await self.service.holding(vault)
            except Refused as refused:
                async with self:
                    self.known, self.refused = False, refused.code
                return
            async with self:
                if self._looks != looks:
                    return
                self._show(holding)
                shown = self.changes

    def _show(self, holding: Holding) -> None:
        self.known = True
        self.live, self.erased, self.size = holding.live, holding.erased, holding.size
        self.changes, self.epoch = holding.head.seq, holding.head.epoch
        self.sample = holding.sample.hex(" ")
