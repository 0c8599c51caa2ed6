"""Hard nos, flags of one's own, and what stands on the first screen."""

from typing import Any, Self

import pytest

from interview_exit.rules.limits import HARD_NOS, OWN_FLAGS
from interview_exit.words.texts.prepare import FAULTS
from tests.client.ledger_tab import LedgerTab

IMPORT = "async () => { globalThis.choices = await import('/client/prepare/choices.js'); }"
WRITTEN = {
    "label": "No Fridays",
    "discreet": "Days",
    "kind": "mismatch",
    "line": "Fridays are mine. Thank you.",
    "hard": True,
}


class Chooser(LedgerTab):
    """A tab with the choices as well."""

    def start(self) -> Self:
        super().start()
        self.page.evaluate(IMPORT)
        return self

    def choose(self, action: str, *args: Any) -> None:  # noqa: ANN401
        self.page.evaluate("([action, args]) => choices[action](...args)", [action, list(args)])

    def sees(self, key: str) -> Any:  # noqa: ANN401
        return self.page.evaluate("(key) => choices.state.get(key)", key)

    def writes(self, **fields: object) -> str:
        """Write a flag and add it; return its id, or nothing when something was wrong."""
        for field, value in {**WRITTEN, **fields}.items():
            self.choose("write", field, value)
        before = {flag["id"] for flag in self.sees("own")}
        self.choose("addFlag")
        return next((flag["id"] for flag in self.sees("own") if flag["id"] not in before), "")


@pytest.fixture
def chooser(blank: LedgerTab) -> Chooser:
    return Chooser(blank.page).start()


def test_m22_up_to_five_hard_nos_are_kept(chooser: Chooser) -> None:
    chosen = ["remote", "travel", "terms", "pay", "not_work"]
    for flag in (*chosen, "hours"):
        chooser.choose("toggleHard", flag)
    assert chooser.sees("full")
    assert chooser.get("settings")["hardNos"] == chosen
    chooser.choose("toggleHard", "pay")
    chooser.choose("toggleHard", "hours")
    assert not chooser.sees("full")
    assert chooser.sees("hardCount") == HARD_NOS
    assert chooser.saved().restart().get("settings")["hardNos"] == ["remote", "travel", "terms", "not_work", "hours"]


