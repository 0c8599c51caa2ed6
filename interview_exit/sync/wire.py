"""What travels: the bodies a client sends and gets, checked to the letter before anything is done with them."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from binascii import a2b_base64
from typing import Annotated, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from interview_exit.settings import JOIN_CODE_LENGTHS
from interview_exit.sync.errors import Refused

BATCH_ITEMS: Final = 200
BATCH_BYTES: Final = 1024 * 1024
BLOB_BYTES: Final = 64 * 1024
VAULT_BODY_BYTES: Final = 1024
PAIRING_BODY_BYTES: Final = 1024
MESSAGE_BYTES: Final = 256
SAMPLE_BYTES: Final = 64
PAGE_ITEMS: Final = 1000
# Twice and more what the longest batch has: whatever has more is too long, whatever else it may be.
BODY_PARTS: Final = 10 * BATCH_ITEMS
LARGEST: Final = 2**63 - 1

# The last character is narrowed too, so that there is exactly one spelling of the same bytes.
OCTETS_15: Final = r"^[A-Za-z0-9_-]{20}$"
OCTETS_16: Final = r"^[A-Za-z0-9_-]{21}[AQgw]$"
OCTETS_32: Final = r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"
OCTETS_ANY: Final = r"^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{4}|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]|[A-Za-z0-9_-][AQgw])$"

_STANDARD: Final = bytes.maketrans(b"-_", b"+/")

UNKNOWN_FIELD: Final = "unknown field: Extra inputs are not permitted"

Id = Annotated[str, Field(pattern=OCTETS_16, description="16 bytes in base64url without padding")]
Octets32 = Annotated[str, Field(pattern=OCTETS_32, description="32 bytes in base64url without padding")]
Blob = Annotated[
    str,
    Field(pattern=OCTETS_ANY, max_length=-(-BLOB_BYTES * 4 // 3), description="1 to 65,536 bytes, the same way"),
]
Number = Annotated[int, Field(ge=0, le=LARGEST)]
Note = Annotated[
    str,
    Field(pattern=OCTETS_ANY, max_length=-(-MESSAGE_BYTES * 4 // 3), description="1 to 256 bytes, the same way"),
]


class Wire(BaseModel):
    """Exactly these fields, of exactly these types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NewVault(Wire):
    """A vault to create."""

    id: Id
    auth_hash: Octets32 = Field(description="SHA-256 of the 32 bytes of the secret")


class JoinCode(Wire):
    """What a server that asks for a code wants to know before it takes a new vault."""

    code: str = Field(default="", max_length=JOIN_CODE_LENGTHS[-1], description="empty as long as there is none")


class Put(Wire):
    """A sealed record to keep."""

    id: Id
    blob: Blob


class Erase(Wire):
    """A record to erase for ever."""

    id: Id
    tag: Id = Field(description="16 bytes that prove to other devices who asked")


class Batch(Wire):
    """Changes to apply all or none: 1 to 200 items, no id twice."""

    epoch: Id | None = Field(default=None, description="the epoch this device knows; refused when it is an old one")
    puts: list[Put] = Field(default=[], max_length=BATCH_ITEMS)
    erases: list[Erase] = Field(default=[], max_length=BATCH_ITEMS)


class Span(Wire):
    """Which changes to return."""

    after: Number = Field(default=0, description="the cursor of the last answer; 0 at first")
    limit: int = Field(default=PAGE_ITEMS, ge=1, le=PAGE_ITEMS, description="at most so many; there may be fewer")


class Position(Wire):
    """Where a vault stands."""

    seq: Number
    epoch: Id


class Live(Wire):
    """A record as it was put."""

    id: Id
    seq: Number
    blob: Blob


class Erased(Wire):
    """What is left of an erased record."""

    id: Id
    seq: Number
    tag: Id


class Policy(Wire):
    """What the server does with what nobody uses."""

    retention_months: Number = Field(default=0, description="it deletes a vault that was unused for so long; 0: never")


