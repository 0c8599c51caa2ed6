"""What becomes of the plan when the interview that took it over turns out not to have been held (N07)."""

from typing import Any

import pytest

from interview_exit.rules.endings import NOT_HELD
from tests.support.node import NodePage

AFTER = """async ([plan, interview, how]) => {
  const { planAfter, planOf, aboutFrom, BLANK } = await import('/client/domain/plan.js');
  const kept = (body) => [{ id: 'a', k: 'set', e: 'plan', prev: [], body, hlc: '1' }];
  const found = planAfter(kept({ ...BLANK, ...plan }), { about: {}, how: '', ...interview }, how);
  return found && { used: found.used, waits: planOf(kept(found)).company };
}"""
ABOUT = {
    "company": "Northwind",
    "role": "",
    "name": "",
    "kind": "video",
    "minutes": 45,
    "until": "",
    "smallField": False,
}
USED = {**ABOUT, "used": "mine"}


def after(page: NodePage, plan: dict[str, Any], then: str, **interview: Any) -> dict[str, str] | None:  # noqa: ANN401
    """Return what becomes of a plan when the interview is told to have ended so."""
    return page.evaluate(AFTER, [plan, {"id": "mine", "about": ABOUT, **interview}, then])


@pytest.mark.parametrize("how", NOT_HELD)
def test_n07_it_waits_again_after_an_interview_that_was_not_held(node_page: NodePage, how: str) -> None:
    assert after(node_page, USED, how) == {"used": "", "waits": "Northwind"}
    assert after(node_page, {**USED, "used": "another"}, how) is None


@pytest.mark.parametrize("how", ["stayed", ""])
def test_n07_it_is_used_after_all_if_that_was_a_mistake(node_page: NodePage, how: str) -> None:
    for before in NOT_HELD:
        assert after(node_page, ABOUT, how, how=before) == {"used": "mine", "waits": ""}
        # Another plan has been made since, or the interview had none.
        assert after(node_page, {**ABOUT, "company": "Contoso"}, how, how=before) is None
        assert after(node_page, ABOUT, how, how=before, about={}) is None
        assert after(node_page, {}, how, how=before) is None


def test_any_other_ending_leaves_it_alone(node_page: NodePage) -> None:
    assert after(node_page, USED, "left") is None
    assert after(node_page, ABOUT, "left", how="stayed") is None
