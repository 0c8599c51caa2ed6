"""Every refusal a client can meet: one exception, one table.

An answer that is not a success is `{"code": ..., "detail": ...}`. `code` never changes its meaning and is what a
program acts on; `detail` is for people and may change. `epoch_changed` and `cursor_ahead` also carry the vault's
current `epoch`; an answer with a `Retry-After` header says after how many seconds to try again.

| code                   | status | when, and what a client does                                                     |
|------------------------|--------|----------------------------------------------------------------------------------|
| `bad_json`             | 400    | the body is not JSON, or ended early                                             |
| `unauthorized`         | 401    | no or malformed `Authorization`, or not this vault's secret                      |
| `code_needed`          | 403    | this server takes a new vault with a join code only: ask for it, then try again  |
| `code_wrong`           | 403    | that is not the join code: ask again                                             |
| `creations_closed`     | 403    | this server takes no new vaults, or none from a client that can't send a code    |
| `foreign_origin`       | 403    | a browser sent it for a page of another site: no client of ours meets this       |
| `not_found`            | 404    | no such address                                                                  |
| `vault_unknown`        | 404    | no such vault: create it, then push everything                                   |
| `pairing_unknown`      | 404    | no such pairing, or not any more: show a new code                                |
| `method_not_allowed`   | 405    | the address exists, but not for this method; see `Allow`                         |
| `body_timeout`         | 408    | the body came too slowly                                                         |
| `vault_exists`         | 409    | created before, with another secret                                              |
| `epoch_changed`        | 409    | the server lost changes (a restored backup): pull from 0, push everything        |
| `cursor_ahead`         | 409    | `after` lies beyond the vault's last change: do the same                         |
| `pairing_used`         | 409    | this message has been left or taken already, or is not the next: show a new code |
| `vault_gone`           | 410    | deleted by one of its devices, for ever                                          |
| `body_too_large`       | 413    | more than 1 MiB, or 1 KiB for a vault or a pairing                               |
| `batch_too_long`       | 413    | more than 200 items                                                              |
| `blob_too_large`       | 413    | a blob of more than 64 KiB                                                       |
| `unsupported_type`     | 415    | the body is not declared as `application/json`, or is compressed                 |
| `bad_request`          | 422    | JSON, but not what this address takes; `detail` says where                       |
| `too_many_requests`    | 429    | this vault or pairing asks too often: wait                                       |
| `too_many_vaults`      | 429    | too many vaults created, or codes tried, from this network: wait                 |
| `too_much_sent`        | 429    | too many bytes pushed from this network: wait                                    |
| `too_many_pairings`    | 429    | too many pairings begun from this network, or in all: wait                       |
| `internal`             | 500    | a fault of the server's: try again later                                         |
| `busy`                 | 503    | the database is locked by other work: try again                                  |
| `database_unavailable` | 503    | the database does not answer: try again later                                    |
| `vault_full`           | 507    | the vault's quota of records or bytes is used up: erase something                |
| `server_full`          | 507    | the server's room for all vaults is used up; erasures are still taken            |
"""

import json

from starlette.responses import Response

ERRORS: dict[str, tuple[int, str]] = {
    "bad_json": (400, "The body is not complete JSON."),
    "unauthorized": (401, "Send the vault's secret as 'Authorization: Bearer <secret>'."),
    "code_needed": (403, "This server takes a new vault with a join code only."),
    "code_wrong": (403, "That is not the join code."),
    "creations_closed": (403, "This server takes no new vaults, or none without a join code."),
    "foreign_origin": (403, "A page of another site may not ask."),
    "not_found": (404, "There is nothing at this address."),
    "vault_unknown": (404, "There is no such vault."),
    "pairing_unknown": (404, "There is no such pairing, or not any more."),
    "method_not_allowed": (405, "This address does not take this method."),
    "body_timeout": (408, "The body came too slowly."),
    "vault_exists": (409, "This vault was created with another secret."),
    "epoch_changed": (409, "The server lost changes: pull from 0 and push everything."),
    "cursor_ahead": (409, "The cursor lies beyond the vault's last change: pull from 0 and push everything."),
    "pairing_used": (409, "This message has been left or taken already, or is not the next."),
    "vault_gone": (410, "This vault was deleted."),
    "body_too_large": (413, "The body is too large."),
    "batch_too_long": (413, "A batch takes at most 200 items."),
    "blob_too_large": (413, "A blob takes at most 64 KiB."),
    "unsupported_type": (415, "Send the body as uncompressed application/json."),
    "bad_request": (422, "The request is not of the documented form."),
    "too_many_requests": (429, "Too many requests: wait."),
    "too_many_vaults": (429, "Too many vaults created, or codes tried, from this network: wait."),
    "too_much_sent": (429, "Too many bytes pushed from this network: wait."),
    "too_many_pairings": (429, "Too many pairings: wait."),
    "internal": (500, "The server met a fault of its own."),
    "busy": (503, "The database is busy: try again."),
    "database_unavailable": (503, "The database does not answer."),
    "vault_full": (507, "The vault's quota is used up."),
    "server_full": (507, "The server's room is used up."),
}
CHALLENGE = {"unauthorized": {"www-authenticate": "Bearer"}}
RETRY_SECONDS = {"busy": 1, "database_unavailable": 10}


class Refused(Exception):  # noqa: N818 - an answer, and no error of ours
    """A request that gets no success; it carries the whole answer."""

    def __init__(self, code: str, detail: str = "", *, epoch: str = "", retry: int = 0, allow: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.status, usual = ERRORS[code]
        self.body = {"code": code, "detail": detail or usual} | ({"epoch": epoch} if epoch else {})
        self.retry = retry or RETRY_SECONDS.get(code, 0)
        self.allow = allow

    def response(self) -> Response:
        """Return the answer."""
        headers = dict(CHALLENGE.get(self.code, {}))
        if self.retry:
            headers["retry-after"] = str(self.retry)
        if self.allow:
            headers["allow"] = self.allow
        return Response(json.dumps(self.body), self.status, headers, "application/json")
