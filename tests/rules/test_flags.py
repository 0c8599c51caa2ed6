"""The catalogue: all that can be tapped is there, under its kind, with words that fit and give nothing away."""

import pytest

from interview_exit.rules.flags import FLAGS, GRID, KINDS, PINNED, Flag, KindId
from interview_exit.rules.limits import LABEL_CHARACTERS
from interview_exit.rules.taps import counts_as
from interview_exit.rules.verdict import Facts, decide
from interview_exit.words.scripts import REASONS, SCRIPTS
from interview_exit.words.selection import line
from interview_exit.words.slots import compile_script

KIND_OF_VERDICT = {
    "alarm": "leave_now",
    "unclear": "clear_air",
    "negotiable": "give_chance",
    "mismatch": "wrap_up",
    "green": "stay",
}


def verdict_of(flag: str) -> str:
    """Return what one tap on a fresh interview leads to."""
    fact = counts_as(FLAGS[flag].kind, "")
    return decide(Facts.holding([fact or ""])).verdict


def test_all_thirty_six_flags_are_there_under_their_own_id() -> None:
    assert len(FLAGS) == 36
    assert all(name == flag.id for name, flag in FLAGS.items())


@pytest.mark.parametrize("flag", FLAGS.values(), ids=FLAGS)
def test_every_flag_leads_where_its_kind_says(flag: Flag) -> None:
    assert verdict_of(flag.id) == KIND_OF_VERDICT[flag.kind]


@pytest.mark.parametrize("wording", ["label", "discreet", "longer"])
def test_no_two_flags_are_called_the_same(wording: str) -> None:
    called = [getattr(flag, wording) for flag in FLAGS.values()]
    assert all(called)
    assert len(set(called)) == len(called)


@pytest.mark.parametrize("wording", ["label", "discreet"])
def test_labels_fit_their_cell(wording: str) -> None:
    assert all(len(getattr(flag, wording)) <= LABEL_CHARACTERS for flag in FLAGS.values())


def test_discreet_words_give_no_alarm_away() -> None:
    telling = {flag.label for flag in FLAGS.values() if flag.kind in {"alarm", "mismatch"}}
    assert not telling & {flag.discreet for flag in FLAGS.values()}


def test_every_flag_but_the_good_signs_has_a_line_of_its_own() -> None:
    for flag in FLAGS.values():
        assert (flag.line in SCRIPTS) == (flag.kind != "green")


def test_n03_what_may_be_a_misunderstanding_can_be_asked_about_first_and_no_other_alarm() -> None:
    asking = {flag.id for flag in FLAGS.values() if flag.kind == "alarm" and flag.ask}
    assert asking == {"surprise", "poke_holes", "integrity", "odd_place"}
    assert all(SCRIPTS[FLAGS[flag].ask].moment == "go_on" for flag in asking)


def test_whatever_can_be_a_hard_no_can_be_asked_about_anyway() -> None:
    for flag in FLAGS.values():
        assert flag.kind in {"alarm", "green"} or SCRIPTS[flag.ask].moment == "go_on"
    assert not [flag.id for flag in FLAGS.values() if flag.kind == "green" and flag.ask]


def test_every_reason_is_one_and_every_negotiable_flag_has_one() -> None:
    assert {flag.reason for flag in FLAGS.values() if flag.reason} == set(REASONS)
    assert all(flag.reason for flag in FLAGS.values() if flag.kind == "negotiable")


def test_every_kind_has_a_shape_of_its_own() -> None:
    assert len({kind.glyph for kind in KINDS.values()}) == len(KINDS)


def test_the_grid_holds_twelve_with_kinds_in_rows() -> None:
    assert len(set(GRID)) == 12
    rows = [{FLAGS[flag].kind for flag in GRID[start : start + 3]} for start in (0, 3, 6, 9)]
    assert rows == [{"alarm"}, {"unclear"}, {"negotiable"}, {"mismatch", "green"}]


def test_m03_rudeness_alone_is_reason_enough() -> None:
    assert verdict_of("rude") == "leave_now"


def test_m04_a_job_not_as_posted_is_asked_about_and_no_exit() -> None:
    assert verdict_of("advert") == "clear_air"


def test_m08_a_surprise_group_is_a_flag_and_needs_no_count() -> None:
    assert [flag.id for flag in FLAGS.values() if flag.counts_heads] == ["surprise"]
    assert verdict_of("surprise") == "leave_now"


@pytest.mark.parametrize("flag", ["pay", "commute"])
def test_m27_pay_and_commute_map_to_a_reason(flag: str) -> None:
    assert FLAGS[flag].kind == "negotiable"
    assert REASONS[FLAGS[flag].reason].clause


def test_m32_unease_alone_is_enough_and_cannot_be_hidden() -> None:
    assert "uneasy" in GRID
    assert "uneasy" in PINNED
    assert verdict_of("uneasy") == "leave_now"
    assert compile_script(SCRIPTS[FLAGS["uneasy"].line].text).slots == ()


def test_m34_the_five_ways_of_being_treated_badly_are_five_alarms() -> None:
    five = {"rude", "combative", "disrespect", "poke_holes", "integrity"}
    assert {FLAGS[flag].kind for flag in five} == {"alarm"}


@pytest.mark.parametrize("flag", ["unclear", "values", "advert", "terms", "business", "unpaid", "machine"])
def test_m40_m41_m42_doubts_show_their_own_question_at_once(flag: str) -> None:
    kind: KindId = FLAGS[flag].kind
    assert line("clear_air", kind, "") == "flag"
    assert SCRIPTS[FLAGS[flag].line].text.rstrip("]").endswith("?")
