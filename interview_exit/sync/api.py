"""What is done at each address, always in this order: who asks, what they want, do it, say where the vault stands."""

from secrets import compare_digest

from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from interview_exit import __version__, routes
from interview_exit.server import metrics
from interview_exit.server.addresses import client_address, network
from interview_exit.settings import Settings
from interview_exit.sync import openapi
from interview_exit.sync.errors import Refused
from interview_exit.sync.limits import Allowance
from interview_exit.sync.ownership import owned
from interview_exit.sync.requests import (
    has_body,
    json_body,
    message_number,
    pairing_id,
    refuse_foreign,
    secret_hash,
    vault_id,
)
from interview_exit.sync.service import Service
from interview_exit.sync.storage import Head
from interview_exit.sync.wire import (
    BATCH_BYTES,
    PAIRING_BODY_BYTES,
    VAULT_BODY_BYTES,
    Health,
    JoinCode,
    Message,
    NewPairing,
    NewVault,
    octets,
    parse,
    parse_batch,
    parse_span,
    text,
)

"""Where each version of the protocol is spoken."""


class Api:
    """The addresses of one server process."""

    def __init__(self, settings: Settings) -> None:
        self.service = Service(settings)
        self._proxies = settings.proxies
        self._body_seconds = settings.body_seconds
        self._creating, self._join_code = settings.creations, settings.join_code.encode()
        months = settings.retention_months
        self._policy = {"retention_months": months} if months else {}
        self._creations = Allowance(settings.creations_per_hour, 3600)
        self._uploads = Allowance(settings.upload_bytes_per_hour, 3600)
        self._pairings = Allowance(settings.pairings_per_hour, 3600)

    async def create(self, request: Request) -> Response:
        """Create a vault: 201, or 200 when it was there already."""
        refuse_foreign(request)
        vault = parse(NewVault, await self._body(request, VAULT_BODY_BYTES))
        if await self.service.find(vault.id) is None:
            self._may_create(request, None)
        head, new = await self.service.create(vault.id, octets(vault.auth_hash))
        return _json(_standing(head), 201 if new else 200)

    async def establish(self, request: Request) -> Response:
        """Create the vault that a secret leads to: 201, or 200 when it was there already."""
        refuse_foreign(request)
        given = secret_hash(request)
        vault = owned(request.path_params["vault"], given)
        code = parse(JoinCode, await self._body(request, VAULT_BODY_BYTES)).code if has_body(request) else None
        if await self.service.find(vault) is None:
            self._may_create(request, code)
        head, new = await self.service.create(vault, given)
        return _json(_standing(head), 201 if new else 200)

    async def push(self, request: Request) -> Response:
        """Apply a batch."""
        vault = await self._admitted(request)
        body = await self._body(request, BATCH_BYTES)
        self._allow(request, self._uploads, len(body), "too_much_sent")
        batch = parse_batch(body)
        head = await self.service.push(vault, batch)
        metrics.pushed(len(batch.puts), len(batch.erases))
        return _json(_standing(head))

    async def changes(self, request: Request) -> Response:
        """Return changes after a cursor."""
        vault = await self._admitted(request)
        page = await self.service.changes(vault, parse_span(request.query_params.multi_items()))
        return _json(
            {"items": page.items, "cursor": page.cursor, "more": page.more, "epoch": page.epoch} | self._policy
        )

    async def holding(self, request: Request) -> Response:
        """Return what is held of a vault, for people to look at."""
        held = await self.service.holding(await self._admitted(request))
        counts = {"live": held.live, "erased": held.erased, "bytes": held.size}
        return _json(_standing(held.head) | counts | {"sample": text(held.sample)} | self._policy)

    async def remove(self, request: Request) -> Response:
        """Delete a vault."""
        await self.service.remove(await self._admitted(request))
        return Response(status_code=204)

    async def begin_pairing(self, request: Request) -> Response:
        """Open a pairing."""
        refuse_foreign(request)
        self._allow(request, self._pairings, 1, "too_many_pairings")
        pairing = parse(NewPairing, await self._body(request, PAIRING_BODY_BYTES))
        return _json({"seconds": await self.service.begin_pairing(pairing.id)})

    async def leave_message(self, request: Request) -> Response:
        """Leave one of a pairing's messages."""
        pairing, number, _ = await self._message(request)
        message = parse(Message, await self._body(request, PAIRING_BODY_BYTES))
        return _json({"seconds": await self.service.leave_message(pairing, number, octets(message.body))})

    async def take_message(self, request: Request) -> Response:
        """Take one of a pairing's messages, for good."""
        pairing, number, last = await self._message(request)
        if last < number:
            return _json({"body": None})
        return _json({"body": text(await self.service.take_message(pairing, number))})

    async def end_pairing(self, request: Request) -> Response:
        """Forget a pairing."""
        pairing, _ = await self._pairing(request)
        await self.service.end_pairing(pairing)
        return Response(status_code=204)

    async def healthy(self, _: Request) -> Response:
        """Say that the database answers."""
        await self.service.check()
        return _json(Health(version=__version__).model_dump())

    async def described(self, _: Request) -> Response:
        """Describe all this to a program."""
        return _json(openapi.document())

    async def signed_in(self, _: Request) -> Response:
        """Lead back to the app whoever has come through what stands before this server."""
        return Response(status_code=303, headers={"location": f"{routes.DEVICES}/"})

    async def _admitted(self, request: Request) -> str:
        """Return the vault that a request names, if it also knows that vault's secret and does not overdo it."""
        refuse_foreign(request)
        given, named = secret_hash(request), request.path_params["vault"]
        vault = owned(named, given) if request.url.path.startswith(f"{routes.VAULTS}/") else vault_id(named)
        await self.service.admit(vault, given)
        return vault

    async def _message(self, request: Request) -> tuple[str, int, int]:
        """Return which message of which pairing is meant, and which one was left last."""
        number = message_number(request.path_params["number"])
        pairing, last = await self._pairing(request)
        return pairing, number, last

    async def _pairing(self, request: Request) -> tuple[str, int]:
        """Return the pairing that a request names, and the number of its last message; to know its id is enough."""
        refuse_foreign(request)
        pairing = pairing_id(request.path_params["pairing"])
        return pairing, await self.service.admit_pairing(pairing)

    async def _body(self, request: Request, most: int) -> bytes:
        return await json_body(request, most, self._body_seconds)

    def _may_create(self, request: Request, code: str | None) -> None:
        """Let pass who may create a vault; without a code at all it is a client that can't ask people for one."""
        if self._creating == "closed" or (self._creating == "code" and code is None):
            raise Refused("creations_closed")
        if self._creating == "code" and not code:
            raise Refused("code_needed")
        # Before the code is looked at, or whoever tries many would still be told the right one.
        self._allow(request, self._creations, 1, "too_many_vaults")
        if self._creating == "code" and not compare_digest((code or "").strip().encode(), self._join_code):
            raise Refused("code_wrong")

    def _allow(self, request: Request, allowance: Allowance, amount: int, refusal: str) -> None:
        """Count what an address asks for."""
        peer = request.client.host if request.client else ""
        # A proxy may add a line of its own instead of a word to the client's.
        forwarded = ",".join(request.headers.getlist("x-forwarded-for"))
        if wait := allowance.take(network(client_address(peer, forwarded, self._proxies)), amount):
            raise Refused(refusal, retry=wait)


def _standing(head: Head) -> dict[str, object]:
    return {"seq": head.seq, "epoch": head.epoch}


def _json(content: object, status: int = 200) -> Response:
    return Response(to_json(content), status, media_type="application/json")
