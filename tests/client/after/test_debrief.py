"""What the pages that look back make of records: damaged ones, doubled ones, none."""

from typing import Any

import pytest
from playwright.sync_api import Page

from interview_exit.rules import debrief
from interview_exit.rules.endings import NOT_HELD, EndingId
from interview_exit.rules.limits import DEBRIEF_HOURS, LOOK_BACK_DAYS
from interview_exit.words import scripts, slots
from interview_exit.words.phrases import ENDINGS
from interview_exit.words.texts import debrief as texts
from tests.client.ledger_tab import LedgerTab
from tests.client.told import INTERVIEW, Told
from tests.support.filling import fill

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
IMPRESSION = "async (records) => (await import('/client/domain/impression.js')).impressionOf(records, records[0].iv)"
AFTERWARDS = "async ([rows, now]) => (await import('/client/domain/reminders.js')).afterwards(rows, now)"
OPEN = """async (id) => {
  for (const name of ['debrief', 'people', 'letter']) globalThis[name] = await import(`/client/after/${name}.js`);
  globalThis.followUps = await import('/client/after/follow-ups.js');
  for (const { state } of [debrief, people, letter, followUps]) state.subscribe(() => {});
  await ledger.select(id);
}"""

FOLLOW_UPS = """async () => {
  globalThis.followUps = await import('/client/after/follow-ups.js');
  followUps.state.subscribe(() => {});
}"""


def row(**what: Any) -> dict[str, Any]:  # noqa: ANN401, whatever a row says
    """An interview that ended just now, as the list has it."""
    return {"id": INTERVIEW, "over": 0, "end": "left", "debriefed": False, "lookedBack": False, **what}


def offered(page: Page, now: float, *rows: dict[str, Any]) -> str:
    found = page.evaluate(AFTERWARDS, [list(rows), now])
    return found["what"] if found else ""


def open_debrief(tab: LedgerTab, *flags: str, end: EndingId | None = None) -> str:
    """Have an interview, and open its debrief."""
    tab.tap(*flags)
    interview = tab.get("live")
    if end:
        tab.do("end", end)
    tab.page.evaluate(OPEN, interview)
    return interview


def read(tab: LedgerTab, module: str, key: str) -> Any:  # noqa: ANN401
    return tab.page.evaluate("([module, key]) => globalThis[module].state.get(key)", [module, key])


def act(tab: LedgerTab, module: str, action: str, *args: object) -> None:
    tab.page.evaluate("([module, action, args]) => globalThis[module][action](...args)", [module, action, list(args)])


def test_every_id_has_words_and_every_word_an_id() -> None:
    assert tuple(texts.RATINGS) == tuple(texts.RATINGS_TOLD) == debrief.RATINGS
    assert tuple(texts.CHIPS) == debrief.SEEN
    assert tuple(texts.REGRETS) == tuple(texts.REGRETS_TOLD) == debrief.REGRETS
    assert set(debrief.LETTERS) == set(ENDINGS)
    assert {script for fit in debrief.LETTERS.values() for script in fit.offered} == set(texts.LETTERS)
    assert set(texts.LETTERS) == {name for name, script in scripts.SCRIPTS.items() if script.moment == "later"}
    assert all(fit.first in ("", *fit.offered) for fit in debrief.LETTERS.values())


def test_m48_the_debrief_is_offered_the_same_evening_and_the_question_a_week_later(modules_page: Page) -> None:
    first, last = LOOK_BACK_DAYS
    evening = DEBRIEF_HOURS * HOUR_MS
    assert offered(modules_page, evening, row()) == "debrief"
    assert {offered(modules_page, evening, row(end=how)) for how in NOT_HELD} == {""}
    assert offered(modules_page, evening + 1, row()) == ""
    assert offered(modules_page, 0, row(debriefed=True)) == ""
    assert offered(modules_page, 0, row(end="")) == "unfinished"
    assert offered(modules_page, 0) == ""
    for days, due in ((first - 0.1, ""), (first, "look_back"), (last, "look_back"), (last + 0.1, "")):
        assert offered(modules_page, days * DAY_MS, row(debriefed=True)) == due
    assert offered(modules_page, first * DAY_MS, row(lookedBack=True)) == ""
    assert offered(modules_page, first * DAY_MS, row(end="they_ended")) == ""


def test_damaged_and_unknown_answers_are_as_none(modules_page: Page) -> None:
    told = Told()
    for body in (
        {"company": "toString", "manager": 7, "seen": "calm"},
        {"seen": [None, "calm", "loud"], "manager": "not"},
    ):
        told.add("debrief", e=INTERVIEW, prev=[], body=body)
    told.add("person", e="somebody", prev=[], body={"role": 3, "initials": None, "cue": "tall"})
    told.add("person", e="nobody", prev=[], body={"role": "", "initials": "", "cue": ""})
    found = modules_page.evaluate(IMPRESSION, told.records)
    assert found["rated"] == {"company": "", "manager": "not"}
    assert found["seen"] == ["calm"]
    assert [person["id"] for person in found["people"]] == ["somebody"]


def test_m06_what_is_put_right_later_does_not_make_an_interview_longer(modules_page: Page) -> None:
    told = Told()
    told.tap("rude")
    told.later(20).step("end", how="left")
    told.later(90).step("end", how="they_ended")
    opened = modules_page.evaluate(
        "async (records) => (await import('/client/domain/detail.js')).opened(records[0], records, '', false)",
        told.records,
    )
    assert (opened["minutes"], opened["end"]) == (20, "they_ended")


