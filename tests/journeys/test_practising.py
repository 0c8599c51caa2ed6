"""Staying for practice, without a signal: one thing to practise, finish well, counted apart (M10)."""

from playwright.sync_api import expect

from interview_exit.words import phrases
from interview_exit.words.skills import SKILLS
from interview_exit.words.texts import labels
from tests.support.underground import Underground


def test_m10_one_thing_is_practised_and_the_interview_ends_as_practised(underground: Underground) -> None:
    underground.tap("would_decline")
    underground.is_told("wrap_up")
    underground.choose("practice")
    expect(underground.say()).to_contain_text("here for the practice")
    underground.press(labels.CHOOSE_SKILL)
    underground.is_on("skill")
    assert underground.scroll_room() == (0, 0)
    underground.press("Asking questions back")
    underground.is_on("live")
    expect(underground.say()).to_contain_text(f"here to practise {SKILLS['ask_back']}.")
    assert underground.scroll_room() == (0, 0)
    underground.press(labels.I_FINISHED)
    underground.moves_on()
    underground.open_history()
    expect(underground.interviews().first).to_contain_text(phrases.ENDINGS["practised"].title)


def test_m10_what_to_practise_can_be_said_in_own_words_or_prepared(underground: Underground) -> None:
    underground.prepared(plan={"skill": "story"})
    underground.tap("not_work")
    underground.is_told("wrap_up")
    underground.choose("practice")
    expect(underground.say()).to_contain_text(f"here to practise {SKILLS['story']}.")
    underground.press(labels.OTHER_SKILL)
    underground.page.get_by_label(labels.OWN_SKILL).fill("looking up")
    underground.press(labels.TAKE_SKILL)
    expect(underground.say()).to_contain_text("here to practise looking up.")
