"""Every situation there is, and each rule by real taps: the page shows what Python's `decide` says."""

from typing import Any

import pytest
from playwright.sync_api import expect

from interview_exit.rules.verdict import decide, facts_at, tabulate
from interview_exit.words import phrases
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

# What another tab would have tapped to bring each fact about. The page takes it over as it takes over any tab's news.
SPEAKS_FOR = {
    "alarm": {"flag": "rude"},
    "open_unclear": {"flag": "unclear"},
    "open_negotiable": {"flag": "pay"},
    "reason_to_go": {"flag": "not_work"},
    # A good sign counts for nothing; confirmed, it is a pause that is due and nothing else, or what follows a pause.
    "reply_due": {"flag": "g_people", "state": "confirmed", "paused": True},
    "pause_due": {"flag": "g_answer", "state": "confirmed"},
}
SHOW_EACH = """async (situations) => {
    const [tab, echo] = [new BroadcastChannel("notes"), new BroadcastChannel("notes")];
    const shown = () => [...document.querySelectorAll(".ways button")].map((each) => each.innerText);
    const card = document.querySelector("[data-verdict]");
    let heard;
    echo.onmessage = () => heard();
    const tell = (puts) => new Promise((told) => { heard = told; tab.postMessage({puts, erases: []}); });
    let count = 0;
    const record = (iv, what) => ({
        id: `r${count}`, iv, at: Date.now(), dev: "tab", v: 1,
        hlc: [String(Date.now()).padStart(15, "0"), String(count++).padStart(5, "0"), "tab"].join("|"), ...what});
    const cards = [];
    for (const [number, {taps, smallField, choice}] of situations.entries()) {
        const iv = `situation-${number}`;
        await tell([record(iv, {k: "iv", id: iv})]);
        const puts = [record(iv, {k: "ivmeta", e: iv, prev: [], body: {smallField}})];
        for (const {flag, state, paused} of taps) {
            const tap = record(iv, {k: "tap", flag, hard: false});
            puts.push(tap);
            if (state) puts.push(record(iv, {k: "outcome", e: tap.id, prev: [], body: {state}}));
            if (paused) puts.push(record(iv, {k: "step", step: "pause", of: tap.id, seconds: 5, skipped: false}));
        }
        if (choice) puts.push(record(iv, {k: "step", step: "choose", choice}));
        await tell(puts);
        const chosen = card.querySelector(".meta .quiet")?.innerText ?? "";
        cards.push({verdict: card.dataset.verdict, chosen: chosen !== "", ways: shown()});
    }
    return cards;
}"""


def situation(place: int) -> dict[str, Any]:
    """Return what happens in the situation at a place of the table."""
    facts = facts_at(place)
    taps = [tap for fact, tap in SPEAKS_FOR.items() if getattr(facts, fact)]
    return {"taps": taps, "smallField": facts.small_field, "choice": facts.choice}


def card(place: int) -> dict[str, Any]:
    """Return what the card must show in the situation at a place of the table."""
    decided = decide(facts_at(place))
    ways = [labels.CHOICES[option] for option in decided.options]
    if decided.loop == "pause":
        ways = [labels.PAUSE_FIRST, labels.SKIP_PAUSE, labels.CHOICES["stay"]]
    elif decided.loop == "reply":
        ways = [*labels.REPLIES.values(), labels.CHOICES["stay"]]
    return {"verdict": decided.verdict, "chosen": decided.chosen, "ways": ways}


def test_page_shows_every_situation_as_python_decides_it(candidate: Candidate) -> None:
    candidate.open_app()
    places = range(len(tabulate()))
    shown = candidate.page.evaluate(SHOW_EACH, [situation(place) for place in places])
    assert len(shown) == len(places)
    wrong = {place: (situation(place), shown[place]) for place in places if shown[place] != card(place)}
    assert wrong == {}


RULES = {
    "1 an alarm outweighs everything": (["g_answer", "pay", "not_work", "advert", "poke_holes"], "leave_now"),
    "1 unease alone is enough": (["uneasy"], "leave_now"),
    "2 unclear before negotiable": (["pay", "not_work", "unclear"], "clear_air"),
    "3 negotiable before mismatch": (["would_decline", "commute"], "give_chance"),
    "4 a mismatch": (["g_answer", "would_decline"], "wrap_up"),
    "5 nothing but good signs": (["g_answer"], "stay"),
    "M32 unease": (["uneasy"], "leave_now"),
}


@pytest.mark.parametrize(("taps", "verdict"), RULES.values(), ids=RULES)
def test_rule_by_taps(candidate: Candidate, taps: list[str], verdict: str) -> None:
    candidate.open_app()
    for flag in taps:
        candidate.tap(flag)
    candidate.is_told(verdict)


OUTCOMES = {
    **{f"M39 M43 {state}": ("advert", state, after) for state, after in [("cleared", "stay"), ("skipped", "wrap_up")]},
    **{f"M39 M43 {state}": ("unclear", state, "wrap_up") for state in ("confirmed", "still_vague")},
    **{f"M28 {state}": ("pay", state, "stay") for state in ("moved", "partly", "will_check")},
    **{f"M29 {state}": ("commute", state, "wrap_up") for state in ("refused", "skipped")},
}


@pytest.mark.parametrize(("flag", "state", "after"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcome_is_asked_in_place_and_recomputes(candidate: Candidate, flag: str, state: str, after: str) -> None:
    candidate.open_app()
    candidate.tap(flag)
    candidate.answer(state)
    candidate.is_told(after)
    expect(candidate.page.locator(".answers")).to_have_count(0)
    candidate.undo().click()
    candidate.is_told("clear_air" if flag in {"advert", "unclear"} else "give_chance")
    expect(candidate.page.locator(".answers button")).to_have_count(
        len(phrases.OUTCOMES["unclear" if flag in {"advert", "unclear"} else "negotiable"])
    )


def test_pause_that_is_due_delays_no_alarm(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    expect(candidate.button(labels.PAUSE_FIRST)).to_have_count(0)
    candidate.open_words()
    expect(candidate.say()).to_contain_text("going to leave now")


@pytest.mark.parametrize("choice", ["wrap_up", "stay"])
def test_any_verdict_is_overruled_in_one_tap(candidate: Candidate, choice: str) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.choose(choice)
    candidate.is_told(choice)
    candidate.sees(labels.YOU_CHOSE)
    candidate.tap("rude")
    candidate.is_told("leave_now")
