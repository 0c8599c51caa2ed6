"""Looking back: on the phone, in airplane mode. Every tap is optional, and what was tapped is there again later."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from interview_exit.rules import limits
from interview_exit.words import phrases, scripts
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels
from tests.client.domain.test_ics import is_tomorrow, read_reminder
from tests.support.candidate import Candidate
from tests.support.devices import Axe, kept_offline, kept_on_disk, offline

DAY_MS = 24 * 3_600_000
# The records of all interviews, as if they had been made earlier; stamps stay, since they only give the order.
MADE_EARLIER = """async (ms) => {
  const db = await new Promise((done) => { const r = indexedDB.open('notes'); r.onsuccess = () => done(r.result); });
  const records = db.transaction('records', 'readwrite').objectStore('records');
  const all = await new Promise((done) => { const r = records.getAll(); r.onsuccess = () => done(r.result); });
  for (const row of all) records.put({ ...row, at: row.at - ms });
  await new Promise((done) => { records.transaction.oncomplete = done; });
  db.close();
}"""
STUB_SHARE = """() => {
  globalThis.shared = [];
  Object.defineProperty(navigator, 'share', {value: async (what) => { globalThis.shared.push(what); }});
}"""
NO_CLIPBOARD = (
    "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
)


@pytest.fixture
def away(candidate: Candidate) -> Iterator[Candidate]:
    """A candidate who has had the app open once, and whose phone now reaches nothing."""
    candidate.open_app()
    kept_offline(candidate.page)
    with offline(candidate.page):
        yield candidate


def look_back(candidate: Candidate) -> None:
    """Follow the one quiet line of the first screen."""
    candidate.page.get_by_role("link", name=texts.DEBRIEF, exact=True).click()
    candidate.is_on("debrief")


def open_log(candidate: Candidate) -> None:
    candidate.page.get_by_role("link", name=labels.ENTRY_TITLE, exact=True).click()
    candidate.is_on("interview")


def question(candidate: Candidate, title: str) -> Locator:
    return candidate.page.get_by_role("group", name=title, exact=True)


def pick(candidate: Candidate, title: str, answer: str) -> Locator:
    """Tap an answer and return its button."""
    button = question(candidate, title).get_by_role("button", name=answer, exact=True)
    button.click()
    return button


def field(candidate: Candidate, name: str) -> Locator:
    return candidate.page.locator(f"[name={name}]")


def facts(candidate: Candidate) -> dict[str, str]:
    """Return what the log says was made of the interview afterwards."""
    told = candidate.page.locator(".impression > div")
    expect(told.first).to_be_visible()
    return {row.locator("dt").inner_text(): row.locator("dd").inner_text() for row in told.all()}


def let_days_pass(candidate: Candidate, days: int) -> None:
    candidate.page.evaluate(MADE_EARLIER, days * DAY_MS)
    candidate.open_app()


def test_m05_m20_three_taps_rate_company_and_manager_apart_and_stay_optional(away: Candidate, axe: Axe) -> None:
    away.gets("wrap_up")
    away.end("wrapped_up")
    assert away.scroll_room() == (0, 0)
    look_back(away)
    company = pick(away, texts.RATED["company"], texts.RATINGS["again"])
    manager = pick(away, texts.RATED["manager"], texts.RATINGS["not"])
    pick(away, texts.REGRET["at_once"], texts.REGRETS["no"])
    for button in (company, manager):
        expect(button).to_have_attribute("aria-pressed", "true")
    for chip in ("calm", "candid"):
        pick(away, texts.SEEN, texts.CHIPS[chip])
    assert axe(away.page) == []
    away.reloads()
    expect(manager).to_have_attribute("aria-pressed", "true")
    pick(away, texts.RATED["company"], texts.RATINGS["again"])
    expect(company).to_have_attribute("aria-pressed", "false")
    open_log(away)
    told = facts(away)
    assert told[texts.RATED["manager"]] == texts.RATINGS_TOLD["not"]
    assert texts.RATED["company"] not in told
    assert all(texts.CHIPS[chip] in told[texts.SEEN_SHORT] for chip in ("calm", "candid"))
    away.open_app()
    expect(away.page.get_by_role("link", name=texts.DEBRIEF)).to_have_count(0)


def test_m19_m21_people_are_three_words_and_come_back_with_their_company(away: Candidate, axe: Axe) -> None:
    away.tap("rude")
    away.end("left")
    look_back(away)
    away.unfolds(texts.PEOPLE)
    for name in ("role", "initials", "cue"):
        field(away, f"person-{name}").focus()
    away.unfolds(texts.LETTER)
    away.sees(texts.LETTER_NONE)
    asked = away.page.locator("input, textarea, select")
    assert asked.evaluate_all("(all) => all.filter((each) => ['email', 'file', 'tel'].includes(each.type)).length") == 0
    assert asked.evaluate_all("(all) => all.filter((each) => each.autocomplete !== 'off').map(({name}) => name)") == []
    assert field(away, "person-initials").get_attribute("maxlength") == str(limits.INITIALS)
    field(away, "person-role").fill("design lead")
    field(away, "person-initials").fill("דק")
    field(away, "person-cue").fill("asked about tests 🧪")
    pick(away, texts.SEEN, texts.CHIPS["curious"])
    assert axe(away.page) == []
    open_log(away)
    assert facts(away)[texts.PEOPLE].split("\n")[0].startswith("דק")
    field(away, "company").fill("Northwind")
    field(away, "role").focus()
    away.open_app("/prepare")
    field(away, "plan-company").fill("northwind")
    card = away.page.locator(".last-card")
    for part in ("design lead", "asked about tests 🧪", texts.CHIPS["curious"]):
        expect(card).to_contain_text(part)


def test_m06_they_ended_it_has_its_words_and_its_place_in_the_history(away: Candidate) -> None:
    away.gets("stay")
    away.asks_how_it_ended()
    away.sees(scripts.SCRIPTS["they_ended.short"].text)
    away.press(phrases.ENDINGS["they_ended"].label)
    away.moves_on()
    look_back(away)
    away.unfolds(texts.HOW_ENDED)
    chosen = away.button(phrases.ENDINGS["they_ended"].label)
    expect(chosen).to_have_attribute("aria-pressed", "true")
    away.press(phrases.ENDINGS["stayed"].label)
    expect(chosen).to_have_attribute("aria-pressed", "false")
    away.press(phrases.ENDINGS["they_ended"].label)
    open_log(away)
    assert phrases.ENDINGS["they_ended"].told in away.log()[-1]
    away.open_app("/history")
    expect(away.interviews().first).to_contain_text(phrases.ENDINGS["they_ended"].title)


def test_m48_regrets_are_asked_at_once_and_a_week_later_and_can_be_waved_off(away: Candidate) -> None:
    for _ in range(2):
        away.tap("rude")
        away.end("left")
    look_back(away)
    pick(away, texts.REGRET["at_once"], texts.REGRETS["partly"])
    let_days_pass(away, limits.LOOK_BACK_DAYS[0])
    line = away.page.get_by_role("link", name=texts.LOOK_BACK)
    line.click()
    away.is_on("debrief")
    later = pick(away, texts.REGRET["later"], texts.REGRETS["no"])
    expect(later).to_have_attribute("aria-pressed", "true")
    open_log(away)
    told = facts(away)
    assert told[texts.REGRET_SHORT["at_once"]] == texts.REGRETS_TOLD["partly"]
    assert told[texts.REGRET_SHORT["later"]] == texts.REGRETS_TOLD["no"]
    # The other interview is a week old, too: its question waits on both pages, and goes for good with one tap.
    away.open_app("/history")
    expect(line).to_be_visible()
    away.open_app()
    away.press(texts.SKIP)
    expect(line).to_have_count(0)
    away.reloads()
    away.is_told("stay")
    expect(line).to_have_count(0)


def test_a_note_is_filled_in_changed_and_handed_to_the_phone(away: Candidate, axe: Axe) -> None:
    away.page.add_init_script(f"({STUB_SHARE})(); ({NO_CLIPBOARD})()")
    away.reloads()
    away.gets("wrap_up")
    away.end("wrapped_up")
    look_back(away)
    away.unfolds(texts.LETTER)
    away.unfolds(labels.NAMES)
    field(away, "slot-name").fill("Dana")
    field(away, "slot-company").fill("Northwind & Söhne")
    letter = field(away, "letter")
    letter.focus()
    expect(letter).to_have_value(re.compile("^Dear Dana, .* about Northwind & Söhne"))
    letter.fill("Dear Dana, thank you. 100% & more?")
    mail = away.page.get_by_role("link", name=texts.MAIL)
    assert (mail.get_attribute("href") or "").endswith("&body=Dear%20Dana%2C%20thank%20you.%20100%25%20%26%20more%3F")
    away.press(texts.SHARE)
    assert away.page.evaluate("globalThis.shared") == [{"text": "Dear Dana, thank you. 100% & more?"}]
    away.press(texts.COPY)
    away.sees(texts.TOLD["selected"])
    assert away.page.evaluate("getSelection().toString()") == "Dear Dana, thank you. 100% & more?"
    assert axe(away.page) == []
    away.reloads()
    away.unfolds(texts.LETTER)
    expect(letter).to_have_value("Dear Dana, thank you. 100% & more?")


def test_a_reminder_is_a_calendar_file_for_tomorrow_morning_that_says_nothing(away: Candidate) -> None:
    away.gets("leave_now")
    away.end("left")
    look_back(away)
    away.unfolds(texts.LETTER)
    expect(away.button(texts.REMIND_TOMORROW)).to_have_count(0)
    away.press(texts.LETTERS["follow_up.brief"])
    expect(field(away, "letter")).to_have_value(scripts.SCRIPTS["follow_up.brief"].text)
    with away.page.expect_download() as download:
        away.press(texts.REMIND_TOMORROW)
    assert download.value.suggested_filename.endswith(".ics")
    reminder = read_reminder(Path(download.value.path()).read_bytes().decode())
    assert reminder["says"] == texts.REMIND_EVENT
    assert is_tomorrow(reminder["at"], limits.REMINDER_HOUR)


def test_m28_what_they_will_check_is_listed_with_a_date_until_it_is_ticked_off(away: Candidate, axe: Axe) -> None:
    away.gets("give_chance")
    away.answer("will_check")
    away.end("stayed")
    look_back(away)
    field(away, "due").fill("2026-12-01")
    away.open_app("/history")
    waiting = away.page.locator(".still-open")
    expect(waiting).to_contain_text("Tue 1 Dec")
    assert axe(away.page) == []
    waiting.get_by_role("link").click()
    away.is_on("debrief")
    expect(field(away, "due")).to_have_value("2026-12-01")
    away.goes_back()
    waiting.get_by_role("checkbox").check()
    away.reloads()
    expect(away.interviews()).to_have_count(1)
    expect(waiting).to_have_count(0)


def test_m28_on_a_laptop_the_date_is_typed_digit_by_digit(desktop: Page) -> None:
    at_desk = Candidate(desktop)
    at_desk.open_app()
    at_desk.gets("give_chance")
    at_desk.answer("will_check")
    at_desk.end("stayed")
    look_back(at_desk)
    due = field(at_desk, "due")
    due.focus()
    for digit in "12012026":
        desktop.keyboard.type(digit)
        # What was typed so far is on the disk, and drawn.
        kept_on_disk(desktop)
    expect(due).to_have_value("2026-12-01")
    expect(due).to_be_focused()
    at_desk.reloads()
    expect(due).to_have_value("2026-12-01")
    due.focus()
    desktop.keyboard.press("Delete")
    at_desk.reloads()
    expect(due).to_have_value("")


@pytest.mark.parametrize(("width", "zoom"), [(360, "100%"), (320, "200%")])
def test_long_and_foreign_words_break_no_layout(away: Candidate, width: int, zoom: str) -> None:
    page = away.page
    page.set_viewport_size({"width": width, "height": 640})
    away.gets("give_chance")
    away.answer("will_check")
    away.end("wrapped_up")
    look_back(away)
    page.evaluate("(zoom) => { document.documentElement.style.fontSize = zoom; }", zoom)
    for title in (texts.HOW_ENDED, texts.PEOPLE, texts.LETTER, labels.NAMES):
        away.unfolds(title)
    for name, text in (
        ("person-role", "Donaudampfschifffahrtsgesellschaftskapitänsanwärterin" * 2),
        ("person-cue", "👩‍👩‍👧‍👦" * 12),
        ("slot-name", "محمد بن عبد الله"),
        ("slot-company", "W" * 200),
        ("note", "x" * 5000),
    ):
        field(away, name).fill(text)
    field(away, "letter").focus()
    assert away.scroll_room()[0] == 0
    inputs = page.locator("input, textarea").evaluate_all(
        "(all) => all.map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(inputs) >= 16
    open_log(away)
    page.evaluate("(zoom) => { document.documentElement.style.fontSize = zoom; }", zoom)
    assert facts(away)
    assert away.scroll_room()[0] == 0
