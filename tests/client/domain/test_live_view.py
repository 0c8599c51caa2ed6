"""What the live screen shows: the browser's look-up against Python's rules, in every situation there is."""

from itertools import permutations
from typing import Any

import pytest

from interview_exit.rules import taps
from interview_exit.rules.flags import FLAGS, KindId
from interview_exit.rules.taps import STATES, TAKEN_BACK, StateId, counts_as, sort_of
from interview_exit.rules.verdict import CHOICES, Facts, decide
from interview_exit.words import phrases, scripts, selection, slots
from tests.client.told import INTERVIEW, Told
from tests.support.filling import fill
from tests.support.node import NodePage

SHOW = """async ([all, discreet]) => {
  const { liveView, logOf } = await import('/client/domain/live-view.js');
  const { fold } = await import('/client/domain/interview-state.js');
  const { aboutOf } = await import('/client/domain/details.js');
  return all.map((records) => {
    const state = fold(records);
    const log = logOf(state, discreet).reverse();
    return { ...liveView(state, aboutOf(records, records[0].iv), discreet), log };
  });
}"""


def shown(page: NodePage, *all_told: Told, discreet: bool = False) -> list[dict[str, Any]]:
    return page.evaluate(SHOW, [[told.records for told in all_told], discreet])


def show(page: NodePage, told: Told) -> dict[str, Any]:
    return shown(page, told)[0]


def every_situation() -> list[tuple[Facts, Told]]:
    """Each set of facts that taps can bring about, with each choice."""
    bits = (False, True)
    every = [
        Facts(alarm, unclear, negotiable, reason, stage == "pause", stage == "reply", small, choice)
        for alarm in bits
        for unclear in bits
        for negotiable in bits
        for reason in bits
        for stage in (("pause", "reply", "over") if reason else ("over",))
        for small in bits
        for choice in CHOICES
    ]
    return [(facts, told_from(facts)) for facts in dict.fromkeys(every)]


def told_from(facts: Facts) -> Told:
    told = Told()
    told.about(smallField=facts.small_field)
    if facts.alarm:
        told.tap("rude")
    if facts.open_unclear:
        told.tap("values")
    if facts.open_negotiable:
        told.tap("pay")
    if facts.reason_to_go:
        doubt = told.tap("advert")
        told.answer(doubt, "confirmed")
        if not facts.pause_due:
            told.step("pause", seconds=5, of=doubt)
        if not (facts.pause_due or facts.reply_due):
            told.step("added", of=doubt, added=False)
    if facts.choice:
        told.choose(facts.choice)
    return told


def test_every_situation_is_decided_as_python_decides_it(node_page: NodePage) -> None:
    situations = every_situation()
    views = shown(node_page, *[told for _, told in situations])
    assert len(situations) == 384
    for (facts, _), view in zip(situations, views, strict=True):
        rule = decide(facts)
        seen = (view["verdict"], view["chosen"], view["reordered"], tuple(view["options"]))
        assert seen == (rule.verdict, rule.chosen, rule.reordered, rule.options), facts
        assert view["loop"] == rule.loop, facts
        assert bool(view["causes"]) == bool(rule.cause), facts


def every_tap() -> list[tuple[str, bool, StateId, str]]:
    """Each flag, hard or not, with each outcome it can have, and each choice on top."""
    return [
        (flag.id, hard, state, choice)
        for flag in FLAGS.values()
        for hard in (False, True)
        for state in states_of(flag.kind)
        for choice in CHOICES
    ]


def states_of(kind: KindId) -> list[StateId]:
    """What can become of a flag of this kind."""
    return [state for state in STATES if state in {"", *TAKEN_BACK, *taps.OUTCOMES.get(kind, {})}]


def told_with(flag: str, hard: bool, state: str, choice: str) -> Told:
    told = Told()
    tap = told.tap(flag, hard=hard)
    if state in TAKEN_BACK:
        told.step({"undone": "undo", "withdrawn": "withdraw"}[state], of=tap)
    elif state:
        told.answer(tap, state)
    if choice:
        told.choose(choice)
    return told


