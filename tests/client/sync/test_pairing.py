"""Adding a device by a code, with another client, a hostile server, a stranger: who has not compared gets nothing."""

import json
import secrets
from typing import Any, Self

import pytest
from playwright.sync_api import Page

from interview_exit import routes
from tests.client.line import Answer, Asked, Deliver, Line, refusal, straight
from tests.client.synced_tab import NewDevice, SyncedTab, interview, meet
from tests.support.pairing import Pair, fits, giver, joiner, scanned
from tests.support.sealing import raw, text

START = """async () => {
  document.body.dataset.screen = 'vault';
  globalThis.pairing = await import('/client/sync/pairing.js');
  globalThis.told = (key) => pairing.state.get(key);
  pairing.start();
  // As assisting technology does it: two presses that no finger has made.
  globalThis.holds = (name) => {
    const button = document.createElement('button');
    button.dataset.hold = name;
    document.body.append(button);
    button.click();
    button.click();
    button.remove();
  };
}"""
JSON = {"content-type": "application/json"}


class Screen:
    """What a person sees and does on one device while another is added."""

    def __init__(self, tab: SyncedTab) -> None:
        self.tab, self.page = tab, tab.page
        self.page.evaluate(START)

    def shows_code(self) -> str:
        """Hold the button for a code, and return the link in it."""
        self.page.evaluate("holds('code')")
        self.tab.until("told('code')")
        code = self.told("code")
        return scanned(code["box"], code["path"])

    def scans(self, link: str) -> Self:
        self.page.evaluate("(hash) => { location.hash = hash }", link.partition("#")[2])
        return self

    def types(self, number: str) -> Self:
        self.is_at("type")
        self.page.evaluate("(number) => (pairing.typeNumber(number), pairing.proveNumber())", number)
        return self

    def lets_in(self) -> Self:
        self.is_at("ask")
        self.page.evaluate("holds('allow')")
        return self

    def is_at(self, step: str) -> Self:
        self.tab.until(f"told('step') === '{step}'")
        return self

    def fails(self, step: str, fault: str) -> None:
        self.is_at(step)
        assert (self.told("fault"), self.told("number"), self.told("code")) == (fault, "", None)

    def number(self) -> str:
        self.is_at("number")
        return self.told("number")

    def told(self, key: str) -> Any:  # noqa: ANN401, whatever the key holds
        return self.page.evaluate("(key) => told(key)", key)


class Client:
    """Another client's device, or somebody who has read the protocol."""

    def __init__(self, line: Line, keys: Pair) -> None:
        self._line, self.keys = line, keys
        self.path = f"/api/v1/pairings/{text(keys.pairing)}"

    def begins(self) -> Self:
        self._ask("POST", "/api/v1/pairings", {"id": text(self.keys.pairing)})
        return self

    def leaves(self, number: int, body: bytes) -> Answer:
        return self._ask("PUT", f"{self.path}/messages/{number}", {"body": text(body)})

    def takes(self, page: Page, number: int) -> bytes:
        """Ask until the message is there; the page's own requests pass meanwhile."""
        for _ in range(100):
            body = self._ask("DELETE", f"{self.path}/messages/{number}").json()["body"]
            if body is not None:
                return raw(body)
            page.wait_for_timeout(100)
        raise AssertionError(f"no message {number}")

    def _ask(self, method: str, path: str, body: object = None) -> Answer:
        return self._line.deliver(Asked(method, path, JSON if body else {}, json.dumps(body).encode() if body else b""))


@pytest.fixture
def gives(first: SyncedTab) -> Screen:
    """The device that has a history."""
    return Screen(first)


@pytest.fixture
def joins(device: NewDevice) -> Screen:
    """Another one, with a history of its own."""
    tab = device()
    tab.write(*interview())
    return Screen(tab)


def messages(line: Line) -> list[str]:
    """Return which messages were left, in order."""
    return [asked.path.rpartition("/")[2] for asked in line.log if asked.method == "PUT" and "/messages/" in asked.path]


def has_joined_nothing(screen: Screen) -> None:
    assert screen.tab.rows("meta", key="vault") == []


