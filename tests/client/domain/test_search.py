"""Finding interviews: words are found wherever they stand, and an address is believed as far as it makes sense."""

import pytest

from tests.client.told import MORNING_MS, Told
from tests.support.histories import history
from tests.support.node import NodePage

SAID = """(fragment) =>
  import('/client/domain/search.js').then(({ filtersOf, fragmentOf }) => fragmentOf(filtersOf(fragment)))"""
# How many interviews have each of these in them.
FOUND = """async ([records, typed]) => {
  const [{ summaryOf }, { NO_FILTERS, search, wordsIn }, { plain }, { learn }, { ownFlags }] = await Promise.all(
    ["summary", "search", "plain", "flags", "own-flags"].map((name) => import(`/client/domain/${name}.js`)));
  learn(ownFlags(records.filter(({ iv }) => iv === "")));
  const pages = Map.groupBy(records.filter(({ iv }) => iv !== ""), ({ iv }) => iv);
  const accounts = [...pages].map(([id, page]) => summaryOf(page.find((each) => each.id === id), page));
  return typed.map((words) => search(accounts, NO_FILTERS, plain(words).split(" "), wordsIn, false).found.length);
}"""


def test_words_are_found_in_cues_notes_roles_and_in_either_wording_of_flags(node_page: NodePage) -> None:
    typed = ["RED GLASSES", "spring", "Picks me apart", "grilling", "no fridays", "data eng"]
    found = node_page.evaluate(FOUND, [history(300, MORNING_MS), typed])
    assert [words for words, count in zip(typed, found, strict=True) if not 0 < count < 300] == []


def test_accents_and_case_do_not_matter(node_page: NodePage) -> None:
    told = Told()
    told.about(company="Café Ñandú")
    assert node_page.evaluate(FOUND, [told.records, ["cafe nandu", "CAFÉ", "cafe nada"]]) == [1, 1, 0]


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
    node_page: NodePage, fragment: str, said: str
) -> None:
    assert node_page.evaluate(SAID, fragment) == said
