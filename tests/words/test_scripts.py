"""Every script is read in every form it can take, for its tone, its length and its grammar."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_exit.rules.flags import FLAGS
from interview_exit.rules.limits import SHORT_WORDS, SPOKEN_WORDS
from interview_exit.words.phrases import ENDINGS, WORDS
from interview_exit.words.scripts import LIMIT_TOPICS, REASONS, SCRIPTS
from interview_exit.words.slots import Compiled, compile_script
from tests.support.filling import fill

SNAPSHOT = Path(__file__).parent / "snapshots" / "scripts.txt"
TOPICS = {
    "flag.decide_now": "Thursday",
    "flag.evasive": "the notice period",
    "flag.hard_no": "the pay",
    "flag.level": "senior",
    "flag.terms": "working from home",
    "flag.values": "unpaid overtime",
    "practice.short": "asking back",
}
COMPILED = {name: compile_script(script.text) for name, script in SCRIPTS.items()}


def values(name: str, filled: frozenset[str], reason: str = "pay") -> dict[str, str]:
    """Return what Dana of Northwind would put into the slots that are filled."""
    known = {
        "name": "Dana",
        "company": "Northwind",
        "role": "product designer",
        "topic": TOPICS.get(name, "design"),
    }
    if "reason" in filled:
        why = REASONS[reason]
        known |= {"reason_noun": why.noun, "reason_noun_cap": why.noun_cap, "reason_clause": why.clause}
    return {slot: value for slot, value in known.items() if slot in filled or slot.startswith("reason_")}


def subsets(compiled: Compiled) -> Iterator[frozenset[str]]:
    for place in range(len(compiled.variants)):
        yield frozenset(slot for bit, slot in enumerate(compiled.slots) if place >> bit & 1)


def forms(name: str) -> Iterator[tuple[str, str]]:
    """Yield every form a script can take, with a note of what is filled; each reason in turn."""
    compiled = COMPILED[name]
    for filled in subsets(compiled):
        for reason in REASONS if "reason" in filled else ["pay"]:
            note = " ".join(
                f"{slot}={reason}" if slot == "reason" else slot for slot in compiled.slots if slot in filled
            )
            yield note or "-", fill(compiled, values(name, filled, reason))


def all_forms() -> list[tuple[str, str]]:
    return [(name, text) for name in SCRIPTS for _, text in forms(name)]


def read_aloud() -> str:
    """Return every script in every combination of filled slots, and with every reason, to be read by a person."""
    parts = [f"{name}\n" + "".join(f"  {note}: {text}\n" for note, text in told_once(name)) for name in SCRIPTS]
    return "\n".join(parts)


def told_once(name: str) -> Iterator[tuple[str, str]]:
    # The reasons take turns alone; with other slots beside them one is enough to read.
    return ((note, text) for note, text in forms(name) if " reason=" not in note or note.endswith("=pay"))


SAID = [(name, text) for name, text in all_forms() if SCRIPTS[name].moment != "self"]
EXITS = [(name, text) for name, text in SAID if SCRIPTS[name].moment == "exit"]
TABOO = {
    "blame": ("rude", "unprofessional", "disrespect", "combative", "hostile", "your fault", "your tone", "you should"),
    "excuse": ("emergency", "appointment", "sick", "unwell", "headache", "my child", "my train", "another meeting"),
    "lie": ("i’d love to", "excited", "perfect", "amazing", "another offer", "dream"),
    "guilt": ("sorry", "apolog", "afraid", "unfortunately", "forgive", "regret", "guilt", "asham", "you down", "wast"),
}


def shown_first() -> set[str]:
    """Return the scripts that a card or a screen of words opens with."""
    opening = {words.short for words in WORDS.values()} | {flag.line or "stay.good" for flag in FLAGS.values()}
    return opening | {
        script for script in SCRIPTS if script.startswith(("stay.", "step_out.", "give_chance.refused", "ask."))
    }


def word_count(text: str) -> int:
    return len(re.findall(r"[\w’-]+", text))


def test_the_snapshot_shows_what_is_said() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == read_aloud(), (
        "the words have changed: run `python -m tests.words.test_scripts > tests/words/snapshots/scripts.txt`, read it"
    )


def test_every_form_is_a_clean_sentence() -> None:
    for name, text in all_forms():
        assert not re.search(r"[{}\[\]|\0]|\s{2}|\s[.,;:?!]|[,;:][.,;:?!]|^\W|\s$", text), (name, text)
        assert re.search(r"[.?!]$", text), (name, text)
        assert all(sentence[0].isupper() for sentence in re.split(r"(?<=[.?!])\s", text)), (name, text)
        assert "'" not in text, (name, text)


def test_no_sentence_starts_with_what_somebody_may_write_in_small_letters() -> None:
    for name, compiled in COMPILED.items():
        for text in compiled.variants:
            assert not re.search(r"(^|[.?!] )\{(?!name|reason_noun_cap)", text), name


@pytest.mark.parametrize("fault", TABOO)
def test_m02_m12_no_script_blames_excuses_lies_or_feels_guilty(fault: str) -> None:
    for name, text in all_forms():
        assert not [word for word in TABOO[fault] if re.search(rf"\b{word}", text.lower())], (name, text)


def test_m12_no_script_is_longer_than_can_be_said_calmly() -> None:
    for name, text in all_forms():
        assert word_count(text) <= SPOKEN_WORDS, (name, word_count(text), text)


def test_m12_a_script_gives_one_reason_at_most() -> None:
    for name, text in all_forms():
        assert len(re.findall(r"\bbecause\b", text)) <= 1, (name, text)


def test_m14_every_exit_thanks_but_for_the_unsafe_one_and_after_a_crossed_line() -> None:
    for name, text in EXITS:
        assert ("thank you" in text.lower()) == (name not in {"leave_now.unsafe", "flag.line"}), (name, text)


@pytest.mark.parametrize(
    "heard", ["valued learning about", "right for what I want next", "hope you find the right person"]
)
def test_m15_m16_m17_the_full_script_values_explains_and_wishes_well(heard: str) -> None:
    assert all(heard in text for _, text in forms("wrap_up.long"))


def test_m17_leaving_at_once_needs_no_good_wishes() -> None:
    assert not any("hope" in text for name, text in EXITS if name.startswith("leave_now."))


def test_m26_without_a_reason_the_script_is_whole() -> None:
    for note, text in forms("wrap_up.long"):
        assert ("because" in text) == ("reason=" in note), text


def test_m28_asking_for_a_chance_leaves_them_room_to_answer() -> None:
    assert all(text.endswith("?") for _, text in forms("give_chance.short"))


def test_m35_what_is_shown_first_is_short() -> None:
    for name in shown_first():
        for _, text in forms(name):
            assert word_count(text) <= SHORT_WORDS, (name, word_count(text), text)


def test_m22_every_hard_no_can_be_named_in_a_breath() -> None:
    hard = {flag.id for flag in FLAGS.values() if flag.kind in {"unclear", "negotiable"}}
    assert set(LIMIT_TOPICS) == hard
    for topic in LIMIT_TOPICS.values():
        text = fill(COMPILED["flag.hard_no"], {"topic": topic})
        assert topic in text
        assert word_count(text) <= SHORT_WORDS, text


def test_m35_the_shortest_way_out_has_thanks_and_no_reason() -> None:
    assert COMPILED["leave_now.short"].slots == ("name",)
    assert all("Thank you" in text for _, text in forms("leave_now.short"))


def test_no_screen_names_a_script_that_is_not_there() -> None:
    used = {script for words in WORDS.values() for script in (words.short, words.long, words.call, words.unsafe)}
    used |= {ending.script for ending in ENDINGS.values()}
    assert used - {""} <= set(SCRIPTS)


if __name__ == "__main__":
    sys.stdout.write(read_aloud())
