"""From a flag to the decision: at every stage the records alone tell where the candidate stands (M39-M46)."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_exit.rules.flags import FLAGS
from interview_exit.words.scripts import SCRIPTS
from tests.client.domain.test_live_view import show, shown
from tests.client.told import Told
from tests.support.node import NodePage

STAGES = ("ask", "pause", "reply", "")


def doubted(flag: str = "advert") -> tuple[Told, str]:
    told = Told()
    return told, told.tap(flag)


def answered(state: str = "confirmed") -> tuple[Told, str]:
    told, tap = doubted()
    told.answer(tap, state)
    return told, tap


def paused() -> tuple[Told, str]:
    told, tap = answered()
    told.step("pause", of=tap, seconds=5, skipped=False)
    return told, tap


def added() -> tuple[Told, str]:
    told, tap = paused()
    told.step("added", of=tap, added=True)
    return told, tap


def decided() -> tuple[Told, str]:
    told, tap = paused()
    told.step("added", of=tap, added=False)
    return told, tap


def skipped() -> tuple[Told, str]:
    told, tap = answered()
    told.step("pause", of=tap, seconds=0, skipped=True)
    return told, tap


@pytest.mark.parametrize(
    ("stage", "verdict", "loop"),
    [
        (doubted, "clear_air", "ask"),
        (answered, "wrap_up", "pause"),
        (paused, "wrap_up", "reply"),
        (added, "clear_air", "ask"),
        (decided, "wrap_up", ""),
        (skipped, "wrap_up", ""),
    ],
)
def test_m39_m46_the_stage_comes_from_the_records(
    node_page: NodePage, stage: Callable[[], tuple[Told, str]], verdict: str, loop: str
) -> None:
    told, tap = stage()
    view = show(node_page, told)
    assert (view["verdict"], view["loop"], view["subject"]) == (verdict, loop, tap if loop else "")


@pytest.mark.parametrize(("state", "loop"), [("confirmed", "pause"), ("still_vague", "pause"), ("skipped", "")])
def test_m44_a_pause_is_due_after_an_answer_and_not_after_a_skip(node_page: NodePage, state: str, loop: str) -> None:
    assert show(node_page, answered(state)[0])["loop"] == loop


def test_m43_cleared_needs_no_pause(node_page: NodePage) -> None:
    view = show(node_page, answered("cleared")[0])
    assert (view["verdict"], view["loop"]) == ("stay", "")


@pytest.mark.parametrize("stage", [doubted, answered, paused, added, decided])
def test_m46_an_alarm_waits_for_no_stage(node_page: NodePage, stage: Callable[[], tuple[Told, str]]) -> None:
    told, _ = stage()
    told.tap("rude")
    view = show(node_page, told)
    assert (view["verdict"], view["line"]) == ("leave_now", SCRIPTS["flag.rude"].text)
    assert view["loop"] not in {"pause", "reply"}


def test_one_pause_serves_every_answer_and_asks_about_the_one_it_was_made_for(node_page: NodePage) -> None:
    told, first = answered()
    second = told.tap("values")
    told.answer(second, "still_vague")
    told.step("pause", of=second, seconds=5, skipped=False)
    assert (show(node_page, told)["loop"], show(node_page, told)["subject"]) == ("reply", second)
    told.step("added", of=second, added=False)
    assert show(node_page, told)["loop"] == ""
    assert first != second


@pytest.mark.parametrize("reply", [True, False])
def test_who_takes_back_what_they_said_of_the_pause_is_asked_again(node_page: NodePage, reply: bool) -> None:
    told, tap = paused()
    told.step("undo", of=told.step("added", of=tap, added=reply))
    view = show(node_page, told)
    assert (view["verdict"], view["loop"], view["subject"]) == ("wrap_up", "reply", tap)


def test_a_pause_of_an_older_version_names_no_answer_and_asks_nothing(node_page: NodePage) -> None:
    told, _ = answered()
    told.step("pause", seconds=5, skipped=False)
    assert show(node_page, told)["loop"] == ""


def test_leaving_the_loop_is_a_choice_like_any_other(node_page: NodePage) -> None:
    told, _ = answered()
    told.step("choose", choice="stay")
    view = show(node_page, told)
    assert (view["verdict"], view["chosen"], view["loop"]) == ("stay", True, "")


@pytest.mark.parametrize("flag", ["poke_holes", "surprise"])
def test_m39_asked_about_first_an_alarm_is_a_doubt(node_page: NodePage, flag: str) -> None:
    told, tap = doubted(flag)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"]) == ("leave_now", tap)
    told.step("ask", of=tap)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"], view["line"]) == ("clear_air", "", SCRIPTS[f"ask.{flag}"].text)
    told.answer(tap, "cleared")
    assert show(node_page, told)["verdict"] == "stay"


def test_asking_first_can_be_undone(node_page: NodePage) -> None:
    told, tap = doubted("surprise")
    told.step("undo", of=told.step("ask", of=tap))
    assert show(node_page, told)["verdict"] == "leave_now"


def test_a_plain_alarm_offers_no_asking(node_page: NodePage) -> None:
    plain = [flag.id for flag in FLAGS.values() if flag.kind == "alarm" and not flag.can_ask]
    views = shown(node_page, *[doubted(flag)[0] for flag in plain])
    assert [view["askable"] for view in views] == [""] * len(plain)


@pytest.mark.parametrize(
    ("flag", "verdict", "script"),
    [
        ("travel", "give_chance", "flag.travel"),
        ("private", "clear_air", "flag.private"),
        ("not_work", "clear_air", "clear_air.short"),
    ],
)
def test_m22_a_hard_no_can_be_asked_about_anyway(node_page: NodePage, flag: str, verdict: str, script: str) -> None:
    told = Told()
    tap = told.tap(flag, hard=True)
    view = show(node_page, told)
    # What would else be asked about is told as a limit; what is no match anyway has its own line already.
    is_limit = FLAGS[flag].kind != "mismatch"
    assert (view["verdict"], view["askable"], "firm limit" in view["line"]) == ("wrap_up", tap, is_limit)
    told.step("ask", of=tap)
    view = show(node_page, told)
    assert view["verdict"] == verdict
    assert view["line"].startswith(SCRIPTS[script].text.split("[")[0])


def test_m22_a_hard_no_that_is_an_alarm_stays_one(node_page: NodePage) -> None:
    told = Told()
    told.tap("rude", hard=True)
    view = show(node_page, told)
    assert (view["verdict"], view["askable"]) == ("leave_now", "")


def test_m08_people_may_be_counted_and_need_not_be(node_page: NodePage) -> None:
    told, tap = doubted("surprise")
    assert show(node_page, told)["crowd"] == {"tap": tap, "count": 0}
    told.step("heads", of=tap, count=45)
    view = show(node_page, told)
    assert (view["crowd"], view["log"][0]["heads"]) == ({"tap": tap, "count": 45}, 45)
    assert show(node_page, doubted("rude")[0])["crowd"] is None


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["tap", "answer", "pause", "skip", "added", "nothing", "ask", "undo", "withdraw", "choose"]),
        st.integers(0, 5),
    ),
    max_size=14,
)
FLAGS_TAPPED = ["advert", "values", "pay", "not_work", "surprise", "uneasy"]


def told_by(events: list[tuple[str, int]]) -> Told:
    """Let anything happen in any order, as two devices and a nervous thumb may do."""
    told, made = Told(), ["nobody"]
    for what, number in events:
        of = made[number % len(made)]
        happens: dict[str, Callable[[], str]] = {
            "tap": lambda number=number: told.tap(FLAGS_TAPPED[number], hard=number == 2),
            "answer": lambda of=of, number=number: told.answer(
                of, ["cleared", "confirmed", "still_vague", "skipped", "refused", "moved"][number]
            ),
            "pause": lambda of=of: told.step("pause", of=of, seconds=5, skipped=False),
            "skip": lambda of=of: told.step("pause", of=of, seconds=0, skipped=True),
            "added": lambda of=of: told.step("added", of=of, added=True),
            "nothing": lambda of=of: told.step("added", of=of, added=False),
            "ask": lambda of=of: told.step("ask", of=of),
            "undo": lambda of=of: told.step("undo", of=of),
            "withdraw": lambda of=of: told.step("withdraw", of=of),
            "choose": lambda number=number: told.step("choose", choice=["stay", "wrap_up", "practice"][number % 3]),
        }
        made.append(happens[what]())
    return told


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS)
def test_whatever_happens_the_loop_can_be_left_and_delays_no_alarm(
    node_page: NodePage, events: list[tuple[str, int]]
) -> None:
    view = show(node_page, told_by(events))
    assert view["loop"] in STAGES
    assert view["line"]
    assert "stay" in view["options"]
    assert (view["subject"] != "") == (view["loop"] != "")
    if view["verdict"] == "leave_now":
        assert view["loop"] not in {"pause", "reply"}
    if view["loop"] in {"pause", "reply"}:
        assert view["verdict"] == "wrap_up"
