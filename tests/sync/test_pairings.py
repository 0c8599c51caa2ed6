"""Where two devices meet: four messages, each taken once, for two minutes, and the server can make nothing of them."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import httpx2
import pytest
from starlette.testclient import TestClient

from interview_exit.sync import service
from interview_exit.sync.pairings import LIFE_SECONDS
from tests.sync.conftest import Serve
from tests.sync.device import JSON, code, sealed, some_id
from tests.sync.server import serving
from tests.sync.test_database import gone, local, on_disk

PAIRINGS = "/api/v1/pairings"
Later = Callable[[int], None]


class Meeting:
    """One pairing, as either device sees it."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client, self.id = client, some_id()
        self.path = f"{PAIRINGS}/{self.id}"

    def begin(self, **headers: str) -> httpx2.Response:
        return self.client.post(PAIRINGS, json={"id": self.id}, headers=headers)

    def leave(self, number: int | str, body: object = "AAAA") -> httpx2.Response:
        return self.client.put(f"{self.path}/messages/{number}", json={"body": body})

    def take(self, number: int | str) -> httpx2.Response:
        return self.client.delete(f"{self.path}/messages/{number}")

    def end(self) -> httpx2.Response:
        return self.client.delete(self.path)


@pytest.fixture
def meeting(client: TestClient) -> Meeting:
    """A pairing that has just begun."""
    meeting = Meeting(client)
    assert meeting.begin().json() == {"seconds": LIFE_SECONDS}
    return meeting


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let seconds pass."""
    return lambda seconds: monkeypatch.setattr(service, "time", lambda: time.time() + seconds)


def test_four_messages_pass_and_nothing_is_left(meeting: Meeting) -> None:
    for number in (1, 2, 3, 4):
        assert meeting.take(number).json() == {"body": None}
        body = sealed(256)
        assert 0 < meeting.leave(number, body).json()["seconds"] <= LIFE_SECONDS
        answer = meeting.take(number)
        assert (answer.status_code, answer.json()) == (200, {"body": body})
        assert answer.headers["cache-control"] == "no-store"
    for answer in (meeting.take(4), meeting.leave(1)):
        assert code(answer) == (404, "pairing_unknown")


def test_nobody_reads_a_second_time(meeting: Meeting) -> None:
    meeting.leave(1)
    meeting.take(1)
    assert code(meeting.take(1)) == (409, "pairing_used")
    meeting.leave(2)
    assert code(meeting.take(1)) == (409, "pairing_used")


def test_second_device_that_read_the_code_comes_too_late(meeting: Meeting) -> None:
    first, second = sealed(), sealed()
    assert meeting.leave(1, first).status_code == 200
    assert code(meeting.leave(1, second)) == (409, "pairing_used")
    assert meeting.take(1).json() == {"body": first}
    assert code(meeting.leave(1, second)) == (409, "pairing_used")


def test_messages_come_in_their_order(meeting: Meeting) -> None:
    assert code(meeting.leave(2)) == (409, "pairing_used")
    meeting.leave(1)
    assert code(meeting.leave(2)) == (409, "pairing_used")
    meeting.take(1)
    assert meeting.leave(2).status_code == 200


def test_leaving_and_beginning_may_be_repeated(meeting: Meeting) -> None:
    body = sealed()
    assert [meeting.leave(1, body).status_code for _ in range(2)] == [200, 200]
    assert meeting.begin().json()["seconds"] in range(LIFE_SECONDS - 5, LIFE_SECONDS + 1)
    assert meeting.take(1).json() == {"body": body}


def test_code_is_good_for_two_minutes_and_who_read_it_has_two_more(meeting: Meeting, later: Later) -> None:
    later(LIFE_SECONDS - 5)
    assert meeting.leave(1).json() == {"seconds": LIFE_SECONDS}
    later(2 * LIFE_SECONDS - 10)
    assert meeting.take(1).status_code == 200
    later(2 * LIFE_SECONDS)
    for answer in (meeting.leave(2), meeting.take(2)):
        assert code(answer) == (404, "pairing_unknown")


def test_unread_code_is_void_after_two_minutes(meeting: Meeting, later: Later) -> None:
    later(LIFE_SECONDS + 1)
    assert code(meeting.leave(1)) == (404, "pairing_unknown")


def test_what_is_over_leaves_the_disk_by_itself(tmp_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.pairings, "LIFE_SECONDS", 0)
    with local(tmp_url) as client:
        meeting = Meeting(client)
        meeting.begin()
        assert meeting.id.encode() in on_disk(tmp_url)
        assert gone(tmp_url, meeting.id.encode())


def test_what_was_taken_leaves_the_disk(tmp_url: str) -> None:
    with local(tmp_url) as client:
        meeting = Meeting(client)
        meeting.begin()
        body = sealed(200)
        meeting.leave(1, body)
        with closing(sqlite3.connect(tmp_url.removeprefix("sqlite:///"))) as database:
            (held,) = database.execute("SELECT body FROM pairing").fetchone()
        assert held in on_disk(tmp_url)
        meeting.take(1)
        assert gone(tmp_url, held)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_either_device_may_end_it(meeting: Meeting, step: int) -> None:
    for number in range(1, step + 1):
        meeting.leave(number)
        meeting.take(number)
    assert meeting.end().status_code == 204
    for answer in (meeting.end(), meeting.take(step + 1)):
        assert code(answer) == (404, "pairing_unknown")


def test_of_many_at_once_one_gets_it(url: str) -> None:
    """Whichever process they ask: of those who scan a code the first takes part, and a message is taken once."""
    with serving(url, workers=2) as server, ThreadPoolExecutor(6) as many:
        clients = [server.client() for _ in range(6)]
        for _ in range(8):
            meetings = [Meeting(client) for client in clients]
            for each in meetings:
                each.path = meetings[0].path
            meetings[0].begin()
            left = list(many.map(lambda meeting: meeting.leave(1, sealed()).status_code, meetings))
            taken = list(many.map(lambda meeting: meeting.take(1).status_code, meetings))
            assert (sorted(left), sorted(taken)) == ([200] + 5 * [409], [200] + 5 * [409])
        for client in clients:
            client.close()


def test_pairings_are_limited_per_address(serve: Serve) -> None:
    client = serve(pairings_per_hour=1, proxies=frozenset({"testclient"}))
    assert Meeting(client).begin(**{"x-forwarded-for": "192.0.2.1"}).status_code == 200
    refused = Meeting(client).begin(**{"x-forwarded-for": "192.0.2.1"})
    assert code(refused) == (429, "too_many_pairings")
    assert int(refused.headers["retry-after"]) > 0
    assert Meeting(client).begin(**{"x-forwarded-for": "192.0.2.2"}).status_code == 200


def test_pairings_are_limited_in_all_and_room_comes_back(serve: Serve, later: Later) -> None:
    later(10 * LIFE_SECONDS)
    client = serve(pairings=1)
    meeting = Meeting(client)
    assert meeting.begin().status_code == 200
    refused = Meeting(client).begin()
    assert code(refused) == (429, "too_many_pairings")
    assert int(refused.headers["retry-after"]) <= LIFE_SECONDS
    assert meeting.begin().status_code == 200
    meeting.end()
    assert Meeting(client).begin().status_code == 200
    later(12 * LIFE_SECONDS)
    assert Meeting(client).begin().status_code == 200


def test_pairing_that_asks_too_often_must_wait(serve: Serve) -> None:
    meeting = Meeting(serve(pairing_requests_per_minute=2))
    meeting.begin()
    answers = [meeting.take(1) for _ in range(3)]
    assert [answer.status_code for answer in answers[:2]] == [200, 200]
    assert code(answers[2]) == (429, "too_many_requests")
    assert int(answers[2].headers["retry-after"]) > 0


def test_pages_of_other_sites_are_refused(meeting: Meeting) -> None:
    meeting.client.headers["sec-fetch-site"] = "cross-site"
    for answer in (meeting.begin(), meeting.leave(1), meeting.take(1), meeting.end()):
        assert code(answer) == (403, "foreign_origin")


@pytest.mark.parametrize("body", ["", "A", "AB", "A+A/", "AAA\n", 7, None, ["AA"], sealed(257)])
def test_bad_messages_are_refused(meeting: Meeting, body: object) -> None:
    assert code(meeting.leave(1, body)) == (422, "bad_request")


@pytest.mark.parametrize("number", ["0", "5", "x", "01", "%D9%A1", "1.0", "-1"])
def test_there_is_no_fifth_message(meeting: Meeting, number: str) -> None:
    for answer in (meeting.leave(number), meeting.take(number)):
        assert code(answer) == (404, "not_found")


@pytest.mark.parametrize("pairing", ["x", "A" * 23, "%00", "A" * 21 + "B"])
def test_impossible_pairing_is_an_unknown_one(client: TestClient, pairing: str) -> None:
    path = f"{PAIRINGS}/{pairing}"
    for answer in (client.delete(path), client.delete(f"{path}/messages/1")):
        assert code(answer) == (404, "pairing_unknown")
    assert code(client.put(f"{path}/messages/1", content=b"{")) == (404, "pairing_unknown")


def test_body_is_small_and_exactly_as_described(client: TestClient, meeting: Meeting) -> None:
    large = b'{"id": "' + b"A" * 1100 + b'"}'
    assert code(client.post(PAIRINGS, content=large, headers=JSON)) == (413, "body_too_large")
    assert code(client.post(PAIRINGS, json={"id": some_id(), "vault": "x"})) == (422, "bad_request")
    assert code(client.put(f"{meeting.path}/messages/1", content=b"{", headers=JSON)) == (400, "bad_json")
    assert code(client.put(f"{meeting.path}/messages/1", content=b"AAAA")) == (415, "unsupported_type")
