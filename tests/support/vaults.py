"""A person with several devices, on the page that keeps them in step."""

from io import BytesIO
from typing import Self
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, expect

from interview_exit.texts import vault as texts
from tests.support.candidate import Candidate

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
        self.press(texts.SWITCH_ON)
        words = self.reads_words()
        self.press(texts.WRITTEN)
        self.gives_back(words)
        self.is_in_step()
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

    def scans_code(self) -> str:
        """Show the code, and return the path that a camera reads in it."""
        self.opens_devices()
        self.unfolds(texts.ADD)
        self.press(texts.SHOW)
        picture = Image.open(BytesIO(self.page.get_by_role("img", name=texts.CODE).screenshot()))
        [code] = zxingcpp.read_barcodes(picture)
        address = urlsplit(code.text)
        return f"{address.path}#{address.fragment}"

    def entropy(self) -> bytes:
        """Return what the words are made from."""
        return bytes(self.page.evaluate(ENTROPY))
