"""The places of the flags: hard nos first, what is hidden gone, unease always there."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_exit.rules.flags import FLAGS, GRID, PINNED
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


def test_m22_hard_nos_come_first_and_are_marked(node_page: NodePage) -> None:
    cells = grid(node_page, hardNos=["travel", "pay"])
    assert [(cell["flag"], cell["hard"]) for cell in cells[:3]] == [("travel", True), ("pay", True), (GRID[0], False)]
    assert len(cells) == len({cell["flag"] for cell in cells}) == len(GRID)


def test_hidden_flags_are_gone_but_for_unease(node_page: NodePage) -> None:
    shown = flags(node_page, hidden=["rude", "hours", "uneasy"])
    assert shown == [flag for flag in GRID if flag not in {"rude", "hours"}]


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
    assert shown[: len(hard[:HARD_NOS])] == hard[:HARD_NOS]


@pytest.mark.parametrize(
    ("tel", "is_kept"),
    [("0170 1234567", True), ("+49 (170) 12-34", True), ("112", True), ("", True), ("12", False),
     ("javascript:1", False), ("1" * 30, False), ("()()()", False), (112, False)],
)  # fmt: skip
def test_a_number_to_call_is_a_number(node_page: NodePage, tel: object, is_kept: bool) -> None:
    kept = node_page.evaluate("async (tel) => (await import('/client/domain/settings.js')).isSetting('tel', tel)", tel)
    assert kept == is_kept