def test_a_device_is_added_by_a_code_and_a_number(gives: Screen, joins: Screen, line: Line) -> None:
    link = gives.shows_code()
    assert link.startswith(f"{gives.page.evaluate('location.origin')}{routes.DEVICES}/#")
    joins.scans(link)
    number = gives.number()
    assert "#" not in joins.page.url
    assert joins.told("number") == ""
    joins.types(f" {number[:3]} {number[3:]}").is_at("wait")
    assert joins.told("number") == number
    gives.is_at("ask")
    assert (gives.told("number"), messages(line)) == (number, ["1", "2", "3"])
    gives.lets_in().is_at("given")
    joins.is_at("")
    joins.tab.entropy = gives.tab.entropy
    meet(gives.tab, joins.tab)
    assert len(joins.tab.rows(k="iv")) == 2
    sent = b"".join(asked.body for asked in line.log).decode()
    assert all(word not in sent for word in (text(gives.tab.entropy), gives.tab.keys.auth))


def test_another_clients_device_is_let_in(gives: Screen, line: Line) -> None:
    keys, commitment = joiner(gives.shows_code().partition("#")[2])
    client = Client(line, keys)
    client.leaves(1, keys.key)
    keys.theirs = client.takes(gives.page, 2)
    assert fits(keys.pairing, keys.theirs, commitment)
    assert gives.number() == keys.number
    client.leaves(3, keys.proof)
    gives.lets_in().is_at("given")
    assert keys.open(client.takes(gives.page, 4)) == gives.tab.entropy


def test_another_clients_device_lets_us_in(first: SyncedTab, joins: Screen, line: Line) -> None:
    keys = giver()
    client = Client(line, keys).begins()
    joins.scans(f"#{keys.fragment}")
    keys.theirs = client.takes(joins.page, 1)
    client.leaves(2, keys.key)
    joins.types(keys.number).is_at("wait")
    assert client.takes(joins.page, 3) == keys.proof
    client.leaves(4, keys.seal(first.entropy))
    joins.is_at("")
    assert joins.tab.rows("meta", key="vault")[0]["value"]["id"] == first.keys.vault


def test_code_of_a_stranger_gets_nothing_without_the_number(joins: Screen, line: Line) -> None:
    """S1: they may send a link, but the number is made only when it is opened, and they have to know it by then."""
    keys = giver()
    client = Client(line, keys).begins()
    joins.scans(f"#{keys.fragment}")
    keys.theirs = client.takes(joins.page, 1)
    client.leaves(2, keys.key)
    for typed in ("", "12345", "1234567"):
        joins.types(typed)
        assert joins.told("fault") == "number-short"
    for _ in range(2):
        joins.types(f"{(int(keys.number) + 1) % 1_000_000:06}")
        joins.tab.until("told('fault') === 'number-wrong'")
    client.leaves(4, keys.seal(secrets.token_bytes(16)))
    joins.types(f"{(int(keys.number) + 2) % 1_000_000:06}").fails("not-joined", "numbers-differ")
    has_joined_nothing(joins)
    joins.tab.until("true")
    assert client.leaves(2, b"x").json()["code"] == "pairing_unknown"


def test_key_that_is_not_the_promised_one_ends_it(gives: Screen, joins: Screen, line: Line) -> None:
    """A server that puts a key of its own in place of the giving device's does not get as far as a number."""
    link, mine = gives.shows_code(), giver()

    def swaps(asked: Asked, deliver: Deliver) -> Answer:
        answer = deliver(asked)
        taken = asked.method == "DELETE" and asked.path.endswith("/2") and answer.json()["body"]
        return answer.saying(body=text(mine.key)) if taken else answer

    line.meddle = swaps
    joins.scans(link).fails("not-joined", "pairing-broken")
    gives.fails("no-device", "pairing_unknown")
    assert messages(line) == ["1", "2"]
    has_joined_nothing(joins)


