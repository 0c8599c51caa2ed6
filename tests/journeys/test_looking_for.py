"""Years of interviews on the phone and on a laptop: found again, read, put right, and erased for good."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from interview_exit import routes
from interview_exit.words import phrases
from interview_exit.words.texts import history as texts
from interview_exit.words.texts import labels
from tests.client.history.test_delete_with_undo import DUMP
from tests.support.candidate import Candidate
from tests.support.devices import Axe
from tests.support.histories import Record, fill

INTERVIEWS = 300


def filled(page: Page) -> tuple[Candidate, list[Record]]:
    """Open the history of somebody with years of interviews; the newest of them has words in every place."""
    candidate = Candidate(page)
    candidate.open_app()
    records = fill(page, INTERVIEWS)
    candidate.open_app(routes.HISTORY)
    expect(page.locator(".how-many")).to_have_text(f"{INTERVIEWS} {texts.INTERVIEWS}")
    return candidate, records


def company_met_most(records: list[Record]) -> str:
    names = [record["body"]["company"] for record in records if record["k"] == "ivmeta" and record["body"]["company"]]
    return max(names, key=names.count)


def looks_for(candidate: Candidate, by: str, label: str) -> None:
    """Set a filter by what its value is called."""
    options = candidate.page.locator(f"select[name={by}] option")
    [text] = [text for text in options.all_inner_texts() if text.startswith(f"{label} (")]
    candidate.page.locator(f"select[name={by}]").select_option(label=text)


def name_in(row: Locator) -> str:
    """Return whom a row names, also while the row is off the screen and not laid out: it has no inner text then."""
    return row.locator(".name").text_content() or ""


def test_an_interview_is_found_read_and_left_again_on_the_phone(phone: Page, axe: Axe) -> None:
    candidate, records = filled(phone)
    expect(phone.locator(".keys-button")).to_be_hidden()
    candidate.press(texts.FILTER)
    looks_for(candidate, "ended", phrases.ENDINGS["stayed"].title)
    looks_for(candidate, "flag", "Good answer")
    assert axe(phone) == []
    candidate.press(texts.FILTER)
    expect(phone.locator(".set li")).to_have_count(3)
    assert phone.url.endswith("#ended=stayed&flag=g_answer")
    rows = candidate.interviews()
    expect(rows.first).to_contain_text(phrases.ENDINGS["stayed"].title)
    shown = rows.count()
    phone.mouse.wheel(0, 3000)
    candidate.page.evaluate("scrollTo(0, 700)")
    opened = rows.nth(8)
    company = name_in(opened)
    opened.click()
    candidate.is_on("interview")
    expect(phone.locator("h1").first).to_have_text(company)
    phone.get_by_role("link", name=labels.HISTORY, exact=True).click()
    candidate.is_on("history")
    assert phone.url.endswith("#ended=stayed&flag=g_answer")
    expect(rows.nth(8)).to_be_focused()
    expect(rows.nth(8)).to_be_in_viewport()
    assert rows.count() >= shown
    phone.get_by_role("button", name=f"{texts.REMOVE}: Good answer").click()
    phone.get_by_role("searchbox").fill(company_met_most(records).upper())
    expect(rows.first).to_contain_text(company_met_most(records))
    phone.get_by_role("searchbox").fill("zzzz")
    candidate.sees(texts.NOTHING_FITS)
    candidate.press(texts.CLEAR)
    expect(phone.locator(".how-many")).to_have_text(f"{INTERVIEWS} {texts.INTERVIEWS}")


def test_all_about_a_company_stands_on_its_card(phone: Page, axe: Axe) -> None:
    candidate, records = filled(phone)
    name = company_met_most(records)
    phone.get_by_role("searchbox").fill(name)
    candidate.interviews().filter(has_text=name).first.click()
    phone.get_by_role("link", name=texts.COMPANY_CARD).click()
    candidate.is_on("company")
    met = {record["iv"] for record in records if record["k"] == "ivmeta" and record["body"]["company"] == name}
    expect(candidate.interviews()).to_have_count(len(met))
    cues = [record["body"]["cue"] for record in records if record["k"] == "person" and record["iv"] in met]
    expect(phone.locator(".known li")).to_have_count(len(cues))
    assert all(cue in phone.locator(".known").inner_text() for cue in cues)
    assert axe(phone) == []
    assert re.search(r"/card#[\w-]+$", phone.url)
    assert not [word for word in name.lower().split() if word in phone.url.lower()]
    candidate.reloads()
    expect(phone.locator("h1").first).to_have_text(name)


def test_an_outcome_is_put_right_and_what_is_erased_is_found_nowhere(phone: Page, axe: Axe) -> None:
    candidate = Candidate(phone)
    candidate.open_app()
    candidate.gets("clear_air")
    candidate.answer("still_vague")
    candidate.tap("pay")
    candidate.end("stayed")
    candidate.open_history()
    candidate.open_log()
    candidate.writes(labels.COMPANY, "canarycompany")
    candidate.writes(labels.NOTE, "canarynote")
    candidate.press(texts.EDIT)
    assert axe(phone) == []
    phone.locator("select[name=outcome]").first.select_option(label=phrases.STATES["cleared"])
    told = phone.locator(".log .stack .quiet")
    expect(told.get_by_text(phrases.STATES["cleared"])).to_have_count(1)
    expect(told.get_by_text(phrases.STATES["still_vague"])).to_have_count(0)
    phone.get_by_role("button", name=f"{texts.ERASE} Pay too low").click()
    expect(phone.locator(".log")).not_to_contain_text("Pay too low")
    candidate.press(texts.PUT_BACK)
    expect(phone.locator(".log")).to_contain_text("Pay too low")
    candidate.press(texts.ERASE_INTERVIEW)
    candidate.sees(texts.ERASED["interview"])
    phone.get_by_role("link", name=labels.HISTORY, exact=True).click()
    expect(candidate.interviews()).to_have_count(0)
    assert "canarynote" in phone.evaluate(DUMP)
    candidate.reloads()
    candidate.sees(labels.NOTHING_YET)
    assert [word for word in ("canarycompany", "canarynote") if word in phone.evaluate(DUMP)] == []


@pytest.fixture
def laptop(desktop: Page) -> Page:
    """A laptop with years of interviews on the screen."""
    filled(desktop)
    return desktop


def test_list_and_interview_stand_side_by_side_and_keys_move_through_them(laptop: Page, axe: Axe) -> None:
    rows, beside = laptop.locator("a.interview"), laptop.locator("[data-beside] h1")
    laptop.keyboard.press("j")
    expect(rows.first).to_be_focused()
    expect(beside).to_have_text(name_in(rows.first))
    for key, place in (("ArrowDown", 1), ("j", 2), ("k", 1), ("ArrowDown", 2)):
        laptop.keyboard.press(key)
        expect(rows.nth(place)).to_be_focused()
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    expect(beside).to_have_text(name_in(rows.nth(2)))
    assert axe(laptop) == []
    laptop.keyboard.press("Enter")
    expect(laptop.locator("[data-beside]")).to_be_focused()
    laptop.keyboard.press("Escape")
    expect(rows.nth(2)).to_be_focused()
    laptop.keyboard.press("/")
    expect(laptop.get_by_role("searchbox")).to_be_focused()
    laptop.keyboard.type("jk?/")
    expect(laptop.get_by_role("searchbox")).to_have_value("jk?/")
    laptop.keyboard.press("Escape")
    expect(laptop.get_by_role("searchbox")).to_have_value("")
    laptop.keyboard.press("Escape")
    laptop.reload()
    expect(beside).to_have_text(name_in(rows.nth(2)))


def test_keys_are_told_and_can_be_switched_off(laptop: Page, axe: Axe) -> None:
    expect(laptop.get_by_role("button", name=texts.KEYS)).to_be_visible()
    laptop.keyboard.press("?")
    told = laptop.get_by_role("heading", name=texts.KEYS_TITLE)
    expect(told).to_be_visible()
    assert axe(laptop) == []
    laptop.get_by_role("checkbox", name=texts.KEYS_SWITCH).uncheck()
    laptop.keyboard.press("Escape")
    expect(told).to_have_count(0)
    laptop.locator("h1").first.click()
    laptop.keyboard.press("?")
    laptop.keyboard.press("j")
    expect(told).to_have_count(0)
    expect(laptop.locator("a.interview:focus")).to_have_count(0)
    assert "#" not in laptop.url
    laptop.keyboard.press("ArrowDown")
    expect(laptop.locator("a.interview").first).to_be_focused()


def test_the_newest_stands_beside_the_list_until_another_is_chosen(laptop: Page) -> None:
    rows = laptop.locator("a.interview")
    expect(rows.first).to_have_attribute("aria-current", "true")
    expect(laptop.locator("[data-beside] .log")).to_be_visible()
    rows.nth(2).click()
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    expect(laptop.locator("a.interview[aria-current=true]")).to_have_count(1)
