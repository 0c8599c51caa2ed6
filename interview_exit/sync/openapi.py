"""The API described to programs, made from the very models that check the requests."""

from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from interview_exit import routes
from interview_exit.sync.errors import ERRORS
from interview_exit.sync.pairings import MESSAGES
from interview_exit.sync.wire import (
    OCTETS_15,
    OCTETS_16,
    Batch,
    Health,
    Holding,
    JoinCode,
    Message,
    NewPairing,
    NewVault,
    Opened,
    Page,
    Position,
    Span,
    Taken,
    Trouble,
)

Json = dict[str, Any]
SCHEMAS = "#/components/schemas/"
EVERYWHERE = ("internal", "busy", "database_unavailable")
WITH_BODY = ("bad_json", "body_timeout", "body_too_large", "unsupported_type", "bad_request")
IN_PAIRING = ("foreign_origin", "pairing_unknown", "pairing_used", "not_found", "too_many_requests")
IN_VAULT = ("foreign_origin", "unauthorized", "vault_unknown", "vault_gone", "too_many_requests")


@cache
def document() -> Json:
    """Return the OpenAPI document."""
    models = [(model, "validation") for model in _MODELS]
    schemas = models_json_schema(models, ref_template=SCHEMAS + "{model}")[1]["$defs"]  # type: ignore[arg-type]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sealed records", "version": "1", "description": "See docs/protocol.md."},
        "paths": _paths(),
        "components": {
            "schemas": schemas,
            "securitySchemes": {"secret": {"type": "http", "scheme": "bearer"}},
        },
    }


def _paths() -> Json:
    first, second, pairings = routes.FIRST_VAULTS, routes.VAULTS, routes.PAIRINGS
    create = _operation("Create a vault", {201: "Position", 200: "Position"}, _CREATE, body="NewVault")
    establish = _operation("Create the vault", {201: "Position", 200: "Position"}, _ESTABLISH, inside=True)
    establish["requestBody"] = {"required": False, "content": _content("JoinCode")}
    look = _operation("Say what is held", {200: "Holding"}, IN_VAULT, inside=True)
    remove = _operation("Delete a vault", {204: ""}, IN_VAULT, inside=True)
    begin = _operation(
        "Open a pairing", {200: "Opened"}, (*WITH_BODY, "foreign_origin", "too_many_pairings"), body="NewPairing"
    )
    leave = _operation("Leave a message", {200: "Opened"}, (*WITH_BODY, *IN_PAIRING), body="Message")
    take = _operation("Take a message, for good", {200: "Taken"}, IN_PAIRING)
    end = _operation("Forget a pairing", {204: ""}, ("foreign_origin", "pairing_unknown", "too_many_requests"))
    return {
        first: {"post": create},
        f"{first}/{{vault}}": {"parameters": [_VAULT], "get": look, "delete": remove},
        f"{second}/{{vault}}": {"parameters": [_OWN_VAULT], "get": look, "put": establish, "delete": remove},
        **_in_vault(first, _VAULT),
        **_in_vault(second, _OWN_VAULT),
        pairings: {"post": begin},
        f"{pairings}/{{pairing}}": {"parameters": [_PAIRING], "delete": end},
        f"{pairings}/{{pairing}}/messages/{{number}}": {
            "parameters": [_PAIRING, _NUMBER],
            "put": leave,
            "delete": take,
        },
        "/healthz": {"get": _operation("Say whether the database answers", {200: "Health"}, ())},
    }


def _in_vault(vaults: str, named: Json) -> Json:
    push = _operation("Apply a batch", {200: "Position"}, _PUSH, body="Batch", inside=True)
    pull = _operation("Return changes", {200: "Page"}, _PULL, inside=True) | {"parameters": _query()}
    return {
        f"{vaults}/{{vault}}/batch": {"parameters": [named], "post": push},
        f"{vaults}/{{vault}}/changes": {"parameters": [named], "get": pull},
    }


_CREATE = (
    *WITH_BODY,
    "foreign_origin",
    "vault_exists",
    "vault_gone",
    "creations_closed",
    "too_many_vaults",
    "server_full",
)
_ESTABLISH = (
    *WITH_BODY,
    "foreign_origin",
    "unauthorized",
    "vault_gone",
    "code_needed",
    "code_wrong",
    "creations_closed",
    "too_many_vaults",
    "server_full",
)
_PUSH = (
    *WITH_BODY,
    *IN_VAULT,
    "epoch_changed",
    "batch_too_long",
    "blob_too_large",
    "too_much_sent",
    "vault_full",
    "server_full",
)
_PULL = (*IN_VAULT, "bad_request", "cursor_ahead")
_MODELS = (Batch, Health, Holding, JoinCode, Message, NewPairing, NewVault, Opened, Page, Position, Taken, Trouble)
_ID = {"in": "path", "required": True, "schema": {"type": "string", "pattern": OCTETS_16}}
_VAULT = {"name": "vault", **_ID}
_PAIRING = {"name": "pairing", **_ID}
_NUMBER = {
    "name": "number",
    "in": "path",
    "required": True,
    "schema": {"type": "integer", "minimum": 1, "maximum": MESSAGES},
}
_OWN_VAULT = _VAULT | {"schema": {"type": "string", "pattern": OCTETS_15}}


def _operation(
    summary: str, answers: dict[int, str], codes: tuple[str, ...], body: str = "", inside: bool = False
) -> Json:
    operation: Json = {"summary": summary, "responses": _responses(answers, (*codes, *EVERYWHERE))}
    if body:
        operation["requestBody"] = {"required": True, "content": _content(body)}
    if inside:
        operation["security"] = [{"secret": []}]
    return operation


def _responses(answers: dict[int, str], codes: tuple[str, ...]) -> Json:
    good = {str(status): {"description": "Done"} | _returns(schema) for status, schema in answers.items()}
    by_status: dict[str, list[str]] = {}
    for code in codes:
        by_status.setdefault(str(ERRORS[code][0]), []).append(code)
    bad = {status: {"description": ", ".join(names)} | _returns("Trouble") for status, names in by_status.items()}
    return good | bad


def _returns(schema: str) -> Json:
    return {"content": _content(schema)} if schema else {}


def _content(schema: str) -> Json:
    return {"application/json": {"schema": {"$ref": SCHEMAS + schema}}}


def _query() -> list[Json]:
    properties = Span.model_json_schema()["properties"]
    return [{"name": name, "in": "query", "schema": schema} for name, schema in properties.items()]