def test_man_in_the_middle_is_told_by_the_number(gives: Screen, joins: Screen, line: Line) -> None:
    """They may stand between us, keys and all: but the numbers differ, and nothing is given without a person."""
    link = gives.shows_code()
    mine, _ = joiner(link.partition("#")[2])

    def swaps(asked: Asked, deliver: Deliver) -> Answer:
        answer = deliver(asked)
        if asked.method != "DELETE" or answer.status != 200 or not answer.json()["body"]:
            return answer
        if asked.path.endswith("/1"):
            return answer.saying(body=text(mine.key))
        if asked.path.endswith("/2"):
            mine.theirs = raw(answer.json()["body"])
        return answer

    line.meddle = swaps
    joins.scans(link)
    number = gives.number()
    joins.is_at("type")
    assert mine.number == number, "they do stand in the middle"
    joins.types(number)
    joins.tab.until("told('fault') === 'number-wrong'")
    # Their own proof is as good as ours; now a person is asked, and has seen the other device refuse the number.
    assert Client(line, mine).leaves(3, mine.proof).status == 200
    gives.is_at("ask")
    assert messages(line) == ["1", "2"]
    gives.page.evaluate("pairing.stop()")
    joins.types(number)
    has_joined_nothing(joins)


def test_nobody_can_try_keys_until_the_number_fits(gives: Screen, line: Line) -> None:
    """The giving device shows its key only once it has the other's: until then no number can be worked out."""
    keys, _ = joiner(gives.shows_code().partition("#")[2])
    gives.page.wait_for_timeout(1500)
    assert messages(line) == []
    client = Client(line, keys)
    client.leaves(1, keys.key)
    keys.theirs = client.takes(gives.page, 2)
    again = Client(line, Pair(keys.pairing, giving=False))
    assert again.leaves(1, again.keys.key).json()["code"] == "pairing_used"
    assert gives.number() == keys.number


@pytest.mark.parametrize("proof", ["made up", "of another pairing"])
def test_who_cannot_prove_the_keys_is_never_asked_about(gives: Screen, line: Line, proof: str) -> None:
    keys, _ = joiner(gives.shows_code().partition("#")[2])
    client = Client(line, keys)
    client.leaves(1, keys.key)
    keys.theirs = client.takes(gives.page, 2)
    other = Pair(secrets.token_bytes(16), giving=False, secret=keys.secret, theirs=keys.theirs)
    client.leaves(3, other.proof if proof == "of another pairing" else secrets.token_bytes(16))
    gives.fails("no-device", "pairing-broken")
    assert "4" not in messages(line)


@pytest.mark.parametrize("sent", ["for another pairing", "no secret"])
def test_what_was_not_sealed_for_this_device_is_not_joined(joins: Screen, line: Line, sent: str) -> None:
    keys = giver()
    client = Client(line, keys).begins()
    joins.scans(f"#{keys.fragment}")
    keys.theirs = client.takes(joins.page, 1)
    client.leaves(2, keys.key)
    joins.types(keys.number).is_at("wait")
    client.takes(joins.page, 3)
    replayed = Pair(secrets.token_bytes(16), giving=True, secret=keys.secret, theirs=keys.theirs)
    sealed = replayed.seal(secrets.token_bytes(16)) if sent == "for another pairing" else keys.seal(b"fifteen bytes..")
    client.leaves(4, sealed)
    joins.fails("not-joined", "pairing-broken")
    has_joined_nothing(joins)


def test_what_is_no_key_ends_it(gives: Screen, line: Line) -> None:
    client = Client(line, joiner(gives.shows_code().partition("#")[2])[0])
    client.leaves(1, b"\x04" + bytes(64))
    gives.fails("no-device", "pairing-broken")
    assert messages(line) == []


def test_second_reader_of_a_code_gets_nothing(gives: Screen, joins: Screen, device: NewDevice, line: Line) -> None:
    link = gives.shows_code()
    joins.scans(link)
    number = gives.number()
    late = Screen(device())
    late.scans(link).fails("not-joined", "pairing_used")
    # Only its own part is over: whoever came first goes on.
    joins.types(number).is_at("wait")
    gives.lets_in()
    joins.is_at("")


@pytest.mark.parametrize("who", ["gives", "joins"])
def test_either_side_may_stop_and_the_other_is_told(gives: Screen, joins: Screen, line: Line, who: str) -> None:
    joins.scans(gives.shows_code())
    gives.number()
    joins.is_at("type")
    one, other, step = (gives, joins, "not-joined") if who == "gives" else (joins, gives, "no-device")
    one.page.evaluate("pairing.stop()")
    one.is_at("")
    if other is joins:
        joins.types("000000").types("000000").types("000000")
        joins.is_at(step)
    else:
        other.fails(step, "pairing_unknown")
    has_joined_nothing(joins)


