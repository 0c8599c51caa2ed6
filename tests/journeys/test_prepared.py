"""What was set up beforehand, at work in the interview and without a signal (M22, M24, M25)."""

from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.rules.limits import HARD_NOS
from interview_exit.words.texts import labels
from tests.support.underground import Underground

FIVE = ["travel", "pay", "private", "rude", "not_work"]


def test_m22_hard_nos_are_marked_in_place_and_mean_an_ending_unless_asked_about(underground: Underground) -> None:
    underground.prepared(settings={"hardNos": FIVE})
    assert len(FIVE) == HARD_NOS
    flags = underground.page.locator("[data-flag]")
    expect(flags).to_have_count(len(GRID))
    expect(underground.page.locator("[data-flag].hard")).to_have_count(len(FIVE))
    shown = [flag.get_attribute("data-flag") for flag in flags.all()]
    places = {"advert": "private", "hours": "travel"}
    assert shown == [places.get(flag, flag) for flag in GRID]
    expect(underground.flag("travel")).to_contain_text(FLAGS["travel"].label + labels.HARD_NO)
    underground.tap("travel")
    underground.is_told("wrap_up")
    expect(underground.say()).to_contain_text("firm limit when it comes to the travel")
    expect(underground.page.locator(".causes")).to_have_text(f"{FLAGS['travel'].label} (hard no)")
    assert underground.scroll_room() == (0, 0)
    underground.press(labels.ASK_ANYWAY)
    underground.is_told("give_chance")
    underground.answer("moved")
    underground.is_told("stay")
    underground.tap("rude")
    underground.is_told("leave_now")
    expect(underground.button(labels.ASK_ANYWAY)).to_have_count(0)


def test_hidden_flags_are_not_on_the_first_screen_and_unease_always_is(underground: Underground) -> None:
    before = underground.boxes("[data-flag=unclear]")
    underground.prepared(settings={"hidden": ["rude", "hours"]})
    expect(underground.page.locator("[data-flag]")).to_have_count(len(GRID) - 2)
    assert underground.boxes("[data-flag=unclear]") == before, "each kind keeps to its row"
    expect(underground.flag("uneasy")).to_be_visible()
    underground.opens_more()
    expect(underground.flag("rude")).to_be_visible()


def test_m24_a_small_field_puts_staying_first_and_says_why(underground: Underground) -> None:
    underground.tap("not_work")
    underground.is_told("wrap_up")
    before = underground.ways().all_inner_texts()
    underground.end("wrapped_up")
    underground.prepared(plan={"smallField": True, "company": "Northwind"})
    underground.tap("not_work")
    after = [*(labels.CHOICES[way] for way in ("withdraw_later", "practice", "stay")), labels.WRAP_UP_NOW]
    expect(underground.ways()).to_have_text(after)
    assert sorted(before) == sorted(after)
    underground.sees(labels.SMALL_FIELD_WHY)
    assert underground.scroll_room() == (0, 0)
    underground.tap("rude")
    expect(underground.ways()).to_have_text([labels.I_HAVE_LEFT, labels.CHOICES["stay"]])
    expect(underground.page.get_by_text(labels.SMALL_FIELD_WHY)).to_have_count(0)


def test_m24_n04_it_can_still_be_said_during_the_interview(underground: Underground) -> None:
    underground.tap("not_work")
    underground.opens_details()
    underground.page.get_by_text(labels.NAMES).click()
    assert "recommended me" in labels.SMALL_FIELD
    underground.page.get_by_label(labels.SMALL_FIELD).check()
    underground.goes_back()
    underground.sees(labels.SMALL_FIELD_WHY)


def test_m25_about_how_much_is_left_and_never_less_than_nothing(underground: Underground) -> None:
    underground.prepared(plan={"minutes": 30}, settings={"coverSeconds": 0})
    underground.tap("pay")
    clock = underground.page.locator(".live .minutes")
    expect(clock).to_contain_text(f"{labels.ABOUT_LEFT} 30 {labels.MINUTES} {labels.LEFT}")
    underground.page.clock.fast_forward("10:30")
    expect(clock).to_contain_text(f"{labels.ABOUT_LEFT} 20 {labels.MINUTES} {labels.LEFT}")
    underground.page.clock.fast_forward("50:00")
    expect(clock).to_contain_text(labels.PAST_END)
    expect(underground.page.locator("[role=alert], dialog")).to_have_count(0)
    underground.is_on("live")
