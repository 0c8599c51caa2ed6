"""Every flag under More: by kind, and found by the beginning of any word of what it is called."""

import re
from typing import Any
from unicodedata import combining, normalize

from interview_exit.rules.flags import FLAGS, KINDS
from tests.support.node import NodePage

FOUND = """async ([typed, own, discreet]) => {
  const { flagsFor } = await import('/client/domain/flag-search.js');
  return typed.map((each) => flagsFor(each, own, discreet));
}"""
OWN = [
    {
        "id": "own.AAAAAAAA",
        "label": "Café shift",
        "discreet": "Rota",
        "kind": "negotiable",
        "line": "Is there another rota?",
        "gone": False,
    }
]
Groups = list[dict[str, Any]]


def groups(
    page: NodePage, *typed: str, own: list[dict[str, Any]] | None = None, discreet: bool = False
) -> list[Groups]:
    return page.evaluate(FOUND, [typed, own or [], discreet])


def found(
    page: NodePage, *typed: str, own: list[dict[str, Any]] | None = None, discreet: bool = False
) -> list[set[str]]:
    """Return which flags are found for each of the texts."""
    return [
        {row["flag"] for group in each for row in group["flags"]}
        for each in groups(page, *typed, own=own, discreet=discreet)
    ]


def words(text: str) -> list[str]:
    plain = "".join(each for each in normalize("NFKD", text) if not combining(each)).lower()
    return re.findall(r"[^\W_]+", plain)


def test_without_a_word_all_are_there_once_under_their_kind_one_s_own_first(node_page: NodePage) -> None:
    [every] = groups(node_page, " ’ ", own=OWN)
    assert [group["kind"] for group in every] == ["own", *KINDS]
    listed = [(group["kind"], row["flag"]) for group in every[1:] for row in group["flags"]]
    assert listed == [(kind, flag.id) for kind in KINDS for flag in FLAGS.values() if flag.kind == kind]
    assert [row["kind"] for row in every[0]["flags"]] == ["negotiable"]


def test_a_flag_is_found_by_each_beginning_of_each_of_its_words_and_by_no_other(node_page: NodePage) -> None:
    of_flag = {flag.id: words(f"{flag.label} {flag.discreet} {flag.longer}") for flag in FLAGS.values()}
    typed = sorted({word[:length] for each in of_flag.values() for word in each for length in range(1, len(word) + 1)})
    expected = [
        {flag for flag, each in of_flag.items() if any(word.startswith(text) for word in each)} for text in typed
    ]
    for discreet in (False, True):
        assert found(node_page, *typed, discreet=discreet) == expected


def test_several_words_must_all_be_there_in_whatever_order_and_spelling(node_page: NodePage) -> None:
    assert found(node_page, "too pay", "PAY’s", "I’d SAY", "bank deta", "flirt money") == [
        {"pay"}, set(), {"would_decline"}, {"money"}, set(),
    ]  # fmt: skip


def test_one_s_own_is_found_by_its_label_its_neutral_word_and_its_line_whatever_the_accents(
    node_page: NodePage,
) -> None:
    typed = ("cafe", "CAFÉ", "cafe\u0301 sh", "rota", "another")
    assert found(node_page, *typed, own=OWN) == [{"own.AAAAAAAA"}] * len(typed)


def test_discreet_wording_shows_the_neutral_word_alone(node_page: NodePage) -> None:
    [every] = groups(node_page, "", own=OWN, discreet=True)
    shown = {row["flag"]: (row["label"], row["longer"]) for group in every for row in group["flags"]}
    assert shown == {flag.id: (flag.discreet, "") for flag in FLAGS.values()} | {"own.AAAAAAAA": ("Rota", "")}


def test_what_no_flag_has_finds_nothing(node_page: NodePage) -> None:
    assert groups(node_page, "zebra") == [[]]
