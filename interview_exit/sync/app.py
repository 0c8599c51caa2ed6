"""Puts the API together: addresses, what every answer has in common, and its place beside the site."""

from collections.abc import Awaitable, Callable, Mapping
from time import perf_counter

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from interview_exit import routes
from interview_exit.server import metrics
from interview_exit.server.processes import loaded
from interview_exit.server.transport import transport
from interview_exit.settings import Settings, load
from interview_exit.sync import log
from interview_exit.sync.api import Api
from interview_exit.sync.errors import Refused
from interview_exit.sync.requests import discard

Handler = Callable[[Request], Awaitable[Response]]


def sync_app(settings: Settings) -> Starlette:
    """Return the API as an app of its own; its `state.service` is the way in for the rest of the server."""
    log.start(settings.log_level)
    api = Api(settings)
    answer = _answering(settings)
    unrouted = {HTTPException: _unrouted(answer)}
    app = Starlette(routes=_routes(api, answer), exception_handlers=unrouted, lifespan=api.service.lifespan)
    app.router.redirect_slashes = False
    app.state.service = api.service
    return app


def from_environment() -> ASGIApp:
    """Return the API as the environment sets it: what a server process loads by name."""
    settings = load()
    return loaded(transport(sync_app(settings), settings))


def beside(api: ASGIApp, site: ASGIApp) -> ASGIApp:
    """Return one app of the API and of what serves a site; the server's start and end are the API's business."""

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        theirs = scope["type"] == "http" and not scope["path"].startswith("/api/") and scope["path"] != routes.HEALTH
        await (site if theirs else api)(scope, receive, send)

    return either


def _routes(api: Api, answer: Callable[[Handler], Handler]) -> list[Route]:
    first, second = routes.FIRST_VAULTS, routes.VAULTS
    old = {"GET": answer(api.holding), "DELETE": answer(api.remove)}
    own = {"PUT": answer(api.establish), **old}
    pairings = routes.PAIRINGS
    message = f"{pairings}/{{pairing}}/messages/{{number}}"
    return [
        *_in_vault(first, api, answer),
        *_in_vault(second, api, answer),
        Route(f"{first}/{{vault}}", _by_method(old), methods=list(old)),
        Route(f"{second}/{{vault}}", _by_method(own), methods=list(own)),
        Route(first, answer(api.create), methods=["POST"]),
        Route(message, answer(api.leave_message), methods=["PUT"]),
        Route(message, answer(api.take_message), methods=["DELETE"]),
        Route(f"{pairings}/{{pairing}}", answer(api.end_pairing), methods=["DELETE"]),
        Route(pairings, answer(api.begin_pairing), methods=["POST"]),
        Route(routes.DESCRIPTION, answer(api.described), methods=["GET"]),
        Route(routes.SIGN_IN, answer(api.signed_in), methods=["GET"]),
        Route(routes.HEALTH, answer(api.healthy), methods=["GET"]),
    ]


def _in_vault(vaults: str, api: Api, answer: Callable[[Handler], Handler]) -> list[Route]:
    return [
        Route(f"{vaults}/{{vault}}/batch", answer(api.push), methods=["POST"]),
        Route(f"{vaults}/{{vault}}/changes", answer(api.changes), methods=["GET"]),
    ]


def _by_method(handlers: dict[str, Handler]) -> Handler:
    """Return what does them all: of several routes, each would name only its own method to whoever tries another."""

    async def handle(request: Request) -> Response:
        return await handlers["GET" if request.method == "HEAD" else request.method](request)

    return handle


def _answering(settings: Settings) -> Callable[[Handler], Handler]:
    """Return what makes every outcome of a handler an answer, and notes it."""

    def wrap(handler: Handler) -> Handler:
        async def answer(request: Request) -> Response:
            start, code = perf_counter(), ""
            try:
                response = await handler(request)
            except Refused as refused:
                code, response = refused.code, refused.response()
                if code != "body_timeout":
                    await discard(request, settings.refused_bytes, settings.body_seconds)
            except Exception as error:
                log.fault(error)
                code, response = "internal", Refused("internal").response()
            response.headers["cache-control"] = "no-store"
            log.answered(handler.__name__, request.method, response.status_code, code, perf_counter() - start)
            metrics.answered(handler.__name__, response.status_code, code)
            return response

        return answer

    return wrap


def _unrouted(answer: Callable[[Handler], Handler]) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def unrouted(request: Request, error: Exception) -> Response:
        headers: Mapping[str, str] = getattr(error, "headers", None) or {}
        allow = headers.get("Allow", "")

        async def nowhere(_: Request) -> Response:
            raise Refused("method_not_allowed" if allow else "not_found", allow=allow)

        return await answer(nowhere)(request)

    return unrouted
