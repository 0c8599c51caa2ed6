"""The places of the flags: a row for each kind, hard nos in place, what is hidden gone, unease always there."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_exit.rules.flags import FLAGS, GRID, LIMITABLE, PINNED
from interview_exit.rules.limits import HARD_NOS
from tests.support.node import NodePage

GRID_OF = """async (chosen) => {
  const { gridOf } = await import('/client/domain/grid.js');
  const { DEFAULTS } = await import('/client/domain/settings.js');
  return gridOf({ ...DEFAULTS, ...chosen });
}"""


def grid(page: NodePage, **chosen: Any) -> list[dict[str, Any]]:  # noqa: ANN401, any setting
    return page.evaluate(GRID_OF, chosen)


def flags(page: NodePage, **chosen: Any) -> list[str]:  # noqa: ANN401
    return [cell["flag"] for cell in grid(page, **chosen)]


def test_with_no_settings_it_is_python_s_grid(node_page: NodePage) -> None:
    cells = grid(node_page)
    assert [(cell["flag"], cell["kind"], cell["label"], cell["hard"]) for cell in cells] == [
        (flag, FLAGS[flag].kind, FLAGS[flag].label, False) for flag in GRID
    ]


def test_m22_hard_nos_are_marked_in_place_and_none_moves(node_page: NodePage) -> None:
    cells = grid(node_page, hardNos=["pay", "not_work"])
    assert [cell["flag"] for cell in cells] == list(GRID)
    assert [cell["flag"] for cell in cells if cell["hard"]] == ["pay", "not_work"]


@pytest.mark.parametrize(
    ("hard", "gone"),
    [
        (["travel"], ["hours"]),
        (["travel", "hours"], ["commute"]),
        (["direction"], ["would_decline"]),
        # Where a kind has more hard nos than its row has places, the row with most to spare gives one.
        (["travel", "remote", "level", "pay"], ["commute", "hours", "advert"]),
        (["direction", "hard_no", "not_work", "would_decline"], ["hours", "advert"]),
        (
            ["terms", "business", "evasive", "private", "unpaid"],
            ["unclear", "values", "advert", "hours", "would_decline"],
        ),
    ],
)
def test_m22_a_hard_no_takes_the_last_place_of_its_row(node_page: NodePage, hard: list[str], gone: list[str]) -> None:
    shown = flags(node_page, hardNos=hard)
    assert set(GRID) - set(shown) == set(gone)
    assert set(hard) <= set(shown)
    kept = [(place, flag) for place, flag in enumerate(GRID) if flag in shown]
    assert all(shown[place] == flag for place, flag in kept if flag not in hard)


def test_hidden_flags_are_gone_but_for_unease_and_the_counterweight_and_each_kind_keeps_to_its_row(
    node_page: NodePage,
) -> None:
    cells = grid(node_page, hidden=["rude", "hours", "uneasy", "g_answer"])
    assert [cell["flag"] for cell in cells] == [flag for flag in GRID if flag not in {"rude", "hours"}]
    assert [cell["flag"] for cell in cells if cell["starts"]] == ["unclear", "not_work"]


def test_a_good_sign_that_is_brought_stands_beside_good_answer(node_page: NodePage) -> None:
    assert flags(node_page, order=["g_people"])[9:] == ["not_work", "g_people", "g_answer"]


def test_what_was_put_first_comes_first_among_its_like(node_page: NodePage) -> None:
    shown = flags(node_page, order=["integrity", "advert"])
    assert shown[:6] == ["integrity", "rude", "uneasy", "advert", "unclear", "values"]
    assert len(shown) == len(GRID)


def test_discreet_words_stand_in_the_same_places(node_page: NodePage) -> None:
    assert [cell["label"] for cell in grid(node_page, discreet=True)] == [FLAGS[flag].discreet for flag in GRID]


some_flags = st.lists(st.sampled_from(sorted(FLAGS)), unique=True, max_size=12)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some_flags, some_flags, some_flags)
def test_m32_whatever_is_set_unease_is_on_the_first_screen(
    node_page: NodePage, hard: list[str], hidden: list[str], order: list[str]
) -> None:
    shown = flags(node_page, hardNos=hard[:HARD_NOS], hidden=hidden, order=order)
    assert set(PINNED) <= set(shown)
    assert len(shown) == len(set(shown)) <= len(GRID)
    limits = {flag for flag in hard[:HARD_NOS] if FLAGS[flag].kind in LIMITABLE}
    assert limits <= set(shown)
    brought = [flag for flag in order if FLAGS[flag].kind == "alarm"]
    assert brought or {"rude", "poke_holes"} - set(hidden) <= set(shown), "no alarm goes for a hard no"


@pytest.mark.parametrize(
    ("tel", "is_kept"),
    [("0170 1234567", True), ("+49 (170) 12-34", True), ("112", True), ("", True), ("12", False),
     ("javascript:1", False), ("1" * 30, False), ("()()()", False), (112, False)],
)  # fmt: skip
def test_a_number_to_call_is_a_number(node_page: NodePage, tel: object, is_kept: bool) -> None:
    kept = node_page.evaluate("async (tel) => (await import('/client/domain/settings.js')).isSetting('tel', tel)", tel)
    assert kept == is_kept
