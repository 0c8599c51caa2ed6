"""Somebody who speaks to the server's State without the page, and so in any order and any form."""

import json

import pytest
from playwright.sync_api import Browser

from interview_exit import routes
from interview_exit.pages.server_state import Seen
from tests.support.browsers import PHONE
from tests.support.devices import device
from tests.support.talkative import Talkative

CANARY = "canary"
SPEAK = """async (events) => {
  const query = `token=${crypto.randomUUID()}&EIO=4&transport=websocket`;
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/_event/?${query}`);
  const heard = [];
  socket.onmessage = ({ data }) => {
    if (data.startsWith("0")) return socket.send("40/_event,{}");
    if (data.startsWith("40")) return events.forEach((event) => socket.send(`42/_event,["event",${event}]`));
    heard.push(data);
  };
  await new Promise((done) => setTimeout(done, 1500));
  socket.close();
  return heard.join("\\n");
}"""


def event(name: str, **payload: object) -> str:
    return json.dumps({"name": name, "payload": payload, "router_data": {"pathname": routes.SERVER}})


LOOK = f"{Seen.get_full_name()}.look"
MALFORMED = [
    event(f"{LOOK}{CANARY}", vault=CANARY, secret=CANARY),
    event(LOOK, vault=CANARY, wrong=CANARY),
    event(LOOK, vault={CANARY: CANARY}, secret=[CANARY]),
    json.dumps({"name": LOOK, "payload": CANARY}),
    json.dumps([CANARY]),
    json.dumps(CANARY),
]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_log_quotes_nothing_of_what_cannot_be_understood(chromium: Browser, talkative: Talkative) -> None:
    with device(chromium, PHONE, talkative.wire.url) as page:
        page.goto(routes.ABOUT)
        for sent in MALFORMED:
            page.evaluate(SPEAK, [sent])
        heard = page.evaluate(SPEAK, [event(LOOK, vault=CANARY, secret=CANARY)])
    assert "vault_unknown" in heard
    sent, log = talkative.last_words()
    assert "/_event" in sent
    assert "reflex" in log
    assert CANARY not in log
