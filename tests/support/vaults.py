"""A person with several devices, on the page that keeps them in step."""

from io import BytesIO
from typing import Self
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, expect

from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import pairing
from tests.support.candidate import Candidate

NOTHING = "1"
"""How many sealed records there are when nothing was noted: a head says how many there are (docs/protocol.md)."""
ENTROPY = """async () => {
  const db = await new Promise((done) => { const r = indexedDB.open('notes'); r.onsuccess = () => done(r.result); });
  const vault = db.transaction('meta').objectStore('meta').get('vault');
  await new Promise((done) => { vault.onsuccess = done; });
  db.close();
  return [...vault.result.value.entropy];
}"""


class Owner(Candidate):
    """One of their devices."""

    words: list[str]

    def opens_devices(self) -> Self:
        self.open_app("/devices")
        return self

    def reads_words(self) -> list[str]:
        """Write the twelve words down."""
        listed = self.page.locator(".twelve").first.locator("li")
        expect(listed).to_have_count(12)
        return listed.all_inner_texts()

    def gives_back(self, words: list[str]) -> None:
        """Type the words that are asked for."""
        fields = self.page.locator("label:has(input[name=word])")
        expect(fields).to_have_count(3)
        for field in fields.all():
            place = int(field.inner_text().split()[-1])
            field.locator("input").fill(words[place - 1])
        self.press(texts.PROVE)

    def switches_on(self) -> list[str]:
        """Switch sync on, and return the words."""
        words = self.asks_for_sync()
        self.is_in_step()
        return words

    def asks_for_sync(self) -> list[str]:
        """Switch sync on, whatever the server says to that, and return the words."""
        self.press(texts.SWITCH_ON)
        words = self.reads_words()
        self.press(texts.WRITTEN)
        self.gives_back(words)
        return words

    def joins(self, words: list[str]) -> None:
        self.press(texts.HAVE_WORDS)
        self.types_words(words)
        self.is_in_step()

    def types_words(self, words: list[str]) -> None:
        self.field(texts.JOIN_FIELD).fill(" ".join(words))
        self.press(texts.JOIN)

    def syncs(self) -> None:
        self.press(texts.NOW)

    def status(self, status: str) -> None:
        # Keys, a few requests and the disk: a starved browser takes its time.
        found = self.page.locator("[data-status]")
        expect(found).to_have_attribute("data-status", status, timeout=20_000)

    def is_in_step(self) -> None:
        self.status("synced")

    def fault(self) -> Locator:
        return self.page.get_by_role("alert")

    def holds(self, name: str) -> None:
        """Hold a button by its key until it answers, as one does with a keyboard."""
        button = self.page.locator(f"[data-hold={name}]")
        button.focus()
        self.page.keyboard.down("Enter")
        # Whatever it does, it does something else with this button.
        expect(button).to_have_count(0)
        self.page.keyboard.up("Enter")

    def shows_words(self) -> list[str]:
        """Show the words once more, on a device that is in step."""
        self.holds("words")
        return self.reads_words()

    def shows_code(self) -> str:
        """Show a code, and return the path that a camera reads in it."""
        self.opens_devices()
        self.is_in_step()
        self.unfolds(texts.ADD)
        self.holds("code")
        picture = Image.open(BytesIO(self.page.get_by_role("img", name=pairing.CODE).screenshot()))
        [code] = zxingcpp.read_barcodes(picture)
        address = urlsplit(code.text)
        return f"{address.path}#{address.fragment}"

    def number(self) -> str:
        """Read the number that is shown."""
        shown = self.page.locator(".number")
        expect(shown).to_be_visible()
        return shown.inner_text()

    def types_number(self, number: str) -> None:
        self.field(pairing.TYPE_FIELD).fill(number)
        self.press(pairing.JOIN)

    def lets_in(self, number: str) -> None:
        """Compare the number, and hold."""
        self.sees(pairing.ASK_TITLE)
        assert self.number() == number
        self.holds("allow")
        self.sees(pairing.GIVEN_TITLE)

    def entropy(self) -> bytes:
        """Return what the words are made from."""
        return bytes(self.page.evaluate(ENTROPY))
