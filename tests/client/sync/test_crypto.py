"""Keys from words, and what they seal: the same as another client's, written from docs/protocol.md alone."""

import json
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from tests.support.sealing import Keys, raw, some_id, text

ENTROPY = bytes(range(16))
HEX = ENTROPY.hex()
USE = """async ([hex, script, given]) => {
  const vault = await import('/client/sync/crypto.js');
  const keys = await vault.unlock(Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16)));
  return new (async () => {}).constructor('vault', 'keys', 'given', `return ${script}`)(vault, keys, given);
}"""
# Of the specification of BIP-39.
VECTORS = {
    "00" * 16: "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    "7f" * 16: "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "80" * 16: "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
    "ff" * 16: "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
    "9e885d952ad362caeb4efe34a8e91bd2": (
        "ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic"
    ),
}


def use(page: Page, script: str, given: object = None, entropy: str = HEX) -> Any:  # noqa: ANN401
    """Run a line with `vault`, the module, `keys` and `given`."""
    return page.evaluate(USE, [entropy, script, given])


def test_keys_are_those_of_another_client(modules_page: Page) -> None:
    keys = Keys(ENTROPY)
    found = use(
        modules_page, "[keys.id, keys.auth, await vault.authHash(keys), await vault.tagOf(keys, given)]", "A" * 22
    )
    assert found == [keys.vault, keys.auth, keys.auth_hash, keys.tag("A" * 22)]


def test_keys_cannot_be_taken_out(modules_page: Page) -> None:
    assert use(modules_page, "[keys.seal.extractable, keys.erase.extractable]") == [False, False]
    for key in ("seal", "erase"):
        with pytest.raises(Error, match="not extractable"):
            use(modules_page, f"await crypto.subtle.exportKey('raw', keys.{key})")


@pytest.mark.parametrize("length", [0, 150, 300, 5000, 61_000])
def test_another_client_opens_what_we_seal_and_its_length_tells_little(modules_page: Page, length: int) -> None:
    record = {"id": some_id(), "k": "note", "body": {"text": "é" * (length // 2)}}
    blob = use(modules_page, "await vault.seal(keys, given)", record)
    assert Keys(ENTROPY).open(record["id"], blob) == record
    padded = len(raw(blob)) - 29
    assert padded in {256, 512, 1024, 2048} or padded % 4096 == 0
    assert len(raw(blob)) <= 65_536


def test_the_same_record_is_never_sealed_alike_twice(modules_page: Page) -> None:
    record = {"id": some_id()}
    script = (
        "(await Promise.all(Array.from({length: 50}, () => vault.seal(keys, given)))).map((blob) => blob.slice(0, 18))"
    )
    assert len(set(use(modules_page, script, record))) == 50


def test_what_is_too_long_for_a_blob_is_not_sealed(modules_page: Page) -> None:
    record = {"id": some_id(), "text": "x" * 61_440}
    assert use(modules_page, "await vault.seal(keys, given)", record) is None


def test_we_open_what_another_client_seals(modules_page: Page) -> None:
    record = {"id": some_id(), "k": "note", "body": {"text": "\ud83d lone, and é"}}
    found = use(modules_page, "await vault.open(keys, given[0], given[1])", [record["id"], Keys(ENTROPY).seal(record)])
    assert found == json.loads(json.dumps(record))


def test_what_was_tampered_with_or_moved_does_not_open(modules_page: Page) -> None:
    keys, other = Keys(ENTROPY), Keys(b"another vault's.")
    record = {"id": some_id(), "k": "note"}
    blob = raw(keys.seal(record))
    place = some_id()
    bad = {
        "one bit": (record["id"], text(blob[:-1] + bytes([blob[-1] ^ 1]))),
        "its nonce": (record["id"], text(blob[:5] + bytes([blob[5] ^ 128]) + blob[6:])),
        "its version": (record["id"], text(b"\x02" + blob[1:])),
        "cut short": (record["id"], text(blob[:-1])),
        "next to nothing": (record["id"], "AQ"),
        "nothing": (record["id"], ""),
        "no base64": (record["id"], "!!"),
        "another place": (place, text(blob)),
        "a place that it does not name": (place, keys.seal(record, place)),
        "another vault": (record["id"], other.seal(record)),
        "no record": (record["id"], keys.seal([1], record["id"])),  # type: ignore[arg-type]
    }
    script = "await Promise.all(given.map(([id, blob]) => vault.open(keys, id, blob)))"
    found = use(modules_page, script, list(bad.values()))
    assert [name for name, opened in zip(bad, found, strict=True) if opened is not None] == []


WORDS = """async (given) => {
  const words = await import('/client/sync/recovery-phrase.js');
  try {
    return [...await words.entropyOf(given)].map((each) => each.toString(16).padStart(2, '0')).join('');
  } catch ({code, at, message}) {
    return [code, at, message];
  }
}"""


@pytest.mark.parametrize(("entropy", "words"), VECTORS.items())
def test_words_stand_for_the_bytes_that_bip39_says(modules_page: Page, entropy: str, words: str) -> None:
    told = modules_page.evaluate(
        """async (hex) => (await import('/client/sync/recovery-phrase.js')).wordsOf(
            Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16)))""",
        entropy,
    )
    assert " ".join(told) == words
    assert modules_page.evaluate(WORDS, words) == entropy


def test_words_may_be_typed_in_many_ways(modules_page: Page) -> None:
    entropy, words = list(VECTORS.items())[1]
    listed = words.split()
    for typed in (
        words.upper(),
        f"  {words}\n",
        ", ".join(listed),
        "\n".join(f"{number}. {word}" for number, word in enumerate(listed, 1)),
    ):
        assert modules_page.evaluate(WORDS, typed) == entropy


def test_wrong_words_are_told_by_a_code_and_never_by_the_words(modules_page: Page) -> None:
    words = VECTORS["7f" * 16].split()
    wrong = {
        "": ["words-count", 0, "words-count"],
        " ".join(words[:11]): ["words-count", 11, "words-count"],
        " ".join([*words, "zoo"]): ["words-count", 13, "words-count"],
        " ".join([*words[:4], "wavey", *words[5:]]): ["words-unknown", 5, "words-unknown"],
        " ".join([*words[:2], "thanx", *words[3:]]): ["words-unknown", 3, "words-unknown"],
        " ".join([words[1], words[0], *words[2:]]): ["words-mistaken", 0, "words-mistaken"],
        " ".join([*words[:11], "zoo"]): ["words-mistaken", 0, "words-mistaken"],
    }
    assert {typed: modules_page.evaluate(WORDS, typed) for typed in wrong} == wrong