def line_by_python(flag_id: str, hard: bool, state: StateId, view: dict[str, Any]) -> str:
    """What the card has to say, by phrases.py alone."""
    flag = FLAGS[flag_id]
    kind = "hard" if hard and flag.kind in {"unclear", "negotiable"} else flag.kind
    taken_back = state in TAKEN_BACK
    script = selection.line(view["verdict"], "" if taken_back else kind, "" if taken_back else state)
    script = selection.INSTEAD.get(flag_id, {}).get(script, script)
    script = selection.BEFORE_WORDS.get(view["loop"], script)
    reason = scripts.REASONS.get(flag.reason)
    forms = {"noun": reason.noun, "noun_cap": reason.noun_cap, "clause": reason.clause} if reason else {}
    compiled = slots.compile_script(scripts.SCRIPTS[flag.line if script == selection.OWN_LINE else script].text)
    topic = scripts.LIMIT_TOPICS.get(flag_id, "") if selection.TOPICS.get(script) == "limit" and not taken_back else ""
    values = {f"reason_{form}": "" if taken_back else text for form, text in forms.items()}
    return fill(compiled, values | {"topic": topic})


def test_the_line_to_say_is_python_s_for_every_flag_outcome_and_choice(node_page: NodePage) -> None:
    taps = every_tap()
    views = shown(node_page, *[told_with(*tap) for tap in taps])
    assert len(taps) > 700
    for tap, view in zip(taps, views, strict=True):
        assert view["line"] == line_by_python(*tap[:3], view), tap
        assert view["line"], tap


def test_one_tap_has_one_line_on_the_card_and_the_words_in_a_room_and_on_a_call(node_page: NodePage) -> None:
    flags = [flag for flag in FLAGS.values() if flag.kind == "alarm"]
    situations = [(flag, place) for flag in flags for place in phrases.PLACES]
    all_told = [told_with(flag.id, hard=False, state="", choice="") for flag, _ in situations]
    for told, (_, place) in zip(all_told, situations, strict=True):
        told.about(kind=place)
    for (flag, place), view in zip(situations, shown(node_page, *all_told), strict=True):
        lines = {text for part, text in view["words"].items() if part not in {"long", "unsafe"}}
        assert lines == {view["line"]} == {scripts.SCRIPTS[flag.line].text}, (flag.id, place)


def test_who_chooses_to_leave_has_one_line_too_and_on_a_call_it_ends_the_call(node_page: NodePage) -> None:
    for place, script in (("on_site", "leave_now.short"), ("video", "leave_now.call"), ("phone", "leave_now.call")):
        told = told_with("advert", hard=False, state="", choice="leave_now")
        told.about(kind=place)
        view = show(node_page, told)
        said = fill(slots.compile_script(scripts.SCRIPTS[script].text), {})
        assert (view["line"], view["words"]["own"]) == (said, said)


def test_n03_beside_an_alarm_that_can_be_no_misunderstanding_nothing_is_asked_first(node_page: NodePage) -> None:
    alarms = [flag.id for flag in FLAGS.values() if flag.kind == "alarm"]
    sets = [few for count in (1, 2, 3) for few in permutations(alarms, count)]
    all_told = [Told() for _ in sets]
    for told, few in zip(all_told, sets, strict=True):
        for flag in few:
            told.tap(flag)
    for few, view in zip(sets, shown(node_page, *all_told), strict=True):
        assert view["verdict"] == "leave_now"
        assert bool(view["askable"]) == (set(few) <= {"surprise", "poke_holes", "integrity", "odd_place"}), few


def test_m22_a_hard_no_is_named_beside_its_cause_and_in_what_is_said(node_page: NodePage) -> None:
    hard = [flag for flag in FLAGS.values() if flag.kind in {"unclear", "negotiable"}]
    views = shown(node_page, *[told_with(flag.id, hard=True, state="", choice="") for flag in hard])
    for flag, view in zip(hard, views, strict=True):
        assert view["causes"] == [f"{flag.label} (hard no)"]
        assert scripts.LIMIT_TOPICS[flag.id] in view["line"]
    assert shown(node_page, told_with("pay", hard=True, state="", choice=""), discreet=True)[0]["causes"] == [
        "Pay (limit)"
    ]
    asked = told_with("pay", hard=True, state="", choice="")
    asked.step("ask", of=show(node_page, asked)["askable"])
    assert show(node_page, asked)["causes"] == ["Pay too low"]


