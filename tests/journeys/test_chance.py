"""Give them a chance, without a signal: say it once, let them answer, go by the answer (M27-M29)."""

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS
from interview_exit.words.scripts import REASONS, SCRIPTS
from interview_exit.words.texts import labels
from tests.support.underground import Underground

FOLLOW_UPS = """() => new Promise((done) => {
    const request = indexedDB.open("notes");
    request.onsuccess = () => {
        const rows = request.result.transaction("records").objectStore("records").getAll();
        rows.onsuccess = () => {
            request.result.close();
            const taps = new Map(rows.result.filter(({ k }) => k === "tap").map(({ id, flag }) => [id, flag]));
            done(rows.result.filter(({ k }) => k === "follow").map(({ e, body }) => [taps.get(e), body]));
        };
    };
})"""


@pytest.mark.parametrize("flag", ["pay", "commute"])
def test_m27_m28_m29_refused_leads_to_an_ending_with_that_reason(underground: Underground, flag: str) -> None:
    underground.tap(flag)
    underground.is_told("give_chance")
    expect(underground.say()).to_have_text(SCRIPTS[f"flag.{flag}"].text)
    underground.answer("refused")
    underground.is_told("wrap_up")
    reason = REASONS[FLAGS[flag].reason]
    expect(underground.say()).to_contain_text(reason.noun)
    underground.opens_details()
    underground.page.get_by_text(labels.IN_FULL).click()
    underground.sees(f"mainly because {reason.clause}")
    underground.press(labels.NO_REASON)
    expect(underground.page.get_by_text("mainly because")).to_have_count(0)


def test_m28_they_move_in_part_or_whole_and_the_talk_goes_on(underground: Underground) -> None:
    underground.tap("pay")
    underground.answer("moved")
    underground.is_told("stay")
    expect(underground.say()).to_have_text(SCRIPTS["stay.moved"].text)
    underground.tap("hours")
    underground.answer("partly")
    underground.is_told("stay")
    expect(underground.say()).to_have_text(SCRIPTS["stay.partly"].text)


def test_m28_what_they_will_check_is_to_be_followed_up(underground: Underground) -> None:
    underground.tap("hours")
    underground.answer("will_check")
    underground.is_told("stay")
    expect(underground.say()).to_have_text(SCRIPTS["give_chance.will_check"].text)
    assert underground.page.evaluate(FOLLOW_UPS) == [["hours", {"due": "", "done": False}]]
