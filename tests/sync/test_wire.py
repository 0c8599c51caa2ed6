"""Base64url in exactly one spelling, and models that take nothing else."""

import json
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from interview_exit.sync.errors import Refused
from interview_exit.sync.wire import BLOB_BYTES, Blob, Id, Octets32, octets, parse_batch, parse_span, text
from tests.sync.device import some_id


@given(st.binary(min_size=1, max_size=200))
def test_every_blob_comes_back_the_same(data: bytes) -> None:
    assert octets(TypeAdapter(Blob).validate_python(text(data))) == data


@given(st.text(alphabet="ABCQgwE_-4", min_size=1, max_size=12))
def test_bytes_have_one_spelling(spelling: str) -> None:
    try:
        TypeAdapter(Blob).validate_python(spelling)
    except ValidationError:
        return
    assert text(octets(spelling)) == spelling


@given(st.binary(max_size=40))
def test_ids_have_sixteen_bytes(data: bytes) -> None:
    assert fits(TypeAdapter(Id), text(data)) is (len(data) == 16)


@given(st.binary(max_size=40))
def test_hashes_have_thirty_two_bytes(data: bytes) -> None:
    assert fits(TypeAdapter(Octets32), text(data)) is (len(data) == 32)


def test_largest_blob_fits_exactly() -> None:
    assert len(octets(TypeAdapter(Blob).validate_python(text(bytes(BLOB_BYTES))))) == BLOB_BYTES
    with pytest.raises(ValidationError):
        TypeAdapter(Blob).validate_python(text(bytes(BLOB_BYTES + 1)))


def test_spelling_is_base64url_without_padding() -> None:
    assert text(b"\xfb\xff") == urlsafe_b64encode(b"\xfb\xff").decode().rstrip("=") == "-_8"


def test_batch_of_one_list_alone() -> None:
    batch = parse_batch(json.dumps({"erases": [{"id": some_id(), "tag": some_id()}]}).encode())
    assert (len(batch.puts), len(batch.erases), batch.epoch) == (0, 1, None)


def test_span_has_defaults() -> None:
    assert parse_span([]).model_dump() == {"after": 0, "limit": 1000}


@given(st.lists(st.tuples(st.sampled_from(["after", "limit", "x"]), st.text(max_size=12)), max_size=3))
def test_any_query_is_parsed_or_refused(query: list[tuple[str, str]]) -> None:
    try:
        span = parse_span(query)
    except Refused:
        return
    assert span.after >= 0
    assert 1 <= span.limit <= 1000


def fits(adapter: TypeAdapter[str], value: str) -> bool:
    """Return whether a value is of a type."""
    try:
        return adapter.validate_python(value) == value
    except ValidationError:
        return False
