"""Seeded histories of any length, as years of use would have left them, for tests and benchmarks alike.

    records = fill(page, interviews=1_000)            # into the open page's own database, in bulk
    records = history(1_000, now_ms=now, seed=2)      # the same records each time

Whom one met, which flags, what asking brought, pauses, choices, how it ended, notes, debriefs, people, regrets,
promises and plans are all in it, and the settings: hard nos, flags of one's own, results of the drill.
"""

import random
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from interview_exit.rules.debrief import RATINGS, REGRETS, SEEN
from interview_exit.rules.flags import FLAGS, KindId
from interview_exit.rules.limits import LOOK_BACK_DAYS
from interview_exit.rules.taps import FOLLOWED_UP
from interview_exit.words.phrases import MOMENTS, OUTCOMES, PLACES
from interview_exit.words.skills import SKILLS
from tests.support.older import choosing, saying

Record = dict[str, Any]

RECORDS_PER_INTERVIEW = 10
"""One interview leaves a few more than that on average."""

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
DEVICE = "generated"

NAMES = ("North", "Cedar", "Harbor", "Copper", "Lark", "Meadow", "Quarry", "Silver", "Tide", "Umber", "Vale", "Willow")
SORTS = ("wind", " Works", " & Daughters", " Labs", "field Systems", " Health", " Maps", " Energy", "light", " Foods")
ROLES = ("designer", "data engineer", "team lead", "support engineer", "writer", "product manager", "researcher")
CUES = ("grey beard, asked about tests", "sat by the window", "knew my old team", "red glasses", "took notes by hand")
WHO = ("design lead", "recruiter", "head of engineering", "future colleague", "founder")
INITIALS = ("AB", "CM", "DK", "JL", "MR", "PS", "TW")
NOTES = (
    "Ask about the rota next time.\nThe office is loud.",
    "Good talk, but they would not say what the role pays.",
    "Said I would hear within a week.",
    "The manager interrupted three times. Not a place for me.",
    "Liked the tests they showed. Write to them in spring.",
)
OWN_FLAGS = (
    ("own.bm8tZnJp", "No Fridays", "Fridays", "negotiable"),
    ("own.bG91ZG9m", "Loud office", "Place", "mismatch"),
)
LIKELY: dict[KindId, int] = {"unclear": 30, "negotiable": 26, "green": 22, "mismatch": 12, "alarm": 10}
"""How often a flag is of each kind, in percent."""

FILL = """async (records) => {
  // Opened before the app has made it, it would be made here, and empty.
  const made = async () => (await indexedDB.databases()).some(({ name, version }) => name === "notes" && version > 1);
  while (!(await made())) await new Promise((wait) => setTimeout(wait, 20));
  const open = indexedDB.open("notes");
  const db = await new Promise((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = fail; });
  for (let from = 0; from < records.length; from += 5000) {
    const tx = db.transaction("records", "readwrite", { durability: "relaxed" });
    const store = tx.objectStore("records");
    for (const record of records.slice(from, from + 5000)) store.put(record);
    await new Promise((done, fail) => { tx.oncomplete = done; tx.onabort = fail; });
  }
  db.close();
}"""


def history(interviews: int, now_ms: int, seed: int = 1) -> list[Record]:
    """Return the records of this many ended interviews and of the settings, the newest interview from yesterday.

    Ten interviews fill three months, a thousand two and a half years, five thousand five and a half.
    """
    chance = random.Random(seed)
    span_ms = 90 * DAY_MS * (interviews / 10) ** 0.5
    starts = sorted(now_ms - DAY_MS - int(chance.random() * span_ms) for _ in range(interviews - 1))
    companies = company_names(chance, max(3, round(interviews**0.75)))
    told = [lived(chance, start, now_ms, companies) for start in (*starts, now_ms - DAY_MS)]
    return [record for each in told for record in each] + kept_settings(chance, now_ms, newest=told[-1][0]["id"])


def fill(page: Page, interviews: int, seed: int = 1) -> list[Record]:
    """Put a history into the open page's database, past the app's back, as soon as the app has made it."""
    records = history(interviews, page.evaluate("() => Date.now()"), seed)
    page.evaluate(FILL, records)
    return records


