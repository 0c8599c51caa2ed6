"""Every situation there is, and each rule by real taps: the page shows what Python's `decide` says."""

from typing import Any

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import KindId
from interview_exit.rules.verdict import VERDICTS, decide, facts_at, tabulate
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
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
SHOW_EACH = """async ({situations, yours}) => {
    const [tab, echo] = [new BroadcastChannel("notes"), new BroadcastChannel("notes")];
    const shown = (selector) => [...document.querySelectorAll(selector)].map((each) => each.innerText);
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
        const {verdict} = document.querySelector("[data-verdict]").dataset;
        const chosen = shown(".yours").length > 0 || shown(".prompt").includes(yours);
        cards.push({verdict, chosen, question: shown(":is(.answers, .pair) button"), ways: shown(".ways button")});
    }
    return cards;
}"""


def situation(place: int) -> dict[str, Any]:
    """Return what happens in the situation at a place of the table."""
    facts = facts_at(place)
    taps = [tap for fact, tap in SPEAKS_FOR.items() if getattr(facts, fact)]
    return {"taps": taps, "smallField": facts.small_field, "choice": facts.choice}


def card(place: int) -> dict[str, Any]:
    """Return what must be shown in the situation at a place of the table; whoever stays is shown the flags alone."""
    decided = decide(facts_at(place))
    shown = {"verdict": decided.verdict, "chosen": decided.chosen, "question": [], "ways": []}
    if decided.verdict == "stay":
        return shown
    asked = decided.loop == "ask" and decided.verdict != "leave_now"
    answers = [each.label for each in phrases.OUTCOMES[KIND_OF[decided.subject]]] if asked else []
    questions = {
        "pause": [labels.PAUSE_FIRST, labels.SKIP_PAUSE],
        "reply": list(labels.REPLIES.values()),
        "ask": [answer for answer in answers if answer not in NOT_ASKED],
    }
    ways = ["stay"] if decided.loop in {"pause", "reply"} else decided.options
    return shown | {
        "question": questions.get(decided.loop, []),
        "ways": [HERE.get((decided.verdict, way)) or labels.CHOICES[way] for way in ways],
    }


KIND_OF: dict[str, KindId] = {"open_unclear": "unclear", "open_negotiable": "negotiable"}
NOT_ASKED = {each.label for outcomes in phrases.OUTCOMES.values() for each in outcomes if each.state == "skipped"}
# What a way is called where it is the verdict already.
HERE = {
    **{(verdict, "leave_now"): labels.I_HAVE_LEFT for verdict in VERDICTS},
    ("wrap_up", "wrap_up"): labels.WRAP_UP_NOW,
    ("practice", "practice"): labels.I_FINISHED,
    ("withdraw_later", "withdraw_later"): labels.I_FINISHED,
}


def test_page_shows_every_situation_as_python_decides_it(candidate: Candidate) -> None:
    candidate.open_app()
    places = range(len(tabulate()))
    situations = [situation(place) for place in places]
    shown = candidate.page.evaluate(SHOW_EACH, {"situations": situations, "yours": SCRIPTS["stay.chosen"].text})
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
    candidate.undoes()
    candidate.is_told("clear_air" if flag in {"advert", "unclear"} else "give_chance")
    expect(candidate.page.locator(".answers button")).to_have_count(
        len(phrases.OUTCOMES["unclear" if flag in {"advert", "unclear"} else "negotiable"]) - 1
    )


def test_pause_that_is_due_delays_no_alarm(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    expect(candidate.button(labels.PAUSE_FIRST)).to_have_count(0)
    expect(candidate.say()).to_have_text(SCRIPTS["flag.rude"].text)


@pytest.mark.parametrize("choice", ["wrap_up", "stay"])
def test_any_verdict_is_overruled_in_one_tap(candidate: Candidate, choice: str) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.choose(choice)
    candidate.is_told(choice)
    candidate.sees(SCRIPTS["stay.chosen"].text if choice == "stay" else labels.YOU_CHOSE)
    candidate.tap("rude")
    candidate.is_told("leave_now")