def test_n08_a_private_question_ends_in_moving_on_or_pressing_and_the_log_says_so(node_page: NodePage) -> None:
    moved_on, pressed, doubt = (
        told_with(flag, False, state, "")
        for flag, state in (("private", "cleared"), ("private", "confirmed"), ("values", "cleared"))
    )
    views = shown(node_page, moved_on, pressed, doubt)
    assert [view["verdict"] for view in views] == ["stay", "wrap_up", "stay"]
    told = [view["log"][0]["told"] for view in views]
    assert told == ["asked, they moved on", "asked, they pressed", "asked, cleared up"]
    assert "clears" not in views[0]["line"]
    assert "clears" in views[2]["line"]


def test_every_state_of_every_flag_counts_as_python_counts_it(node_page: NodePage) -> None:
    bits = (False, True)
    taps: list[tuple[str, bool, StateId]] = [(id, hard, state) for id in FLAGS for hard in bits for state in STATES]
    views = shown(node_page, *[told_with(*tap, "") for tap in taps])
    for (flag, hard, state), view in zip(taps, views, strict=True):
        fact = counts_as(sort_of(FLAGS[flag].kind, "hard" if hard else "").line, state)
        assert view["verdict"] == decide(Facts.holding([fact or ""])).verdict, (flag, hard, state)


def test_nothing_tapped_says_stay(node_page: NodePage) -> None:
    view = show(node_page, Told())
    assert (view["verdict"], view["pressed"], view["causes"], view["asking"], view["log"]) == ("stay", {}, [], None, [])
    assert view["line"] == scripts.SCRIPTS["stay.idle"].text
    assert not view["spoken"]


def test_the_newest_open_flag_of_the_verdict_is_asked_about(node_page: NodePage) -> None:
    told = Told()
    told.tap("values")
    newest = told.tap("advert")
    told.tap("pay")
    asking = show(node_page, told)["asking"]
    assert asking == {"tap": newest, "flag": "advert", "kind": "unclear", "label": "Not as posted"}


def test_an_answer_takes_a_flag_off_the_question(node_page: NodePage) -> None:
    told = Told()
    first = told.tap("values")
    told.answer(told.tap("advert"), "cleared")
    view = show(node_page, told)
    assert view["asking"]["tap"] == first
    assert view["pressed"] == {"values": True}


def test_an_undone_answer_asks_again(node_page: NodePage) -> None:
    told = Told()
    tap = told.tap("advert")
    told.step("undo", of=told.answer(tap, "confirmed"))
    view = show(node_page, told)
    assert (view["verdict"], view["asking"]["tap"], view["loop"]) == ("clear_air", tap, "ask")


def test_the_later_of_two_answers_holds(node_page: NodePage) -> None:
    told = Told()
    tap = told.tap("pay")
    told.answer(tap, "refused")
    told.answer(tap, "moved")
    assert show(node_page, told)["verdict"] == "stay"


@pytest.mark.parametrize("change", ["tap", "answer", "undo", "withdraw"])
def test_a_choice_holds_until_the_facts_change(node_page: NodePage, change: str) -> None:
    told = Told()
    told.tap("rude")
    asked = told.tap("advert")
    told.choose("practice")
    assert show(node_page, told)["verdict"] == "practice"
    changes = {
        "tap": lambda: told.tap("combative"),
        "answer": lambda: told.answer(asked, "confirmed"),
        "undo": lambda: told.step("undo", of=asked),
        "withdraw": lambda: told.step("withdraw", of=asked),
    }
    changes[change]()
    view = show(node_page, told)
    assert (view["verdict"], view["chosen"]) == ("leave_now", False)


