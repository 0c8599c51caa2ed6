"""The OpenAPI document tells the truth, and nothing that is made from it brings the server down."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import checks
from starlette.testclient import TestClient

from interview_exit.sync import openapi
from interview_exit.sync.errors import ERRORS
from tests.sync.device import Device
from tests.sync.server import Server, serving

SCHEMA = schemathesis.openapi.from_dict(openapi.document())
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.unsupported_method,
]
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
LIMITS = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=SLOW)


@pytest.fixture(scope="module")
def server(url: str) -> Iterator[Server]:
    """A real server."""
    with serving(url) as server:
        yield server


@pytest.fixture(scope="module")
def owner(server: Server) -> Iterator[Device]:
    """A device whose vault is aimed at."""
    with server.client() as client:
        device = Device(client)
        device.create()
        yield device


@SCHEMA.parametrize()
@LIMITS
def test_any_request_of_a_stranger_gets_a_documented_answer(case: schemathesis.Case, server: Server) -> None:
    answer = case.call(base_url=server.url)
    # 413 is a rejection too, but not by its list.
    rejection = [] if answer.status_code == 413 else [checks.negative_data_rejection]
    case.validate_response(answer, checks=[*CHECKS, *rejection])


@SCHEMA.include(path_regex="{vault}", method=["GET", "POST"]).parametrize()
@LIMITS
def test_any_request_of_the_owner_gets_a_documented_answer(
    case: schemathesis.Case, server: Server, owner: Device
) -> None:
    case.path_parameters["vault"] = owner.vault
    case.headers["authorization"] = owner.auth["authorization"]
    case.validate_response(case.call(base_url=server.url), checks=CHECKS)


def test_every_error_of_the_table_is_announced_somewhere() -> None:
    operations = [operation for path in openapi.document()["paths"].values() for operation in path.values()]
    told = {
        code
        for operation in operations
        if "responses" in operation
        for answer in operation["responses"].values()
        for code in answer["description"].split(", ")
    }
    assert told >= set(ERRORS) - {"not_found", "method_not_allowed"}


def test_document_is_served(client: TestClient) -> None:
    assert client.get("/api/v1/openapi.json").json() == openapi.document()
