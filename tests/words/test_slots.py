"""The slot grammar, rule by rule and with values that nobody expected."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import ISOLATE, STOPS, compile_script, resolve, slots_of
from tests.support.filling import fill, tidy
from tests.support.odd import HEBREW, ODD


@pytest.mark.parametrize(
    ("source", "filled", "text"),
    [
        ("{name}, I’m done.", {"name"}, "{name}, I’m done."),
        ("{name}, I’m done.", set(), "I’m done."),
        ("{name}, that was all.", set(), "That was all."),
        ("Thank you, {name}.", set(), "Thank you."),
        ("Thank you, {name}, and goodbye.", set(), "Thank you, and goodbye."),
        ("Good. {name}, that is all.", set(), "Good. That is all."),
        ("About the {role} role.", set(), "About the role."),
        ("Glad to see {company}.", set(), "Glad to see the team."),
        ("How does {company|the company} earn?", set(), "How does the company earn?"),
        ("More about {topic|that}?", {"topic"}, "More about {topic}?"),
        ("More about {topic|that}?", set(), "More about that?"),
        ("Right[, because {reason_clause}].", {"reason"}, "Right, because {reason_clause}."),
        ("Right[, because {reason_clause}].", set(), "Right."),
        ("[You said {topic}.|You said so.] How?", {"topic"}, "You said {topic}. How?"),
        ("[You said {topic}.|you said so.] How?", set(), "You said so. How?"),
        ("[{role} at {company}|here]", {"role"}, "Here"),
        ("[with {topic|that}, {name}|alone]", {"name"}, "Alone"),
    ],
)
def test_empty_slots_vanish_with_what_belongs_to_them(source: str, filled: set[str], text: str) -> None:
    assert resolve(source, filled) == text


def test_the_forms_of_a_reason_are_one_slot() -> None:
    assert slots_of("{reason_noun_cap} or {reason_clause}, {name}") == ("name", "reason")


def test_an_unknown_slot_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="surname"):
        slots_of("Dear {surname}")


def test_a_variant_stands_where_its_filled_slots_say() -> None:
    compiled = compile_script("{name}, about {topic|that}.")
    assert compiled.slots == ("name", "topic")
    assert compiled.variants == ("About that.", "{name}, about that.", "About {topic}.", "{name}, about {topic}.")


PLACES = ("name", "company", "role", "topic", "reason_noun", "reason_noun_cap", "reason_clause")


@given(st.sampled_from(sorted(SCRIPTS)), st.text(), st.text())
def test_values_are_inserted_tidied_and_never_read_as_grammar(script: str, one: str, two: str) -> None:
    compiled = compile_script(SCRIPTS[script].text)
    values = {place: one if place.startswith("reason") or turn % 2 else two for turn, place in enumerate(PLACES)}
    said = {place: tidy(place, value) for place, value in values.items()}
    filled = [slot for slot in compiled.slots if any(said[place] for place in PLACES if place.startswith(slot))]
    text = compiled.variants[sum(1 << compiled.slots.index(slot) for slot in filled)]
    # Every second piece is a place; a value with braces in it is never split, since only the script is.
    pieces = re.split(r"\{(\w+)\}", text)
    expected = pieces[0]
    for place, after in zip(pieces[1::2], pieces[2::2], strict=True):
        stopped = said[place][-1:] in tuple(STOPS)
        expected += said[place] + (after.removeprefix(".") if stopped else after)
    told = fill(compiled, values)
    assert "".join(mark for mark in told if mark not in ISOLATE) == "".join(m for m in expected if m not in ISOLATE)


@given(st.sampled_from(sorted(SCRIPTS)), st.sampled_from(ODD), st.sampled_from(ODD))
def test_odd_names_leave_whole_sentences(script: str, one: str, two: str) -> None:
    compiled = compile_script(SCRIPTS[script].text)
    text = fill(compiled, {"name": one, "company": two, "role": one, "topic": two})
    assert not re.search(r"\bthe the\b|\brole role\b|\.\.(?!\.)|[.!?]\.|,,|\s{2}|\s[,.;?]|^[,.;:\s]", text), text


@pytest.mark.parametrize(
    ("slot", "typed", "said"),
    [
        ("role", "the design lead role.", "design lead"),
        ("role", "Role", ""),
        ("role", "The", ""),
        ("role", "Theatre manager", "Theatre manager"),
        ("company", "  Acme\n Inc. ,", "Acme Inc."),
        ("name", "Dana!", "Dana"),
        ("name", ",;:", ""),
        ("topic", "the notice period?", "the notice period"),
        ("company", "A\u202eB", "AB"),
    ],
)
def test_what_is_typed_is_tidied(slot: str, typed: str, said: str) -> None:
    assert tidy(slot, typed) == said


def test_a_stop_is_not_doubled() -> None:
    compiled = compile_script("About {company}. Then {company}, and {company}?")
    assert fill(compiled, {"company": "Acme Inc."}) == "About Acme Inc. Then Acme Inc., and Acme Inc.?"


def test_what_is_written_from_right_to_left_leaves_the_words_around_it_in_order() -> None:
    assert fill(compile_script("Thank you, {name}. I’ll go."), {"name": HEBREW}) == (
        f"Thank you, \u2068{HEBREW}\u2069. I’ll go."
    )


def test_a_name_that_looks_like_a_slot_stays_a_name() -> None:
    compiled = compile_script(SCRIPTS["wrap_up.long"].text)
    said = fill(compiled, {"name": "{company}", "company": "[x|y]", "role": "\\1", "topic": ""})
    assert "Thank you for meeting me, {company}." in said
    assert "learning about [x|y]." in said
    assert "the \\1 role" in said
