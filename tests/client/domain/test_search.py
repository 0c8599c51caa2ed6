"""Finding interviews: filters combine, words are found wherever they stand, and the address holds ids alone."""

from typing import Any

import pytest

from tests.client.ledger_tab import LedgerTab
from tests.support.histories import fill, history

START = """async () => {
  history.replaceState(null, '', '/history' + location.hash);
  globalThis.listing = await import('/client/history/list.js');
  globalThis.accounts = await import('/client/history/summaries.js');
  listing.arrive();
  await accounts.open();
}"""
DO = "([action, args]) => listing[action](...args)"
SAID = """(fragment) =>
  import('/client/domain/search.js').then(({ filtersOf, fragmentOf }) => fragmentOf(filtersOf(fragment)))"""
# What fits, found the slow way: by the records' plain values.
FITS = """([filters, terms]) => accounts.all().filter((each) =>
  (!filters.ended || each.end === filters.ended)
  && (!filters.verdict || each.verdict === filters.verdict)
  && (!filters.flag || each.flags.some(({ flag, takenBack }) => flag === filters.flag && !takenBack))
  && (!filters.month || each.month === filters.month)
  && terms.every((term) => `${each.company} ${each.role} ${each.note} ${JSON.stringify(each.people)}`
    .toLowerCase().includes(term))
).length"""


@pytest.fixture
def list_of(tab: LedgerTab) -> LedgerTab:
    """The list of a candidate with a few years behind them."""
    fill(tab.page, 300)
    tab.restart().page.evaluate(START)
    return tab


def do(tab: LedgerTab, action: str, *args: str) -> None:
    tab.page.evaluate(DO, [action, list(args)])


def state(tab: LedgerTab, key: str) -> Any:  # noqa: ANN401, whatever the key holds
    return tab.page.evaluate("(key) => listing.state.get(key)", key)


def rows(tab: LedgerTab) -> list[dict[str, Any]]:
    return [row for month in state(tab, "months") for row in month["rows"]]


def test_all_are_listed_newest_first_under_their_months_a_page_at_a_time(list_of: LedgerTab) -> None:
    page = len(rows(list_of))
    assert (state(list_of, "found"), state(list_of, "total"), state(list_of, "more")) == (300, 300, True)
    months = [month["id"] for month in state(list_of, "months")]
    assert months == sorted(set(months), reverse=True)
    while state(list_of, "more"):
        do(list_of, "more")
    starts = sorted(list_of.rows(k="iv"), key=lambda row: row["hlc"], reverse=True)
    assert [row["id"] for row in rows(list_of)] == [row["id"] for row in starts]
    assert page < 100


def test_dates_are_told_as_one_says_them(list_of: LedgerTab) -> None:
    newest = max(list_of.rows(k="iv"), key=lambda row: row["hlc"])
    weekday, month, day, year = list_of.page.evaluate("(ms) => new Date(ms).toDateString().split(' ')", newest["at"])
    [heading, *_] = state(list_of, "months")
    assert rows(list_of)[0]["day"] == f"{weekday} {int(day)}"
    assert heading["label"].startswith(month)
    assert heading["label"].endswith(year)


def test_filters_and_words_combine_and_each_value_says_how_many_it_would_find(list_of: LedgerTab) -> None:
    do(list_of, "toggleFilters")
    filters = {"ended": "stayed", "flag": "g_answer"}
    for by, value in filters.items():
        do(list_of, "choose", by, value)
    assert state(list_of, "found") == list_of.page.evaluate(FITS, [filters, []]) > 0
    for option in state(list_of, "options")["verdict"]:
        assert option["count"] == list_of.page.evaluate(FITS, [filters | {"verdict": option["id"]}, []])
    do(list_of, "type", "  DESIGNER harbor ")
    assert state(list_of, "found") == list_of.page.evaluate(FITS, [filters, ["designer", "harbor"]])
    do(list_of, "clear")
    assert (state(list_of, "found"), state(list_of, "chips"), state(list_of, "query")) == (300, [], "")


@pytest.mark.parametrize("typed", ["RED GLASSES", "spring", "Picks me apart", "grilling", "no fridays", "data eng"])
def test_words_are_found_in_cues_notes_roles_and_in_either_wording_of_flags(list_of: LedgerTab, typed: str) -> None:
    do(list_of, "type", typed)
    assert 0 < state(list_of, "found") < 300


def test_accents_and_case_do_not_matter(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("describe", tab.get("live"), {"company": "Café Ñandú"})
    tab.saved().page.evaluate(START)
    for typed, found in (("cafe nandu", 1), ("CAFÉ", 1), ("cafe nada", 0)):
        do(tab, "type", typed)
        assert state(tab, "found") == found, typed


def test_a_company_is_chosen_by_the_id_of_an_interview_with_it(list_of: LedgerTab) -> None:
    do(list_of, "toggleFilters")
    most = max(state(list_of, "options")["company"], key=lambda option: option["count"])
    do(list_of, "choose", "company", most["id"])
    assert {row["company"] for row in rows(list_of)} == {most["label"]}
    assert state(list_of, "found") == most["count"] > 1
    assert list_of.rows(id=most["id"])[0]["k"] == "iv"
    oldest = rows(list_of)[-1]["id"]
    list_of.page.evaluate("(id) => { location.hash = `company=${id}`; }", oldest)
    list_of.until(f"listing.state.get('filters').company === '{most['id']}'")
    assert state(list_of, "found") == most["count"]


def test_the_address_holds_ids_and_no_word_that_was_written(list_of: LedgerTab) -> None:
    do(list_of, "toggleFilters")
    company = state(list_of, "options")["company"][3]
    do(list_of, "choose", "company", company["id"])
    do(list_of, "choose", "month", state(list_of, "months")[0]["id"])
    do(list_of, "type", company["label"])
    url = list_of.page.url
    assert f"company={company['id']}" in url
    words = [word for word in company["label"].lower().split() if len(word) > 2]
    assert [word for word in words if word in url.lower()] == []


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("ended=left&flag=pay&month=2026-11", "ended=left&flag=pay&month=2026-11"),
        ("ended=open&verdict=wrap_up", "ended=open&verdict=wrap_up"),
        ("ended=constructor&verdict=__proto__&flag=toString&month=2026-13", ""),
        ("company=North%20wind&flag=own.bm8tZnJp&x=y", "flag=own.bm8tZnJp"),
        ("%E0%A4%A&&&==", ""),
    ],
)
def test_what_an_address_says_is_believed_only_as_far_as_it_makes_sense(
    tab: LedgerTab, fragment: str, said: str
) -> None:
    assert tab.page.evaluate(SAID, fragment) == said


def test_nothing_fits_and_nothing_there_are_told_apart(list_of: LedgerTab) -> None:
    do(list_of, "type", "zzzz")
    assert (state(list_of, "found"), state(list_of, "total"), state(list_of, "complete")) == (0, 300, True)


def test_a_history_is_the_same_each_time() -> None:
    assert history(20, now_ms=1_795_000_000_000, seed=3) == history(20, now_ms=1_795_000_000_000, seed=3)
    assert history(20, now_ms=1_795_000_000_000, seed=3) != history(20, now_ms=1_795_000_000_000, seed=4)