def company_names(chance: random.Random, count: int) -> list[str]:
    """Return as many names as there are; with more companies than names, towns tell them apart."""
    names = [f"{name}{sort}" for name in NAMES for sort in SORTS]
    towns = [f"{name} {town}" for town in range(2, 2 + count // len(names)) for name in names]
    chance.shuffle(names)
    return [*names, *towns][:count]


@dataclass
class Lived:
    """The records of one interview while it goes on; each method adds one and returns its id."""

    chance: random.Random
    at: int
    records: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.iv = identifier(self.chance)
        self.add("iv", id=self.iv)

    def add(self, k: str, **what: Any) -> str:  # noqa: ANN401, whatever a record carries
        """Add a record, stamped after the one before."""
        basis = {"id": identifier(self.chance), "iv": self.iv}
        self.records.append(basis | stamped(k, self.at, len(self.records)) | what)
        return self.records[-1]["id"]

    def say(self, k: str, e: str, body: Record) -> str:
        """Add the first revision of something."""
        return self.add(k, e=e, prev=[], body=body)

    def step(self, step: str, **what: Any) -> str:  # noqa: ANN401, whatever a step carries
        """Add a step."""
        return self.add("step", step=step, **what)

    def later(self, most_minutes: int) -> None:
        """Let up to this much time pass."""
        self.at += self.chance.randint(15_000, most_minutes * 60_000)

    def happens(self, share: float) -> bool:
        """Toss a coin that falls this way with this probability."""
        return self.chance.random() < share


def lived(chance: random.Random, start: int, now_ms: int, companies: list[str]) -> list[Record]:
    """Return one ended interview with all that was said of it since."""
    at = start - start % DAY_MS + 9 * HOUR_MS + chance.randrange(8 * HOUR_MS)
    one = Lived(chance, min(at, start))
    met(one, companies)
    kinds = [flagged(one) for _ in range(min(9, 1 + int(chance.expovariate(0.45))))]
    ended(one, kinds)
    looked_back(one, now_ms)
    return one.records


def met(one: Lived, companies: list[str]) -> None:
    """Say whom it is with: some companies are met again and again, and some interviews name nobody."""
    chance = one.chance
    company = companies[int(len(companies) * chance.random() ** 1.6)] if one.happens(0.92) else ""
    about: Record = {"company": company, "role": chance.choice(ROLES) if one.happens(0.8) else ""}
    about |= {"kind": chance.choice(list(PLACES)), "minutes": chance.choice([30, 45, 60])} if one.happens(0.6) else {}
    about |= {"smallField": True} if one.happens(0.1) else {}
    about |= {"skill": chance.choice(list(SKILLS))} if one.happens(0.1) else {}
    one.say("ivmeta", one.iv, about)


def flagged(one: Lived) -> str:
    """Tap a flag and let it take its course; return the kind that it now counts as, empty when it was taken back."""
    chance = one.chance
    one.later(9)
    [kind] = chance.choices(list(LIKELY), list(LIKELY.values()))
    own = [flag for flag, _, _, of in OWN_FLAGS if of == kind]
    flag = chance.choice([*(each.id for each in FLAGS.values() if each.kind == kind), *own])
    tap = one.add("tap", flag=flag, hard=kind != "green" and one.happens(0.06))
    if flag == "surprise" and one.happens(0.5):
        one.step("heads", of=tap, count=chance.randint(3, 45))
    if one.happens(0.04):
        one.step(chance.choice(["undo", "withdraw"]), of=tap)
        return ""
    if kind in OUTCOMES and one.happens(0.9):
        return asked(one, tap, kind)
    return kind


def asked(one: Lived, tap: str, kind: KindId) -> str:
    """Ask about a flag; return the kind that it counts as with that answer."""
    one.later(3)
    states = [outcome.state for outcome in OUTCOMES[kind]]
    [state] = one.chance.choices(states, [9, 5, 3, 1, 1] if kind == "unclear" else [4, 4, 5, 3, 1, 1])
    one.say("outcome", tap, saying(state))
    if state == "confirmed":
        skipped = one.happens(0.15)
        one.step("pause", of=tap, seconds=0 if skipped else 5, planned=5, skipped=skipped)
        if not skipped:
            one.step("added", of=tap, added=one.happens(0.25))
    if state in FOLLOWED_UP:
        one.say("follow", tap, {"due": "", "done": one.happens(0.98)})
    return "mismatch" if state in {"confirmed", "still_vague", "refused", "skipped"} else ""


def ended(one: Lived, kinds: list[str]) -> None:
    """End it as the flags suggest, most of the time."""
    chance = one.chance
    one.later(4)
    if "alarm" in kinds:
        how = chance.choices(["left", "wrapped_up", "stayed", "they_ended"], [6, 2, 2, 1])[0]
    elif "mismatch" in kinds:
        how = chance.choices(["wrapped_up", "withdrew_later", "stayed", "practised", "they_ended"], [4, 2, 1, 2, 1])[0]
    else:
        how = chance.choices(["stayed", "they_ended", "wrapped_up"], [8, 1, 1])[0]
    choice = {"stayed": "stay", "practised": "practice", "withdrew_later": "withdraw_later"}.get(how)
    if choice and {"alarm", "mismatch"} & set(kinds):
        one.step("choose", **choosing(choice))
    if how == "wrapped_up" and one.happens(0.4):
        one.step("wait", moment=chance.choice(list(MOMENTS)))
    one.later(12)
    one.step("end", how=how)


def looked_back(one: Lived, now_ms: int) -> None:
    """Say the same evening, and perhaps a week later, what one made of it."""
    chance, end = one.chance, one.at
    one.at += chance.randint(1, 6) * HOUR_MS
    if one.happens(0.35):
        one.say("note", one.iv, {"text": chance.choice(NOTES)})
    if one.happens(0.6):
        rated = {what: chance.choice(RATINGS) for what in ("company", "manager") if one.happens(0.8)}
        one.say("debrief", one.iv, rated | {"seen": chance.sample(SEEN, chance.randint(0, 3))})
        one.say("regret", "at_once", {"answer": chance.choices(REGRETS, [7, 2, 1])[0]})
    for _ in range(chance.choices([0, 1, 2, 3], [6, 4, 2, 1])[0]):
        person = {"role": chance.choice(WHO), "initials": chance.choice(INITIALS), "cue": chance.choice(CUES)}
        one.say("person", identifier(chance), person)
    week = end + (LOOK_BACK_DAYS[0] + chance.randint(0, 5)) * DAY_MS
    if week < now_ms and one.happens(0.4):
        one.at = week
        one.say("regret", "later", {"answer": chance.choices(REGRETS, [8, 2, 1])[0]})


def kept_settings(chance: random.Random, now_ms: int, newest: str) -> list[Record]:
    """Return what belongs to no interview; the plan has served the newest one."""
    at = now_ms - DAY_MS // 2
    own = [{"id": flag, "label": label, "discreet": discreet, "kind": kind, "line": "", "gone": False}
           for flag, label, discreet, kind in OWN_FLAGS]  # fmt: skip
    drill = [{"at": at - day * DAY_MS, "ms": 5000 + round(chance.gauss(0, 90 + 70 * day))} for day in range(12, 0, -1)]
    said: dict[str, Record] = {
        "settings": {"hardNos": ["travel", "hours"]},
        "flags": {"flags": own},
        "drill": {"results": drill},
        "plan": {"company": "Cedar Labs", "minutes": 45, "used": newest},
    }
    return [
        {"id": identifier(chance), "iv": "", "e": about, "prev": [], "body": body} | stamped("set", at, number)
        for number, (about, body) in enumerate(said.items())
    ]


def stamped(k: str, at: int, number: int) -> Record:
    """Return what every record has, as hlc.js stamps it."""
    return {"k": k, "at": at, "hlc": f"{at:015d}|{number:05d}|{DEVICE}", "dev": DEVICE, "v": 1}


def identifier(chance: random.Random) -> str:
    """Return 16 random bytes as the app writes them."""
    return urlsafe_b64encode(chance.randbytes(16)).rstrip(b"=").decode()