def test_who_comes_too_late_is_told(gives: Screen, joins: Screen, line: Line) -> None:
    link = gives.shows_code()

    def later(asked: Asked, deliver: Deliver) -> Answer:
        return refusal(404, "pairing_unknown") if "/pairings/" in asked.path else deliver(asked)

    line.meddle = later
    joins.scans(link).fails("not-joined", "pairing_unknown")
    gives.fails("no-device", "pairing_unknown")


def test_device_goes_by_its_own_clock_too(gives: Screen, line: Line) -> None:
    """A server that forgets nothing does not keep a code alive."""
    line.meddle = lambda asked, deliver: (
        deliver(asked).saying(seconds=2) if asked.path.endswith("pairings") else deliver(asked)
    )
    gives.shows_code()
    gives.fails("no-device", "pairing_unknown")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(200, b"<html>"), "not-ours"),
        (Answer(200, b'{"body": 7}'), "odd-answer"),
        (Answer(200, b'{"body": "!"}'), "odd-answer"),
    ],
)
def test_answers_that_are_not_of_the_protocol_end_it(gives: Screen, line: Line, answer: Answer, told: str) -> None:
    line.meddle = lambda asked, deliver: answer if asked.path.endswith("/messages/1") else deliver(asked)
    gives.page.evaluate("holds('code')")
    gives.fails("no-device", told)


def test_moment_without_a_connection_is_sat_out(gives: Screen, joins: Screen, line: Line) -> None:
    link = gives.shows_code()
    line.meddle = lambda asked, deliver: None
    gives.page.wait_for_timeout(1200)
    line.meddle = straight
    joins.scans(link)
    joins.types(gives.number()).is_at("wait")
    gives.lets_in()
    joins.is_at("")


def test_secret_that_has_come_is_not_lost_with_the_connection(gives: Screen, joins: Screen, line: Line) -> None:
    joins.scans(gives.shows_code())
    joins.types(gives.number()).is_at("wait")
    line.meddle = lambda asked, deliver: None if "/vaults" in asked.path else deliver(asked)
    gives.lets_in()
    joins.is_at("not-joined")
    assert (joins.told("fault"), joins.told("again")) == ("unreachable", True)
    line.meddle = straight
    joins.page.evaluate("pairing.tryAgain()")
    joins.is_at("")
    assert joins.tab.rows("meta", key="vault")[0]["value"]["id"] == gives.tab.keys.vault


def test_device_that_is_in_a_vault_asks_nothing(gives: Screen, line: Line) -> None:
    line.log.clear()
    gives.scans(f"#{giver().fragment}").fails("not-joined", "in-step")
    assert [asked.path for asked in line.log if "pairings" in asked.path] == []
    assert gives.tab.rows("meta", key="vault")[0]["value"]["id"] == gives.tab.keys.vault


def test_code_that_holds_the_secret_itself_is_refused(joins: Screen, line: Line) -> None:
    """What links were until 2026: taken out of the address, and not followed."""
    line.log.clear()
    for fragment, fault in {
        text(secrets.token_bytes(16)): "code-old",
        giver().fragment[:-1]: "code-damaged",
        giver().fragment + "A": "code-damaged",
        "x": "code-damaged",
    }.items():
        joins.scans(f"#{fragment}")
        joins.tab.until("!location.hash")
        joins.fails("not-joined", fault)
    assert line.log == []
    has_joined_nothing(joins)


def test_nothing_is_sent_while_an_interview_runs(gives: Screen, joins: Screen, line: Line) -> None:
    joins.scans(gives.shows_code())
    gives.number()
    joins.is_at("type")
    for screen, step in ((gives, "no-device"), (joins, "not-joined")):
        screen.tab.tap("rude")
        screen.fails(step, "stopped")
    line.log.clear()
    joins.scans(f"#{giver().fragment}").fails("not-joined", "stopped")
    gives.page.evaluate("holds('code')")
    gives.fails("no-device", "stopped")
    gives.page.wait_for_timeout(1500)
    assert line.log == []
