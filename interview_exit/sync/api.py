"""The addresses, each with what is done there; `sync_app` puts them together."""

from collections.abc import Awaitable, Callable
from time import perf_counter

from pydantic_core import to_json
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from interview_exit.settings import Settings
from interview_exit.sync import log, openapi
from interview_exit.sync.errors import Refused
from interview_exit.sync.limits import Allowance, client_address, network
from interview_exit.sync.requests import json_body, same, secret_hash
from interview_exit.sync.service import Service
from interview_exit.sync.storage import Head
from interview_exit.sync.wire import BATCH_BYTES, VAULT_BODY_BYTES, NewVault, octets, parse, parse_batch, parse_span

PREFIX = "/api/v1"
HEALTH = "/healthz"
Handler = Callable[[Request], Awaitable[Response]]


class Api:
    """What each address does. Every method is: who asks, what, do it, say where the vault stands."""

    def __init__(self, settings: Settings) -> None:
        self.service = Service(settings)
        self._proxies = settings.proxies
        self._requests = Allowance(settings.vault_requests_per_minute, 60)
        self._creations = Allowance(settings.creations_per_hour, 3600)

    async def create(self, request: Request) -> Response:
        """Create a vault: 201, or 200 when it was there already."""
        self._not_too_many(request)
        vault = parse(NewVault, await json_body(request, VAULT_BODY_BYTES))
        head, new = await self.service.create(vault.id, octets(vault.auth_hash))
        return _json(_standing(head), 201 if new else 200)

    async def push(self, request: Request) -> Response:
        """Apply a batch."""
        vault = await self._admitted(request)
        batch = parse_batch(await json_body(request, BATCH_BYTES))
        return _json(_standing(await self.service.push(vault, batch)))

    async def changes(self, request: Request) -> Response:
        """Return changes after a cursor."""
        vault = await self._admitted(request)
        page = await self.service.changes(vault, parse_span(request.query_params.multi_items()))
        return _json({"items": page.items, "cursor": page.cursor, "more": page.more, "epoch": page.epoch})

    async def remove(self, request: Request) -> Response:
        """Delete a vault."""
        await self.service.remove(await self._admitted(request))
        return Response(status_code=204)

    async def healthy(self, _: Request) -> Response:
        """Say that the database answers."""
        await self.service.check()
        return _json({"status": "ok"})

    async def described(self, _: Request) -> Response:
        """Describe all this to a program."""
        return _json(openapi.document())

    async def _admitted(self, request: Request) -> str:
        """Return the vault that a request names, if it also knows that vault's secret and does not overdo it."""
        vault, given = request.path_params["vault"], secret_hash(request)
        kept = await self.service.find(vault)
        if not same(given, kept or bytes(32)):
            raise Refused("vault_unknown" if kept is None else "unauthorized")
        if wait := self._requests.take(vault):
            raise Refused("too_many_requests", retry=wait)
        return vault

    def _not_too_many(self, request: Request) -> None:
        peer = request.client.host if request.client else ""
        forwarded = request.headers.get("x-forwarded-for", "")
        if wait := self._creations.take(network(client_address(peer, forwarded, self._proxies))):
            raise Refused("too_many_vaults", retry=wait)


def sync_app(settings: Settings) -> Starlette:
    """Return the API as an app of its own; its `state.service` is the way in for the rest of the server."""
    log.start(settings.log_level)
    api = Api(settings)
    app = Starlette(routes=_routes(api), exception_handlers={HTTPException: _unrouted})
    app.router.redirect_slashes = False
    app.state.service = api.service
    return app


def beside(api: ASGIApp) -> Callable[[ASGIApp], ASGIApp]:
    """Return what puts the API in front of another app: `rx.App(api_transformer=beside(sync_app(settings)))`."""

    def wrap(app: ASGIApp) -> ASGIApp:
        async def either(scope: Scope, receive: Receive, send: Send) -> None:
            ours = scope["type"] == "http" and (scope["path"].startswith("/api/") or scope["path"] == HEALTH)
            await (api if ours else app)(scope, receive, send)

        return either

    return wrap


def _routes(api: Api) -> list[Route]:
    vaults = f"{PREFIX}/vaults"
    return [
        Route(f"{vaults}/{{vault}}/batch", _answer(api.push), methods=["POST"]),
        Route(f"{vaults}/{{vault}}/changes", _answer(api.changes), methods=["GET"]),
        Route(f"{vaults}/{{vault}}", _answer(api.remove), methods=["DELETE"]),
        Route(vaults, _answer(api.create), methods=["POST"]),
        Route(f"{PREFIX}/openapi.json", _answer(api.described), methods=["GET"]),
        Route(HEALTH, _answer(api.healthy), methods=["GET"]),
    ]


def _answer(handler: Handler) -> Handler:
    """Make every outcome of a handler an answer, and note it."""

    async def answer(request: Request) -> Response:
        start, code = perf_counter(), ""
        try:
            response = await handler(request)
        except Refused as refused:
            code, response = refused.code, refused.response()
        except Exception as error:
            log.fault(error)
            code, response = "internal", Refused("internal").response()
        response.headers["cache-control"] = "no-store"
        log.answered(handler.__name__, request.method, response.status_code, code, perf_counter() - start)
        return response

    return answer


async def _unrouted(_: Request, error: Exception) -> Response:
    allow = (getattr(error, "headers", None) or {}).get("Allow", "")
    return Refused("method_not_allowed" if allow else "not_found", allow=allow).response()


def _standing(head: Head) -> dict[str, object]:
    return {"seq": head.seq, "epoch": head.epoch}


def _json(content: object, status: int = 200) -> Response:
    return Response(to_json(content), status, media_type="application/json")
