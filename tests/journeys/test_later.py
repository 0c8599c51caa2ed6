"""Not now, without a signal: what is put off, two minutes alone, and finishing to withdraw tonight (N01, N02, N06)."""

import re

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.texts import debrief as texts
from interview_exit.words.texts import labels
from tests.support.underground import Underground

FINISH = phrases.WORDS["withdraw_later"]


def looks_back(candidate: Underground, offered: str = texts.DEBRIEF) -> None:
    candidate.page.get_by_role("link", name=offered, exact=True).click()
    candidate.is_on("debrief")


@pytest.mark.parametrize("flag", ["values", "pay"])
def test_n01_what_is_put_off_counts_for_nothing_and_waits_in_the_debrief(underground: Underground, flag: str) -> None:
    underground.tap(flag)
    underground.answer("later")
    underground.is_told("stay")
    expect(underground.say()).to_have_text(SCRIPTS["stay.later"].text)
    underground.reloads()
    underground.is_told("stay")
    underground.end("stayed")
    looks_back(underground)
    waiting = underground.page.locator(".promise")
    expect(waiting).to_contain_text(FLAGS[flag].label)
    expect(waiting).to_contain_text(phrases.STATES["later"])
    question = re.sub(r"\[.*?\]", "", SCRIPTS[FLAGS[flag].line].text).strip()
    expect(waiting).to_contain_text(question)
    underground.page.get_by_role("link", name=labels.ENTRY_TITLE, exact=True).click()
    expect(underground.page.locator(".log")).to_contain_text(phrases.STATES["later"])


def test_n01_what_is_never_asked_speaks_for_going_as_ever(underground: Underground) -> None:
    underground.tap("values")
    underground.answer("skipped")
    underground.is_told("wrap_up")


def test_n02_who_finishes_finds_the_note_to_withdraw_first_and_a_reminder(underground: Underground) -> None:
    underground.page.clock.set_system_time("2026-11-28T15:00:00")
    underground.tap("not_work")
    expect(underground.ways()).to_have_text(
        [labels.WRAP_UP_NOW, *(labels.CHOICES[way] for way in ("withdraw_later", "practice", "stay"))]
    )
    underground.choose("withdraw_later")
    underground.is_told("withdraw_later")
    expect(underground.say()).to_have_text(SCRIPTS["withdraw_later.short"].text)
    underground.sees(" ".join(FINISH.steps))
    underground.press(labels.I_FINISHED)
    underground.moves_on()
    looks_back(underground, texts.TONIGHT)
    letter = underground.page.locator("[name=letter]")
    expect(letter).to_be_visible()
    expect(letter).to_have_value(re.compile("I’d like to withdraw from the process"))
    assert underground.page.locator("main details, main section").first.locator("[name=letter]").count() == 1
    with underground.page.expect_download() as download:
        underground.press(texts.REMIND_TONIGHT)
    assert "DTSTART:20261128T190000" in download.value.path().read_text()
    underground.open_app("/history")
    expect(underground.interviews().first).to_contain_text(phrases.ENDINGS["withdrew_later"].title)


@pytest.mark.parametrize("verdict", ["wrap_up", "withdraw_later"])
def test_n02_why_tells_both_halves_of_the_advice(underground: Underground, verdict: str) -> None:
    underground.gets(verdict)
    underground.opens_details()
    underground.page.get_by_text(labels.RESTS_ON).click()
    for half in phrases.BOTH_HALVES:
        underground.sees(half)


@pytest.mark.parametrize("how", ["left", "wrapped_up", "withdrew_later"])
def test_n05_a_word_to_the_recruiter_is_ready_within_the_hour(underground: Underground, how: phrases.EndingId) -> None:
    underground.gets("leave_now")
    underground.end(how)
    looks_back(underground, texts.TONIGHT if how == "withdrew_later" else texts.DEBRIEF)
    if how != "withdrew_later":
        underground.unfolds(texts.LETTER)
    underground.press(texts.LETTERS["follow_up.recruiter"])
    underground.sees(texts.RECRUITER_WHEN)
    letter = underground.page.locator("[name=letter]")
    expect(letter).to_have_value(re.compile("^Hello, I’ve had my interview, and I won’t be taking it further."))
    mail = underground.page.get_by_role("link", name=texts.MAIL)
    expect(mail).to_have_attribute("href", re.compile(r"^mailto:\?subject=My%20interview&body=Hello"))


@pytest.mark.parametrize("place", ["", *phrases.PLACES])
def test_n06_the_way_out_for_two_minutes_is_one_tap_from_every_verdict(underground: Underground, place: str) -> None:
    underground.prepared(plan={"kind": place})
    verdicts = list(phrases.WORDS) if not place else ["leave_now"]
    for verdict in verdicts:
        underground.gets(verdict)
        underground.press(labels.TWO_MINUTES)
        underground.is_on("away")
        expect(underground.say()).to_have_text(SCRIPTS[phrases.STEP_OUT[place or "on_site"][0]].text)
        assert underground.scroll_room() == (0, 0)
        underground.press(labels.BACK)
        underground.is_told(verdict)
        underground.end("stayed")


def test_n06_the_lines_for_other_places_are_one_tap_away_and_the_notepad_too(underground: Underground) -> None:
    underground.tap("rude")
    underground.press(labels.TWO_MINUTES)
    underground.page.get_by_text(phrases.PLACES["video"], exact=True).click()
    underground.sees(SCRIPTS["step_out.video"].text)
    underground.press(labels.COVER)
    expect(underground.page.locator("[data-covered] [data-cover]")).to_be_visible()
