"""Ending politely, without a signal: the words, the moment, the card for the way back (M11-M18, M26, M30, M35, M47)."""

from playwright.sync_api import expect

from interview_exit.words import phrases
from interview_exit.words.texts import labels
from tests.support.underground import Underground

MOMENTS = list(phrases.MOMENTS.values())
WRAP_UP = phrases.WORDS["wrap_up"]


def test_m14_m15_m16_m17_m47_the_full_words_in_their_order(underground: Underground) -> None:
    underground.tap("would_decline")
    underground.is_told("wrap_up")
    underground.sees(" ".join(WRAP_UP.steps))
    underground.opens_details()
    underground.page.get_by_text(labels.IN_FULL).click()
    full = underground.page.locator("details[open] p").first.inner_text()
    parts = [
        "Thank you for meeting me",
        "valued learning about the team",
        "right for what I want next",
        "I hope you find",
    ]
    assert [full.index(part) for part in parts] == sorted(full.index(part) for part in parts)
    assert "because" not in full


def test_m13_m18_m30_from_the_restroom_back_to_the_room(underground: Underground) -> None:
    underground.tap("not_work")
    underground.is_told("wrap_up")
    line = underground.say().inner_text()
    underground.press(labels.WRAP_UP_NOW)
    underground.is_on("card")
    underground.sees(labels.ANY_MOMENT)
    underground.page.get_by_role("button", name=labels.CHANGE).click()
    underground.is_on("moment")
    underground.page.get_by_role("button", name=MOMENTS[2]).click()
    underground.is_on("card")
    assert underground.say().inner_text() == line
    underground.sees(MOMENTS[2])
    underground.sees(labels.AND_THEN)
    assert labels.AND_THEN.index("say it") < labels.AND_THEN.index("let them close") < labels.AND_THEN.index("thank")
    expect(underground.page.locator(".card-steps > li")).to_have_count(3)
    assert underground.scroll_room() == (0, 0)
    underground.press(labels.PHONE_AWAY)
    underground.is_on("cover")


def test_m18_nothing_but_an_unsafe_exit_says_just_go(underground: Underground) -> None:
    underground.tap("not_work")
    for screen in (labels.WRAP_UP_NOW, labels.DETAILS):
        expect(underground.page.get_by_text(labels.JUST_GO)).to_have_count(0)
        underground.press(screen)
        underground.press(labels.BACK)
    expect(underground.button(labels.UNSAFE)).to_have_count(0)


def test_m11_no_moment_and_no_reason_is_chosen_for_anyone(underground: Underground) -> None:
    underground.tap("not_work")
    underground.opens_details()
    underground.page.get_by_text(labels.IN_FULL).click()
    expect(underground.button(labels.NO_REASON)).to_have_attribute("aria-pressed", "true")
    underground.press(labels.BACK)
    underground.press(labels.WRAP_UP_NOW)
    underground.page.get_by_role("button", name=labels.CHANGE).click()
    expect(underground.page.locator("main [aria-pressed=true]")).to_have_count(0)