def test_a_good_sign_or_a_pause_changes_no_facts_and_leaves_a_choice(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude")
    told.choose("stay")
    told.tap("g_people")
    told.step("pause", seconds=5)
    view = show(node_page, told)
    assert (view["verdict"], view["computed"], view["chosen"]) == ("stay", "leave_now", True)


def test_an_undone_choice_gives_way_to_the_one_before(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude")
    told.choose("practice")
    told.step("undo", of=told.choose("stay"))
    assert show(node_page, told)["verdict"] == "practice"


def test_an_undone_withdrawal_counts_again(node_page: NodePage) -> None:
    told = Told()
    told.step("undo", of=told.step("withdraw", of=told.tap("rude")))
    assert show(node_page, told)["verdict"] == "leave_now"


def test_a_tap_withdrawn_in_two_tabs_at_once_stays_withdrawn_when_one_is_undone(node_page: NodePage) -> None:
    told = Told()
    tap = told.tap("rude")
    told.step("withdraw", of=tap)
    told.step("undo", of=told.step("withdraw", of=tap))
    assert show(node_page, told)["verdict"] == "stay"


def test_names_fill_the_words_and_are_taken_for_nothing_else(node_page: NodePage) -> None:
    told = Told()
    told.tap("would_decline")
    told.about(name="{role}", company="$& <b>Acme</b>", role="🧭 مهندس")
    words = show(node_page, told)["words"]
    assert words["own"].startswith("Thank you, {role}.")
    assert "about $& <b>Acme</b>" in words["long"]
    assert "the \u2068🧭 مهندس\u2069 role" in words["long"]


def test_an_exit_gives_a_reason_only_when_the_candidate_shares_one(node_page: NodePage) -> None:
    told = Told()
    told.tap("not_work")
    assert "because" not in show(node_page, told)["words"]["long"]
    told.about(reason="pay")
    assert scripts.REASONS["pay"].clause in show(node_page, told)["words"]["long"]


def test_m29_what_they_refused_is_the_reason_until_the_candidate_says_no(node_page: NodePage) -> None:
    told = Told()
    told.answer(told.tap("pay"), "refused")
    view = show(node_page, told)
    assert (view["verdict"], view["reason"]) == ("wrap_up", "pay")
    assert scripts.REASONS["pay"].clause in view["words"]["long"]
    noun = scripts.REASONS["pay"].noun
    assert noun in view["words"]["own"]
    told.about(reason="none")
    kept = show(node_page, told)
    assert not [line for line in (kept["line"], *kept["words"].values()) if "because" in line or noun in line]


def test_discreet_wording_names_the_flags_by_their_topic(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude")
    told.tap("advert")
    view = shown(node_page, told, discreet=True)[0]
    assert (view["causes"], view["asking"]["label"]) == (["Tone"], "Posting")
    assert [line["label"] for line in view["log"]] == ["Posting", "Tone"]


def test_the_log_keeps_what_was_taken_back_and_says_so(node_page: NodePage) -> None:
    told = Told()
    told.step("undo", of=told.tap("rude"))
    told.answer(told.later(3).tap("advert"), "cleared")
    told.choose("wrap_up")
    log = [
        (line["what"], line["minute"], line["label"], line["state"], line["undone"])
        for line in show(node_page, told)["log"]
    ]
    assert log == [
        ("choose", 3, "Wrap up", "wrap_up", False),
        ("tap", 3, "Not as posted", "cleared", False),
        ("tap", 0, "Rude", "undone", True),
    ]


def test_records_count_in_the_order_of_their_stamps_however_they_arrive(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude")
    told.choose("stay")
    told.tap("combative")
    backwards = Told(records=[])
    backwards.records = told.records[::-1]
    assert show(node_page, backwards)["verdict"] == "leave_now"


def test_what_refers_to_nothing_changes_nothing(node_page: NodePage) -> None:
    told = Told()
    told.answer("nobody", "confirmed")
    told.step("undo", of="nobody")
    told.step("withdraw", of=INTERVIEW)
    assert show(node_page, told)["verdict"] == "stay"
