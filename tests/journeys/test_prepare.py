"""Before the interview: prepared in under a minute, nothing required, and all of it without a network."""

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, GRID, PINNED
from interview_exit.rules.limits import HARD_NOS, SHAKY_SECONDS
from interview_exit.words import phrases, skills
from interview_exit.words.texts import labels, titles
from interview_exit.words.texts import prepare as texts
from tests.support.devices import Axe
from tests.support.odd import ARABIC, HEBREW, UNBROKEN
from tests.support.preparing import Preparing, said

FIELDS = "[data-behind-cover] :is(input:not([type=checkbox]), select, textarea)"
READABLE_PX = 16
MINUTES = 45


def test_page_is_reached_from_the_flags_and_asks_for_nothing(preparing: Preparing) -> None:
    preparing.open_app()
    preparing.page.get_by_role("link", name=labels.PREPARE).click()
    preparing.is_on("prepare")
    assert preparing.page.title() == titles.PREPARE
    assert preparing.page.locator("[required], form").count() == 0
    preparing.starts()
    preparing.tap("rude")
    preparing.is_told("leave_now")
    expect(preparing.page.get_by_role("link", name=labels.PREPARE)).to_have_count(0)


def test_first_tap_takes_the_plan_over_and_the_plan_has_served(preparing: Preparing) -> None:
    preparing.opens_page().fills(company="Northwind", role="the designer role", name="Dana")
    preparing.page.reload()
    expect(preparing.field("name")).to_have_value("Dana")
    preparing.starts()
    preparing.tap("rude")
    preparing.opens_details()
    preparing.unfolds("say a little more")
    preparing.sees(said("leave_now.long", name="Dana"))
    preparing.goes_back()
    preparing.end("left")
    preparing.opens_page()
    expect(preparing.field("company")).to_have_value("")
    preparing.fills(company="Elsewhere").press(texts.CLEAR)
    expect(preparing.field("company")).to_have_value("")
    expect(preparing.button(texts.CLEAR)).to_have_count(0)


def test_m10_skill_to_practise_is_what_the_practice_card_says(preparing: Preparing) -> None:
    skill = skills.SKILLS["ask_back"]
    preparing.opens_page().unfolds(texts.SKILL)
    preparing.press(skill[0].upper() + skill[1:])
    expect(preparing.field("skill")).to_have_value(skill)
    preparing.fills(skill="my salary figure.")
    preparing.starts()
    preparing.gets("practice")
    expect(preparing.say()).to_have_text(said("practice.short", topic="my salary figure"))


def test_m21_known_company_is_recalled_here_and_on_the_live_screen(preparing: Preparing) -> None:
    preparing.met("Café  Northwind", "pay", "they_ended")
    preparing.open_history()
    preparing.open_log()
    preparing.page.locator("textarea[name=note]").fill("Kind at the desk.\nCold in the room.")
    preparing.page.keyboard.press("Tab")
    preparing.opens_page()
    preparing.field("company").fill("cafe\u0301 NORTHWIND")
    card = preparing.page.locator(".last-card")
    expect(card).to_contain_text(phrases.ENDINGS["they_ended"].title)
    expect(card).to_contain_text(FLAGS["pay"].label)
    expect(card).to_contain_text("Kind at the desk.")
    expect(card).not_to_contain_text("Cold")
    preparing.field("company").fill("Somebody else")
    expect(card).to_have_count(0)
    preparing.fills(company="CaféNorthwind")
    preparing.starts()
    line = preparing.page.get_by_role("link", name=labels.LAST_TIME)
    expect(line).to_contain_text(phrases.ENDINGS["they_ended"].title)
    assert preparing.scroll_room() == (0, 0)
    preparing.tap("rude")
    preparing.opens_details()
    line.click()
    preparing.is_on("interview")
    expect(preparing.page.locator("textarea[name=note]")).to_have_value("Kind at the desk.\nCold in the room.")


@pytest.mark.parametrize("flag", ["pay", "values", "not_work", "g_answer"])
def test_m21_the_recall_leaves_room_for_whatever_is_asked(preparing: Preparing, flag: str) -> None:
    preparing.met("Northwind", "rude", "left")
    preparing.opens_page().fills(company="Northwind").unfolds(texts.HARD_NOS)
    preparing.press(FLAGS["values"].label)
    preparing.starts()
    preparing.tap(flag)
    preparing.pressed(flag)
    assert preparing.scroll_room() == (0, 0)


def test_m22_hard_nos_are_on_the_first_screen_and_wrap_up_with_ask_anyway(preparing: Preparing) -> None:
    chosen = ["remote", "travel", "terms", "values"]
    preparing.opens_page().unfolds(texts.HARD_NOS)
    for flag in chosen:
        preparing.press(FLAGS[flag].label)
    preparing.unfolds(texts.OWN)
    preparing.page.get_by_label(texts.OWN_LABEL).fill("No Fridays")
    preparing.press(texts.OWN_ADD)
    expect(preparing.button("No Fridays")).to_have_attribute("aria-pressed", "true")
    preparing.press(FLAGS["pay"].label)
    preparing.sees(texts.FULL)
    expect(preparing.button(FLAGS["pay"].label)).to_have_attribute("aria-pressed", "false")
    preparing.starts()
    grid = preparing.grid()
    limits = [*chosen, next(flag for flag in grid if flag.startswith("own."))]
    assert len(limits) == HARD_NOS
    assert set(limits) <= set(grid)
    assert len(grid) == len(GRID)
    preparing.tap("remote")
    preparing.is_told("wrap_up")
    expect(preparing.button(labels.ASK_ANYWAY)).to_be_visible()
    preparing.lets_pass(SHAKY_SECONDS)
    preparing.page.get_by_role("button", name="No Fridays").click()
    preparing.is_told("wrap_up")
    expect(preparing.say()).to_have_text(said("flag.hard_no"))


