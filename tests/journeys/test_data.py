"""One's own data: a copy kept and brought back, paper, and the end of everything."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from interview_exit import routes
from interview_exit.words.texts import data as texts
from interview_exit.words.texts import devices as vault
from interview_exit.words.texts import history, labels, printing, titles
from tests.client.ledger_tab import ROWS
from tests.support.candidate import Candidate
from tests.support.devices import Axe, kept_offline
from tests.support.histories import fill
from tests.support.vaults import Owner

CANARY = "Zanzibar"
KEPT = """async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  local: localStorage.length,
  session: sessionStorage.length,
})"""


@pytest.fixture
def lived(candidate: Candidate) -> Candidate:
    """A candidate with a history, with a word in a note that is looked for later."""
    candidate.open_app()
    fill(candidate.page, 30)
    candidate.tap("rude")
    candidate.end("left")
    candidate.open_history()
    candidate.open_log()
    candidate.writes(labels.COMPANY, "=Acme & Söhne")
    candidate.writes(labels.NOTE, CANARY)
    candidate.reloads()
    expect(candidate.field(labels.NOTE)).to_have_value(CANARY)
    candidate.open_app(routes.DATA)
    return candidate


def saved(candidate: Candidate, way: str) -> Download:
    """Keep a copy and return the file."""
    with candidate.page.expect_download() as file:
        candidate.press(way)
    return file.value


def chosen(candidate: Candidate, path: Path) -> None:
    candidate.page.locator("input[type=file]").set_input_files(path)


def records(page: Page) -> list[dict[str, object]]:
    return page.evaluate(ROWS, "records")


def hold(candidate: Candidate) -> None:
    """Hold the control by its key, as one does with a keyboard."""
    candidate.page.locator("[data-erase]").focus()
    candidate.page.keyboard.down("Enter")
    candidate.page.locator("[data-keep]").wait_for()
    candidate.page.keyboard.up("Enter")


def is_erased(candidate: Candidate) -> None:
    """Sit out the seconds in which it could be stopped."""
    expect(candidate.page.get_by_text(texts.ERASED)).to_be_visible(timeout=20_000)


def test_a_copy_goes_from_the_phone_to_a_laptop(lived: Candidate, desktop: Page, axe: Axe, tmp_path: Path) -> None:
    assert axe(lived.page) == []
    lived.sees(texts.WARNING)
    file = saved(lived, texts.KEEP_FILE)
    lived.sees(texts.TOLD["file"])
    assert CANARY not in file.suggested_filename
    copy = tmp_path / file.suggested_filename
    file.save_as(copy)
    before = records(lived.page)
    assert len(json.loads(copy.read_text())["records"]) == sum(row["k"] != "gone" for row in before)
    laptop = Candidate(desktop)
    laptop.open_app(routes.DATA)
    chosen(laptop, copy)
    laptop.sees("31 interviews; 31 of them are not here")
    assert axe(desktop) == []
    assert records(desktop) == []
    laptop.press(texts.BRING_IN)
    laptop.sees(texts.DONE)
    assert records(desktop) == before
    chosen(laptop, copy)
    laptop.sees(texts.FOUND_NOTHING)
    laptop.press(texts.LEAVE)
    laptop.page.get_by_role("link", name=labels.HISTORY).click()
    expect(laptop.interviews().first).to_contain_text("=Acme & Söhne")


def test_a_bad_file_is_refused_with_its_line_and_changes_nothing(lived: Candidate, axe: Axe, tmp_path: Path) -> None:
    file = saved(lived, texts.KEEP_FILE)
    good = Path(file.path()).read_text()
    before = records(lived.page)
    bad = tmp_path / "bad.json"
    for text, told in (
        ("not a copy", texts.FAULTS["not-json"]),
        (good[: len(good) // 3], texts.FAULTS["truncated"]),
        (good.replace('"k":"tap"', '"k":"trap"', 1), texts.FAULTS["no-record"]),
        (good.replace('"version":1', '"version":9', 1), texts.FAULTS["unknown-version"]),
    ):
        bad.write_text(text)
        chosen(lived, bad)
        expect(lived.page.locator(".told").filter(has_text=told)).to_contain_text(texts.UNCHANGED)
        if "trap" in text:
            line = text[: text.index("trap")].count("\n") + 1
            lived.sees(f"{texts.LINE} {line}: ")
    assert axe(lived.page) == []
    assert records(lived.page) == before


def test_a_table_has_a_row_for_each_flag_and_runs_nothing(lived: Candidate) -> None:
    file = saved(lived, texts.KEEP_TABLE)
    with Path(file.path()).open(encoding="utf-8-sig", newline="") as text:
        head, *rows = csv.reader(text, strict=True)
    assert tuple(head) == texts.COLUMNS
    assert len(rows) == sum(row["k"] == "tap" for row in records(lived.page))
    newest = dict(zip(head, rows[-1], strict=True))
    assert (newest["Company"], newest["Flag"], newest["Ended"]) == ("'=Acme & Söhne", "Rude", "left at once")


def test_on_paper_stand_the_interviews_of_the_chosen_months_alone(lived: Candidate, axe: Axe) -> None:
    page = lived.page
    page.get_by_role("link", name=texts.KEEP_PAPER).click()
    lived.is_on("print")
    expect(page.locator("article").last).to_contain_text(CANARY)
    shown = page.locator("article").count()
    page.locator("select[name=first]").select_option(index=2)
    expect(page.locator("article").first).to_be_visible()
    lived.sees(" to print.")
    expect(page.locator("article")).not_to_have_count(shown)
    assert axe(page) == []
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name=printing.PRINT)).to_be_hidden()
    expect(page.locator("article").last).to_be_visible()
    assert page.title() == titles.PRINT
    page.emulate_media(media="screen")
    puts_on_paper(lived)
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator("article")).to_contain_text(CANARY)


def puts_on_paper(candidate: Candidate) -> None:
    """Open the newest interview, and from there the page for paper."""
    candidate.open_app(routes.HISTORY)
    candidate.open_log()
    candidate.page.get_by_role("link", name=printing.LINK).click()


def test_paper_asked_for_again_has_what_was_written_since(lived: Candidate) -> None:
    page = lived.page
    puts_on_paper(lived)
    expect(page.locator("article")).to_contain_text(CANARY)
    lived.goes_back()
    lived.writes(labels.NOTE, "Casablanca")
    page.get_by_role("link", name=printing.LINK).click()
    expect(page.locator("article")).to_contain_text("Casablanca")
    expect(page.locator("article")).not_to_contain_text(CANARY)


def test_what_was_just_erased_does_not_go_on_paper(lived: Candidate) -> None:
    page = lived.page
    puts_on_paper(lived)
    expect(page.locator("article")).to_have_count(1)
    lived.goes_back()
    lived.press(history.EDIT)
    lived.press(history.ERASE_INTERVIEW)
    page.go_forward()
    lived.is_on("print")
    lived.sees(printing.TITLE)
    expect(page.get_by_text(printing.LAYING)).to_have_count(0)
    expect(page.locator("article")).to_have_count(0)


def test_erasing_can_be_stopped_and_then_leaves_nothing(lived: Candidate, axe: Axe) -> None:
    page = lived.page
    kept_offline(page)
    before = records(page)
    page.locator("[data-erase]").click()
    expect(page.locator("[data-keep]")).to_have_count(0)
    hold(lived)
    expect(page.locator("[data-keep]")).to_be_focused()
    assert axe(page) == []
    page.keyboard.press("Enter")
    lived.sees(texts.ERASE_STOPPED)
    assert records(page) == before
    hold(lived)
    is_erased(lived)
    assert axe(page) == []
    nothing = {"databases": [], "caches": [], "workers": 0, "local": 0, "session": 0}
    assert page.evaluate(KEPT) == nothing
    assert page.context.cookies() == []
    lived.press(texts.BEGIN_ANEW)
    lived.waits_until_alive()
    lived.is_on("live")
    lived.is_told("stay")
    lived.open_history()
    lived.sees(labels.NOTHING_YET)
    assert records(page) == []


def test_other_tabs_begin_anew_too(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("rude")
    candidate.page.context.new_page()
    other = Candidate(candidate.page.context.pages[-1])
    other.open_app()
    other.pressed("rude")
    other.press(labels.COVER)
    other.page.get_by_role("textbox").fill(CANARY)
    candidate.open_app(routes.DATA)
    candidate.lifts_the_cover()
    hold(candidate)
    is_erased(candidate)
    other.is_on("live")
    other.waits_until_alive()
    other.pressed("rude", False)
    other.tap("pay")
    other.pressed("pay")
    other.reloads()
    other.pressed("pay")
    assert {row.get("flag") for row in records(other.page)} == {None, "pay"}
    assert CANARY not in json.dumps(other.page.evaluate(ROWS, "meta"))


def test_everything_erased_here_stays_on_the_devices_in_step(phone: Page, desktop: Page) -> None:
    lost, laptop = Owner(phone), Owner(desktop)
    lost.open_app()
    lost.tap("rude")
    lost.end("left")
    words = lost.opens_devices().switches_on()
    laptop.opens_devices().joins(words)
    lost.open_app(routes.DATA)
    hold(lost)
    is_erased(lost)
    lost.press(texts.BEGIN_ANEW)
    lost.waits_until_alive()
    lost.opens_devices()
    expect(lost.button(vault.SWITCH_ON)).to_be_visible()
    assert records(phone) == []

    # What the laptop then sends does not come here, and it misses nothing itself.
    laptop.open_app()
    laptop.tap("pay")
    laptop.end("left")
    laptop.opens_devices().syncs()
    laptop.is_in_step()
    laptop.open_app(routes.HISTORY)
    expect(laptop.interviews()).to_have_count(2)
    lost.open_app(routes.HISTORY)
    lost.sees(labels.NOTHING_YET)
    lost.opens_devices().joins(words)
    lost.open_app(routes.HISTORY)
    expect(lost.interviews()).to_have_count(2)