class Page(Policy):
    """Changes in the order they were made."""

    items: list[Live | Erased]
    cursor: Number = Field(description="what to send as `after` next time")
    more: bool = Field(description="whether to ask again at once")
    epoch: Id


class Holding(Position, Policy):
    """All that is kept of a vault."""

    live: Number
    erased: Number
    bytes: Number = Field(description="of all blobs together")
    sample: str = Field(
        max_length=-(-SAMPLE_BYTES * 4 // 3),
        description="the first 64 bytes of the newest live record; empty without one",
    )


class Health(BaseModel):
    """What a server that can do its work says about itself."""

    status: Literal["ok"] = "ok"
    version: str = Field(description="of the app, for people; clients need not look at it")


class NewPairing(Wire):
    """A place for the messages of two devices, to open."""

    id: Id


class Opened(Wire):
    """How long a pairing still lives."""

    seconds: Number


class Message(Wire):
    """What one device of a pairing leaves for the other."""

    body: Note


class Taken(Wire):
    """What was waiting; null when nothing is there yet."""

    body: Note | None


class Trouble(BaseModel):
    """Any answer but a success; `code` is one of the documented table."""

    code: str
    detail: str
    epoch: Id | None = None


Body = TypeVar("Body", bound=Wire)


def parse(model: type[Body], body: bytes) -> Body:
    """Return a JSON body as the model.

    What refuses a body must not cost more than taking a good one, or refusals are the way to stop the server. So parts
    are counted before anything is made of them, and fields before they are looked into: pydantic gathers every error
    there is, and a hundred thousand of them took half a second.

    Raises:
        Refused: If it is no JSON or not of that form.
    """
    if body.count(b",") + body.count(b"[") + body.count(b"{") > BODY_PARTS:
        raise Refused("batch_too_long")
    try:
        value = from_json(body, allow_inf_nan=False, cache_strings="none")
    except ValueError:
        raise Refused("bad_json") from None
    if isinstance(value, dict) and not value.keys() <= model.model_fields.keys():
        raise Refused("bad_request", UNKNOWN_FIELD)
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise _refusal(error) from None


def parse_batch(body: bytes) -> Batch:
    """Return a batch.

    Raises:
        Refused: If it is malformed, empty, too long or names an id twice.
    """
    batch = parse(Batch, body)
    ids = [item.id for item in (*batch.puts, *batch.erases)]
    if not ids:
        raise Refused("bad_request", "The batch is empty.")
    if len(ids) > BATCH_ITEMS:
        raise Refused("batch_too_long")
    if len(set(ids)) < len(ids):
        raise Refused("bad_request", "The batch names an id twice.")
    return batch


def parse_span(query: list[tuple[str, str]]) -> Span:
    """Return the query of a pull.

    Raises:
        Refused: If a parameter is unknown, given twice or no number in range.
    """
    values = dict(query)
    if len(values) < len(query):
        raise Refused("bad_request", "A parameter is given twice.")
    try:
        return Span.model_validate({name: _number(value) for name, value in values.items()})
    except ValidationError as error:
        raise _refusal(error) from None


def octets(text: str) -> bytes:
    """Return the bytes that a checked base64url text stands for."""
    # Half the time of urlsafe_b64decode(), which checks again what the pattern has; spare padding is ignored.
    return a2b_base64(text.encode().translate(_STANDARD) + b"==")


def text(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _number(value: str) -> int | str:
    # int() alone would also take "+1", "1_000" and digits of other scripts.
    return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else value


def _refusal(error: ValidationError) -> Refused:
    # Never the input itself: an answer may end up in somebody's log.
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = first["loc"][-1] if first["loc"] else ""
    if first["type"] == "json_invalid":
        return Refused("bad_json")
    if first["type"] == "too_long":
        return Refused("batch_too_long")
    if first["type"] == "string_too_long" and field == "blob":
        return Refused("blob_too_large")
    place = ".".join(str(part) for part in first["loc"]) if first["type"] != "extra_forbidden" else "unknown field"
    return Refused("bad_request", f"{place}: {first['msg']}")
