"""The slot grammar, rule by rule and with values that nobody expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_exit.scripts import SCRIPTS
from interview_exit.slots import compile_script, fill, resolve, slots_of


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


@given(st.sampled_from(sorted(SCRIPTS)), st.text(min_size=1), st.text(min_size=1))
def test_values_are_inserted_as_they_are_and_never_read_as_grammar(script: str, one: str, two: str) -> None:
    compiled = compile_script(SCRIPTS[script].text)
    places = ("name", "company", "role", "topic", "reason_noun", "reason_noun_cap", "reason_clause")
    values = {place: (one, two)[turn % 2] for turn, place in enumerate(places)}
    expected = compiled.variants[-1]
    # Private-use marks stand in for the braces, so that a value holding "{role}" is left alone here as well.
    marks = {place: chr(0xE000 + turn) for turn, place in enumerate(places)}
    for place, mark in marks.items():
        expected = expected.replace(f"{{{place}}}", mark)
    pieces = "".join(next((values[place] for place in places if marks[place] == piece), piece) for piece in expected)
    assert fill(compiled, values) == pieces


def test_a_name_that_looks_like_a_slot_stays_a_name() -> None:
    compiled = compile_script(SCRIPTS["wrap_up.long"].text)
    said = fill(compiled, {"name": "{company}", "company": "[x|y]", "role": "\\1", "topic": ""})
    assert "Thank you for meeting me, {company}." in said
    assert "learning about [x|y]." in said
    assert "the \\1 role" in said
