"""Keys of a pairing: the same as another client's, written from docs/protocol.md alone, in both browser engines."""

from typing import Any

import pytest
from playwright.sync_api import Page
from selenium.webdriver import WebKitGTK

from tests.client.webkit_page import awaited
from tests.support.pairing import Pair, fits
from tests.support.sealing import raw, text

PAIRING = bytes(range(16))
# The page keeps its keys: they cannot be taken out.
MAKE = """(async () => {
  globalThis.spelling = await import('/client/base/base64url.js');
  globalThis.module = await import('/client/sync/pairing-keys.js');
  globalThis.pairing = Uint8Array.from({length: 16}, (_, index) => index);
  globalThis.keys = await module.newKeys();
  const commitment = await module.commitment(pairing, keys.shown);
  return [spelling.spelled(keys.shown), spelling.spelled(commitment), keys.secret.extractable];
})()"""
TIE = """(async () => {
  const [spelled, bytesOf] = [spelling.spelled, spelling.bytesOf];
  globalThis.bond = await module.bond(pairing, keys, bytesOf('%s'), {giving: %s});
  return bond && [bond.number, spelled(bond.proof), spelled(await bond.seal(new Uint8Array([1, 2, 3])))];
})()"""
OPEN = """(async () => {
  const opened = await bond.open(spelling.bytesOf('%s'));
  return opened && [...opened];
})()"""


class Engine:
    """A page in one of the two browsers."""

    def __init__(self, page: Page | WebKitGTK) -> None:
        self._page = page

    def run(self, script: str) -> Any:  # noqa: ANN401, whatever it returns
        if isinstance(self._page, Page):
            return self._page.evaluate(script)
        return awaited(self._page, script)


@pytest.fixture(params=["Chromium", "WebKit"])
def engine(request: pytest.FixtureRequest, modules_origin: str) -> Engine:
    """Each browser in turn."""
    if request.param == "Chromium":
        return Engine(request.getfixturevalue("modules_page"))
    browser = request.getfixturevalue("minibrowser")
    browser.get(modules_origin)
    return Engine(browser)


def test_keys_and_number_are_those_of_another_client(engine: Engine) -> None:
    shown, commitment, extractable = engine.run(MAKE)
    assert fits(PAIRING, raw(shown), raw(commitment))
    assert extractable is False
    for giving in (True, False):
        other = Pair(PAIRING, giving=not giving, theirs=raw(shown))
        number, proof, sealed = engine.run(TIE % (text(other.key), str(giving).lower()))
        assert (number, raw(proof)) == (other.number, other.proof)
        assert len(number) == 6
        assert other.open(raw(sealed)) == b"\x01\x02\x03"
        good = other.seal(bytes(16))
        assert engine.run(OPEN % text(good)) == [0] * 16
        foreign = Pair(bytes(16), giving=not giving, secret=other.secret, theirs=other.theirs).seal(bytes(16))
        for bad in (good[:-1] + bytes([good[-1] ^ 1]), bytes([good[0] ^ 1]) + good[1:], good[:-1], good[:5], foreign):
            assert engine.run(OPEN % text(bad)) is None
    off_the_curve = other.key[:-1] + bytes([other.key[-1] ^ 1])
    for no_key in (off_the_curve, b"\x04" + bytes(64), b"\x04", bytes(65), b"\x05" + bytes(64), other.key + b"\x00"):
        assert engine.run(TIE % (text(no_key), "true")) is None


def test_numbers_of_two_pairings_differ_and_keep_their_zeros(modules_page: Page) -> None:
    engine = Engine(modules_page)
    numbers = set()
    for _ in range(40):
        shown, *_ = engine.run(MAKE)
        other = Pair(PAIRING, giving=False, theirs=raw(shown))
        number, *_ = engine.run(TIE % (text(other.key), "true"))
        assert number == other.number
        numbers.add(number)
    assert len(numbers) > 38
    assert all(len(number) == 6 for number in numbers)
