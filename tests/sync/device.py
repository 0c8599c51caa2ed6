"""A client of the protocol, as small as it can be: what tests speak to the server with."""

import hashlib
import secrets
from collections.abc import Sequence
from typing import Any

import httpx2

from interview_exit.sync.ownership import id_of
from interview_exit.sync.wire import text

Items = Sequence[dict[str, str]]
JSON = {"content-type": "application/json"}


def some_id() -> str:
    """Return a fresh id, tag or epoch."""
    return text(secrets.token_bytes(16))


def sealed(size: int = 64) -> str:
    """Return something that looks like a sealed record."""
    return text(secrets.token_bytes(size))


def put(record: str = "", blob: str = "") -> dict[str, str]:
    """Return a record to put."""
    return {"id": record or some_id(), "blob": blob or sealed()}


def erase(record: str, tag: str = "") -> dict[str, str]:
    """Return an erasure."""
    return {"id": record, "tag": tag or some_id()}


class Device:
    """One device of one vault, which is new unless another device's is given."""

    def __init__(self, client: httpx2.Client, other: "Device | None" = None) -> None:
        self.client = client
        self.vault = other.vault if other else some_id()
        self.secret = other.secret if other else secrets.token_bytes(32)
        self.path = f"/api/v1/vaults/{self.vault}"

    @property
    def auth(self) -> dict[str, str]:
        return {"authorization": f"Bearer {text(self.secret)}"}

    @property
    def auth_hash(self) -> str:
        return text(hashlib.sha256(self.secret).digest())

    def create(self, **headers: str) -> httpx2.Response:
        body = {"id": self.vault, "auth_hash": self.auth_hash}
        return self.client.post("/api/v1/vaults", json=body, headers=headers)

    def establish(self) -> httpx2.Response:
        return self.client.put(self.path, headers=self.auth)

    def push(self, *, puts: Items = (), erases: Items = (), epoch: str = "") -> httpx2.Response:
        body = {"puts": list(puts), "erases": list(erases)} | ({"epoch": epoch} if epoch else {})
        return self.client.post(f"{self.path}/batch", json=body, headers=self.auth)

    def push_raw(self, body: bytes | str, **headers: str) -> httpx2.Response:
        return self.client.post(f"{self.path}/batch", content=body, headers=self.auth | JSON | headers)

    def changes(self, after: int = 0, limit: int | None = None) -> httpx2.Response:
        query = {"after": after} | ({} if limit is None else {"limit": limit})
        return self.client.get(f"{self.path}/changes", params=query, headers=self.auth)

    def holding(self) -> httpx2.Response:
        return self.client.get(self.path, headers=self.auth)

    def everything(self, limit: int | None = None) -> list[dict[str, Any]]:
        """Pull until there is no more."""
        items, cursor, more = [], 0, True
        while more:
            page = self.changes(cursor, limit).json()
            items, cursor, more = items + page["items"], page["cursor"], page["more"]
        return items

    def remove(self) -> httpx2.Response:
        return self.client.delete(self.path, headers=self.auth)


class Owner(Device):
    """A device of version 2, whose vault's id follows from its secret."""

    def __init__(self, client: httpx2.Client, other: "Device | None" = None) -> None:
        super().__init__(client, other)
        self.vault = id_of(hashlib.sha256(self.secret).digest())
        self.path = f"/api/v2/vaults/{self.vault}"


def code(answer: httpx2.Response) -> tuple[int, str]:
    """Return an error's status and code, and check that it is of the documented form."""
    body = answer.json()
    assert set(body) - {"epoch"} == {"code", "detail"}, body
    assert answer.headers["content-type"] == "application/json"
    return answer.status_code, body["code"]
