"""Seeded histories of any length, written into a browser's own database as the app itself would have written them."""

import random
from base64 import urlsafe_b64encode
from typing import Any

from playwright.sync_api import Page

from interview_exit.flags import FLAGS
from interview_exit.phrases import ENDINGS

RECORDS_PER_INTERVIEW = 10
DAY_MS = 86_400_000
COMPANIES = ("Northwind", "Contoso", "Fabrikam", "Tailspin", "Litware", "Adatum", "Proseware", "")

FILL = """async (records) => {
  const open = indexedDB.open("notes");
  const db = await new Promise((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = fail; });
  for (let from = 0; from < records.length; from += 1000) {
    const tx = db.transaction(["records"], "readwrite");
    const store = tx.objectStore("records");
    for (const record of records.slice(from, from + 1000)) store.put(record);
    await new Promise((done, fail) => { tx.oncomplete = done; tx.onabort = fail; });
  }
  db.close();
}"""


def history(records: int, now_ms: int, seed: int = 1) -> list[dict[str, Any]]:
    """Return about this many records of ended interviews, one interview a day back from yesterday."""
    chance = random.Random(seed)
    interviews = max(1, records // RECORDS_PER_INTERVIEW)
    return [
        record
        for day in range(interviews)
        for record in interview(chance, now_ms - (day + 1) * DAY_MS, RECORDS_PER_INTERVIEW)
    ]


def interview(chance: random.Random, at: int, records: int) -> list[dict[str, Any]]:
    """Return one ended interview of exactly this many records, at least three."""
    iv = identifier(chance)
    kinds = [
        {"k": "iv"},
        {"k": "ivmeta", "e": iv, "prev": [], "body": {"company": chance.choice(COMPANIES)}},
        *({"k": "tap", "flag": chance.choice(list(FLAGS)), "hard": False} for _ in range(records - 3)),
        {"k": "step", "step": "end", "how": chance.choice(list(ENDINGS))},
    ]
    return [
        {"id": iv if kind["k"] == "iv" else identifier(chance), "iv": iv, "v": 1, "dev": "bench"}
        | kind
        | {"at": at + minute * 60_000, "hlc": f"{at + minute * 60_000:015d}|00000|bench"}
        for minute, kind in enumerate(kinds)
    ]


def identifier(chance: random.Random) -> str:
    """Return 16 random bytes as the app writes them."""
    return urlsafe_b64encode(chance.randbytes(16)).rstrip(b"=").decode()


def fill(page: Page, records: int) -> None:
    """Put a history into the open page's database."""
    now = page.evaluate("() => Date.now()")
    page.evaluate(FILL, history(records, now))
