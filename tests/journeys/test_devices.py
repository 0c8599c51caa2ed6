"""A phone and a laptop keep one history, against the production server; who listens learns nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from interview_exit import routes
from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import history, labels, pairing
from tests.support.browsers import DESKTOP, PHONE
from tests.support.devices import Axe, device, kept_offline, offline
from tests.support.proxy import Wire
from tests.support.sealing import Keys
from tests.support.talkative import Talkative
from tests.support.vaults import Owner

CANARIES = {labels.COMPANY: "canarycompany", labels.ROLE: "canaryrole", labels.NOTE: "canarynote"}
CACHED = """async () => {
  const answers = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const answer of await cache.matchAll()) answers.push(answer.url, await answer.text());
  }
  return answers.join("\\n");
}"""


Device = Callable[[dict[str, Any]], Owner]


@pytest.fixture
def told() -> list[str]:
    """All that was sent, answered, shown in an address bar or a title, or written to a console."""
    return []


@pytest.fixture
def new_device(chromium: Browser, talkative: Talkative, told: list[str]) -> Iterator[Device]:
    """Open a browser of its own and listen to it."""
    with ExitStack() as stack:

        def new(options: dict[str, Any]) -> Owner:
            page = stack.enter_context(device(chromium, options, talkative.wire.url))
            page.on("console", lambda message: told.append(message.text))
            page.on("framenavigated", lambda frame: told.append(frame.url))
            page.on("request", lambda request: told.append(f"{request.url} {request.headers} {request.post_data}"))
            return Owner(page)

        yield new


def interviewed(owner: Owner) -> None:
    """Have an interview, and write down whom it was with."""
    owner.open_app()
    owner.tap("rude")
    owner.end("left")
    opens_it(owner)
    for field, word in CANARIES.items():
        owner.writes(field, word)


def opens_it(owner: Owner, number: int = 0) -> None:
    owner.open_app("/history")
    owner.open_log(number)


def in_step(*owners: Owner) -> None:
    """Sync each until none has news for another."""
    for owner in [*owners, *owners]:
        owner.opens_devices()
        owner.is_in_step()


def test_two_devices_keep_one_history_and_nobody_else_learns_a_word(
    new_device: Device, talkative: Talkative, told: list[str], axe: Axe
) -> None:
    phone, laptop = new_device(PHONE), new_device(DESKTOP)
    interviewed(phone)
    words = switches_on(phone, axe)
    an_interview_sends_nothing(phone, talkative.wire)
    joins_at_last(laptop, words, axe)
    both_write_offline(phone, laptop)
    held = talkative.read_database().decode("latin-1")
    assert Keys(phone.entropy()).vault in held, "a search that would find nothing"
    one_is_erased(phone, laptop)
    a_third_is_added_by_a_code(phone, new_device(PHONE), axe)
    words_change(phone, laptop)
    leaves(phone, laptop)
    for owner in (phone, laptop):
        told += [owner.page.title(), owner.page.evaluate("JSON.stringify(Object.entries(localStorage))")]
    kept_offline(phone.page)
    told += [phone.page.evaluate(CACHED), held, *talkative.last_words()]
    said = "\n".join(told)
    assert "/api/v2/vaults" in said
    assert [word for word in [*CANARIES.values(), "on the train", " ".join(words[:2])] if word in said] == []


def switches_on(phone: Owner, axe: Axe) -> list[str]:
    phone.opens_devices()
    faults = axe(phone.page)
    phone.press(texts.SWITCH_ON)
    words = phone.reads_words()
    faults += axe(phone.page)
    phone.press(texts.WRITTEN)
    phone.gives_back([*words[1:], words[0]])
    expect(phone.fault()).to_contain_text(texts.FAULTS["check-wrong"])
    faults += axe(phone.page)
    phone.press(texts.SHOW_AGAIN)
    assert phone.reads_words() == words
    phone.press(texts.WRITTEN)
    phone.gives_back(words)
    phone.is_in_step()
    for title in (texts.ADD, texts.MOVE, texts.CHANGE, texts.STOP):
        phone.unfolds(title)
    assert phone.shows_words() == words
    assert [*faults, *axe(phone.page)] == []
    return words


def an_interview_sends_nothing(phone: Owner, wire: Wire) -> None:
    kept_offline(phone.page)
    phone.open_app()
    phone.tap("pay")
    phone.pressed("pay")
    before = wire.sent, wire.received
    phone.answer("will_check")
    phone.reloads()
    phone.opens_devices()
    phone.status("paused")
    phone.syncs()
    phone.open_app()
    assert (wire.sent, wire.received) == before
    phone.end("stayed")
    phone.opens_devices()
    phone.sees(texts.QUIET)
    assert (wire.sent, wire.received) == before
    phone.syncs()
    phone.is_in_step()
    assert wire.sent > before[0]


def joins_at_last(laptop: Owner, words: list[str], axe: Axe) -> None:
    """Mistype in every way there is; each is told, and changes nothing."""
    laptop.opens_devices()
    laptop.press(texts.HAVE_WORDS)
    for wrong, fault in {
        " ".join(words[:11]): "There are 11.",
        " ".join([*words[:4], words[4] + "x", *words[5:]]): f"{texts.WORD} 5 {texts.FAULTS['words-unknown']}",
        "legal winner thank year wave sausage worth useful legal winner thank yellow": texts.FAULTS["vault_unknown"],
        "legal winner thank year wave sausage worth useful legal winner thank thank": texts.FAULTS["words-mistaken"],
    }.items():
        laptop.types_words(wrong.split())
        expect(laptop.fault()).to_contain_text(fault)
    assert axe(laptop.page) == []
    with offline(laptop.page):
        laptop.types_words(words)
        expect(laptop.fault()).to_have_text(f"{texts.FAULTS['unreachable']} {texts.UNDONE['join']}")
    laptop.press(texts.NOT_NOW)
    expect(laptop.button(texts.SWITCH_ON)).to_be_visible()
    laptop.joins(words)
    opens_it(laptop, 1)
    expect(laptop.field(labels.NOTE)).to_have_value(CANARIES[labels.NOTE])


def both_write_offline(phone: Owner, laptop: Owner) -> None:
    for owner, note in ((phone, "on the train"), (laptop, "on the sofa")):
        kept_offline(owner.page)
        with offline(owner.page):
            opens_it(owner, 1)
            owner.writes(labels.NOTE, note)
            owner.opens_devices()
            owner.status("offline")
            expect(owner.page.locator(".standing")).to_contain_text(texts.WAITING)
    in_step(phone, laptop)
    for owner in (phone, laptop):
        opens_it(owner, 1)
        assert sorted(owner.field(labels.NOTE).input_value().split("\n\n")) == ["on the sofa", "on the train"]


def one_is_erased(phone: Owner, laptop: Owner) -> None:
    """Erase the newer interview on one device: it goes from both."""
    opens_it(phone, 0)
    phone.press(history.EDIT)
    phone.press(history.ERASE_INTERVIEW)
    phone.sees(history.ERASED["interview"])
    in_step(phone, laptop)
    for owner in (phone, laptop):
        owner.open_app("/history")
        expect(owner.interviews()).to_have_count(1)


def a_third_is_added_by_a_code(phone: Owner, third: Owner, axe: Axe) -> None:
    link = phone.shows_code()
    faults = axe(phone.page)
    third.open_app(link)
    third.sees(pairing.TYPE_FIELD)
    assert third.page.url.endswith(f"{routes.DEVICES}/")
    number = phone.number()
    faults += [*axe(phone.page), *axe(third.page)]
    third.types_number(number)
    assert third.number() == number
    faults += axe(third.page)
    phone.sees(pairing.ASK_TITLE)
    faults += axe(phone.page)
    phone.lets_in(number)
    third.is_in_step()
    assert [*faults, *axe(phone.page)] == []
    phone.press(labels.BACK)
    phone.is_in_step()
    third.open_app("/history")
    expect(third.interviews()).to_have_count(1)


def words_change(phone: Owner, laptop: Owner) -> None:
    phone.opens_devices()
    phone.is_in_step()
    phone.unfolds(texts.CHANGE)
    phone.holds("renew")
    words = phone.reads_words()
    phone.press(texts.WRITTEN)
    with offline(phone.page):
        phone.gives_back(words)
        expect(phone.fault()).to_have_text(f"{texts.FAULTS['unreachable']} {texts.UNDONE['change']}")
    phone.press(texts.PROVE)
    phone.is_in_step()
    laptop.opens_devices()
    laptop.status("failed")
    laptop.sees(texts.FAULTS["vault_gone"])
    laptop.joins(words)
    in_step(phone, laptop)


def leaves(phone: Owner, laptop: Owner) -> None:
    phone.opens_devices()
    phone.is_in_step()
    phone.unfolds(texts.STOP)
    phone.press(texts.STOP_DELETE)
    expect(phone.button(texts.SWITCH_ON)).to_be_visible()
    laptop.opens_devices()
    laptop.status("failed")
    laptop.unfolds(texts.STOP)
    laptop.press(texts.STOP_KEEP)
    expect(laptop.button(texts.SWITCH_ON)).to_be_visible()
    for owner in (phone, laptop):
        owner.open_app("/history")
        expect(owner.interviews()).to_have_count(1)