def test_m25_planned_length_tells_the_minutes_left_and_never_less_than_none(preparing: Preparing) -> None:
    part = preparing.opens_page().unfolds(texts.SETTING)
    preparing.page.get_by_label(texts.LENGTH).select_option(str(MINUTES))
    expect(part.locator("summary")).to_contain_text(str(MINUTES))
    preparing.starts()
    preparing.tap("unclear")
    first = preparing.page.locator(".live .first")
    expect(first).to_contain_text(f"{labels.ABOUT_LEFT} {MINUTES}")
    preparing.page.clock.fast_forward("50:00")
    expect(first).to_contain_text(labels.PAST_END)
    assert preparing.verdict() == "clear_air"


def test_m32_unease_stays_on_the_first_screen_whatever_is_hidden(preparing: Preparing) -> None:
    part = preparing.opens_page().unfolds(texts.PLACES)
    while (hide := part.get_by_role("button", name=texts.HIDE_LONG)).count():
        hide.first.click()
    expect(part.locator(".places li")).to_have_count(len(PINNED))
    preparing.starts()
    assert preparing.grid() == list(PINNED) == ["uneasy", "g_answer"]
    preparing.tap("uneasy")
    preparing.is_told("leave_now")
    preparing.page.goto("/#more")
    expect(preparing.flag("rude")).to_be_visible()


def test_own_flag_with_a_fault_is_named_and_nothing_is_lost(preparing: Preparing) -> None:
    preparing.opens_page().unfolds(texts.HARD_NOS)
    preparing.unfolds(texts.OWN)
    label = preparing.page.locator("[name=own-label]")
    line = preparing.page.locator("[name=own-line]")
    line.fill("I keep my evenings.")
    for typed, code in (("", "label-empty"), ("Evenings and nights", "label-long"), ("rude", "label-taken")):
        label.fill(typed)
        preparing.press(texts.OWN_ADD)
        expect(label).to_be_focused()
        expect(label).to_have_attribute("aria-invalid", "true")
        expect(label).to_have_accessible_description(texts.FAULTS[code])
        expect(label).to_have_value(typed)
        expect(line).to_have_value("I keep my evenings.")
    label.fill("Late hours")
    preparing.press(texts.OWN_ADD)
    expect(preparing.button("Late hours")).to_be_visible()
    expect(label).to_have_value("")
    preparing.press(texts.TAKE_AWAY)
    expect(preparing.button("Late hours")).to_have_count(0)
    preparing.press(texts.PUT_BACK)
    preparing.starts()
    preparing.opens_more()
    preparing.page.locator(".all-flags").get_by_text("Late hours").click()
    expect(preparing.say()).to_have_text("I keep my evenings.")


@pytest.mark.parametrize("odd", [UNBROKEN, ARABIC])
def test_odd_names_break_no_layout(preparing: Preparing, odd: str) -> None:
    preparing.met(odd, "pay", "left")
    preparing.opens_page().fills(company=odd, role=odd, name=HEBREW)
    expect(preparing.page.locator(".last-card")).to_be_visible()
    preparing.stays_in_place()
    preparing.press(texts.REHEARSE)
    preparing.press(texts.NEXT)
    preparing.stays_in_place()
    preparing.goes_back()
    preparing.starts()
    preparing.tap("not_work")
    preparing.stays_in_place()
    expect(preparing.say()).to_contain_text(HEBREW)
    preparing.opens_details()
    preparing.stays_in_place()
    preparing.goes_back()
    preparing.end("wrapped_up")
    preparing.open_history()
    expect(preparing.interviews().first).to_contain_text(odd)
    preparing.stays_in_place()
    preparing.open_log()
    preparing.stays_in_place()


def test_every_part_is_accessible_and_fits_a_narrow_phone_with_large_text(preparing: Preparing, axe: Axe) -> None:
    page = preparing.page
    page.set_viewport_size({"width": 320, "height": 568})
    preparing.opens_page().fills(company="Northwind")
    for title in (texts.SETTING, texts.SKILL, texts.HARD_NOS, texts.OWN, texts.PLACES):
        preparing.unfolds(title)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page, "target-size") == []
    fields = page.locator(FIELDS)
    assert {field.get_attribute("autocomplete") for field in fields.all() if field.evaluate(IS_TEXT)} == {"off"}
    assert min(fields.evaluate_all(SIZES)) >= READABLE_PX
    page.evaluate(LARGE)
    preparing.stays_in_place()
    for screen in (texts.REHEARSE, texts.DRILL):
        preparing.press(screen)
        assert axe(page, "target-size") == []
        preparing.stays_in_place()
        preparing.goes_back()


IS_TEXT = "(field) => field.tagName !== 'SELECT'"
SIZES = "(fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize))"
LARGE = "() => void (document.documentElement.style.fontSize = '200%')"