def test_m22_a_tap_on_a_hard_no_wraps_up_and_later_choices_change_no_earlier_tap(chooser: Chooser) -> None:
    chooser.choose("toggleHard", "remote")
    chooser.tap("remote")
    assert chooser.get("verdict") == "wrap_up"
    chooser.choose("toggleHard", "remote")
    assert chooser.get("verdict") == "wrap_up"


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"label": "  "}, "label", "label-empty"),
        ({"label": "Far too long a label"}, "label", "label-long"),
        ({"label": "no  REMOTE"}, "label", "label-taken"),
        ({"discreet": "Something quite long"}, "discreet", "discreet-long"),
        ({"line": " \n"}, "line", "line-empty"),
        ({"line": "word " * 61}, "line", "line-long"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_lost(
    chooser: Chooser, fields: dict[str, str], field: str, code: str
) -> None:
    assert chooser.writes(**fields) == ""
    assert chooser.sees("fault") == {"field": field, "code": code}
    assert code in FAULTS
    assert chooser.sees("draft") == {**WRITTEN, **fields}
    chooser.choose("write", field, WRITTEN[field])
    assert chooser.sees("fault") == {"field": "", "code": ""}
    chooser.choose("addFlag")
    assert [flag["label"] for flag in chooser.sees("own")] == [WRITTEN["label"]]


def test_sixteen_characters_are_counted_as_people_count_them(chooser: Chooser) -> None:
    assert chooser.writes(label="👩\u200d💻" * 3 + "e\u0301" * 13)


def test_a_good_sign_needs_no_words(chooser: Chooser) -> None:
    assert chooser.writes(kind="green", line="", hard=False)


def test_another_kind_suggests_another_line_until_one_is_written(chooser: Chooser) -> None:
    first = chooser.sees("draft")["line"]
    chooser.choose("write", "kind", "unclear")
    assert chooser.sees("draft")["line"] not in ("", first)
    chooser.choose("write", "line", "Mine.")
    chooser.choose("write", "kind", "alarm")
    assert chooser.sees("draft")["line"] == "Mine."


def test_one_s_own_flag_is_tapped_told_and_said_like_any_other(chooser: Chooser) -> None:
    own = chooser.writes(hard=False)
    chooser.tap(own)
    assert chooser.get("verdict") == "wrap_up"
    assert chooser.get("line") == WRITTEN["line"]
    assert chooser.get("causes") == ["No Fridays"]
    chooser.do("setting", "discreet", True)
    assert chooser.get("causes") == ["Days"]


@pytest.mark.parametrize(
    ("kind", "verdict"), [("alarm", "leave_now"), ("unclear", "clear_air"), ("negotiable", "give_chance")]
)
def test_one_s_own_flag_leads_where_its_kind_leads(chooser: Chooser, kind: str, verdict: str) -> None:
    own = chooser.writes(kind=kind, hard=False)
    chooser.tap(own)
    assert chooser.get("verdict") == verdict


def test_one_taken_away_keeps_its_words_in_old_interviews(chooser: Chooser) -> None:
    own = chooser.writes()
    chooser.tap(own)
    chooser.do("end", "wrapped_up")
    chooser.choose("takeAway", own)
    assert chooser.get("settings")["hardNos"] == []
    assert chooser.get("own") == []
    old = chooser.interviews()[0]["id"]
    again = chooser.saved().restart()
    again.do("select", old)
    assert again.get("entry")["log"][0]["label"] == "No Fridays"
    again.tap(own)
    assert again.rows(k="tap", iv=old) == again.rows(k="tap")


def test_one_taken_away_can_be_put_back_while_the_page_is_open(chooser: Chooser) -> None:
    own = chooser.writes()
    chooser.choose("takeAway", own)
    assert [flag["gone"] for flag in chooser.sees("own")] == [True]
    chooser.choose("putBack", own)
    assert [flag["id"] for flag in chooser.get("own")] == [own]


def test_there_are_twelve_at_most(chooser: Chooser) -> None:
    for turn in range(OWN_FLAGS):
        assert chooser.writes(label=f"Mine {turn}", hard=False)
    assert chooser.writes(label="One more", hard=False) == ""
    assert chooser.sees("fault")["code"] == "too-many"


def test_m32_unease_cannot_be_hidden(chooser: Chooser) -> None:
    for flag in ("rude", "uneasy"):
        chooser.choose("hide", flag)
    assert chooser.get("settings")["hidden"] == ["rude"]
    assert "uneasy" in [cell["flag"] for cell in chooser.get("grid")]
    assert [place["id"] for place in chooser.sees("places") if place["pinned"]] == ["uneasy", "g_answer"]


def on_screen(chooser: Chooser, kind: str) -> list[str]:
    return [cell["flag"] for cell in chooser.get("grid") if cell["kind"] == kind]


def test_a_flag_that_is_brought_comes_first_of_its_kind_and_the_last_makes_room(chooser: Chooser) -> None:
    before = on_screen(chooser, "unclear")
    chooser.choose("bring", "private")
    assert on_screen(chooser, "unclear") == ["private", *before[:2]]
    assert before[2] in [flag["id"] for flag in chooser.sees("others")]
    chooser.choose("hide", "private")
    assert on_screen(chooser, "unclear") == before
    chooser.choose("bring", "private")
    chooser.choose("resetPlaces")
    assert on_screen(chooser, "unclear") == before


def test_a_flag_moves_up_among_its_kind(chooser: Chooser) -> None:
    before = on_screen(chooser, "negotiable")
    chooser.choose("moveUp", before[2])
    assert on_screen(chooser, "negotiable") == [before[0], before[2], before[1]]
    assert [place["id"] for place in chooser.sees("places") if place["first"] and place["kind"] == "negotiable"] == [
        before[0]
    ]


def test_one_s_own_flag_is_on_the_first_screen_at_once(chooser: Chooser) -> None:
    limit = chooser.writes()
    asking = chooser.writes(label="Odd rota", kind="unclear", hard=False)
    grid = [cell["flag"] for cell in chooser.get("grid")]
    assert on_screen(chooser, "mismatch") == ["not_work", limit]
    assert on_screen(chooser, "unclear")[0] == asking
    assert len(grid) == 12


def test_flags_written_on_two_devices_are_all_kept(chooser: Chooser) -> None:
    own = chooser.writes()
    [row] = chooser.rows(k="set", e="flags")
    other = {**row["body"]["flags"][0], "id": "own.AAAAAAAA", "label": "No travel on"}
    chooser.put({**row, "id": "elsewhere", "prev": [], "body": {"flags": [other, {"id": "junk"}, None]}})
    assert {flag["id"] for flag in chooser.restart().get("own")} == {own, "own.AAAAAAAA"}


def test_a_tap_whose_words_have_not_come_yet_counts_for_nothing_and_breaks_nothing(chooser: Chooser) -> None:
    chooser.tap("pay")
    [tap] = chooser.rows(k="tap")
    chooser.put({**tap, "id": "foreign", "flag": "own.BBBBBBBB", "hlc": tap["hlc"] + "x"})
    again = chooser.restart()
    assert again.get("verdict") == "give_chance"
    assert len(again.get("log")) == 2