@pytest.mark.parametrize("end", [None, *ENDINGS])
def test_the_note_that_fits_how_it_ended_is_filled_in(tab: LedgerTab, end: EndingId | None) -> None:
    interview = open_debrief(tab, "not_work", end=end)
    fit = debrief.LETTERS[end] if end else debrief.Letters(tuple(texts.LETTERS))
    assert (read(tab, "letter", "wording"), set(read(tab, "letter", "offered"))) == (fit.first, set(fit.offered))
    tab.do("describe", interview, {"name": "Dana", "company": "Northwind", "role": "designer", "reason": "pay"})
    for script in fit.offered:
        if read(tab, "letter", "wording") != script:
            act(tab, "letter", "choose", script)
        assert read(tab, "letter", "text") == filled(script)
    act(tab, "letter", "choose", read(tab, "letter", "wording"))
    assert (read(tab, "letter", "wording"), read(tab, "letter", "text")) == ("", "")


def filled(script: str) -> str:
    reason = scripts.REASONS["pay"]
    known = {"name": "Dana", "company": "Northwind", "role": "designer", "reason_clause": reason.clause}
    compiled = slots.compile_script(scripts.SCRIPTS[script].text)
    return fill(compiled, known)


def test_a_changed_note_is_kept_for_its_wording_and_fits_into_an_address(tab: LedgerTab) -> None:
    interview = open_debrief(tab, "not_work", end="wrapped_up")
    act(tab, "letter", "type", "Half a 😀: \ud83d\nSecond & last")
    assert read(tab, "letter", "encoded") == "Half%20a%20%F0%9F%98%80%3A%20%EF%BF%BD%0D%0ASecond%20%26%20last"
    act(tab, "letter", "type", "My own")
    act(tab, "letter", "keep")
    act(tab, "letter", "choose", "follow_up.brief")
    assert read(tab, "letter", "text") == scripts.SCRIPTS["follow_up.brief"].text
    act(tab, "letter", "choose", "follow_up.note")
    tab.saved().restart().page.evaluate(OPEN, interview)
    assert read(tab, "letter", "text") == "My own"


def test_m19_a_person_is_no_more_than_three_words_and_gone_when_they_are_gone(tab: LedgerTab) -> None:
    open_debrief(tab, "rude")
    (blank,) = read(tab, "people", "rows")
    act(tab, "people", "write", blank["id"], "role", "  ")
    assert tab.saved().rows(k="person") == []
    act(tab, "people", "write", blank["id"], "initials", " D.K.Longname ")
    act(tab, "people", "write", blank["id"], "cue", "red glasses")
    (kept,) = tab.saved().rows(k="person")
    assert kept["body"] == {"role": "", "initials": "D.K.", "cue": "red glasses"}
    act(tab, "people", "another")
    assert next(person["id"] for person in read(tab, "people", "rows")) == blank["id"]
    act(tab, "people", "remove", blank["id"])
    assert tab.saved().rows(k="person") == []
    act(tab, "people", "putBack")
    assert [row["body"] for row in tab.saved().rows(k="person")] == [kept["body"]]
    for key in ("initials", "cue"):
        act(tab, "people", "write", blank["id"], key, "")
    assert tab.saved().rows(k="person") == []
    assert blank["id"] in [person["id"] for person in read(tab, "people", "rows")]


def test_m28_what_they_will_check_waits_until_it_is_ticked_off(tab: LedgerTab) -> None:
    interview = open_debrief(tab, "pay")
    tab.do("resolve", "will_check")
    (waiting,) = read(tab, "followUps", "open")
    assert (waiting["flag"], waiting["due"], waiting["done"]) == ("pay", "", False)
    act(tab, "followUps", "setDue", interview, waiting["id"], "2026-12-01")
    act(tab, "followUps", "setDue", interview, waiting["id"], "tomorrow")
    act(tab, "followUps", "setDue", interview, waiting["id"], "2026-12-02")
    assert read(tab, "followUps", "open")[0]["by"] == "Wed 2 Dec"
    act(tab, "followUps", "setDone", interview, waiting["id"], True)
    assert (read(tab, "followUps", "open"), read(tab, "followUps", "here")[0]["done"]) == ([], True)
    assert [row["body"] for row in tab.saved().rows(k="follow")] == [{"due": "2026-12-02", "done": True}]
    tab.do("undo", tab.rows(k="outcome")[0]["id"])
    assert read(tab, "followUps", "here") == []


def test_m28_what_is_open_in_an_interview_of_long_ago_is_found(tab: LedgerTab) -> None:
    told = Told()
    tap = told.tap("remote")
    told.answer(tap, "will_check")
    told.add("follow", e=tap, prev=[], body={"due": "", "done": False})
    told.step("end", how="stayed")
    tab.tap("rude")
    tab.do("end", "left")
    tab.put(*told.records)
    tab.restart()
    tab.page.evaluate(FOLLOW_UPS)
    tab.until("followUps.state.get('open').length === 1")
    assert read(tab, "followUps", "open")[0]["interview"] == INTERVIEW


def test_two_quick_taps_both_count_and_another_tab_sees_them(tab: LedgerTab) -> None:
    interview = open_debrief(tab, "rude", end="left")
    other = tab.beside()
    other.page.evaluate(OPEN, interview)
    tab.page.evaluate("Promise.all([debrief.see('calm'), debrief.see('candid'), debrief.rate('manager', 'not')])")
    other.until("debrief.state.get('seen').length === 2 && debrief.state.get('rated').manager === 'not'")
    act(tab, "debrief", "rate", "manager", "not")
    assert read(tab, "debrief", "rated") == {"company": "", "manager": ""}
    act(tab, "debrief", "answer", "at_once", "partly")
    act(tab, "debrief", "answer", "at_once", "partly")
    assert read(tab, "debrief", "regrets") == {"at_once": "", "later": ""}
