"""The notepad on the cover: kept with every letter, on this device alone."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.client.cover_stage import PAD, STAGE, is_covered


def test_what_is_typed_is_there_after_a_reload(covered_page: Page) -> None:
    covered_page.fill(PAD, "Oat milk\n🍋 ليمون")
    covered_page.wait_for_timeout(600)
    assert reloaded_pad(covered_page) == "Oat milk\n🍋 ليمون"


def test_what_was_typed_last_is_not_lost_when_the_page_goes(covered_page: Page) -> None:
    # Its database is open, as it is by the time that anybody has begun to type.
    covered_page.evaluate("async () => { await (await import('/client/store/notepad.js')).load(); }")
    covered_page.focus(PAD)
    covered_page.keyboard.type("Train 17:42")
    assert reloaded_pad(covered_page) == "Train 17:42"


def test_typing_stays_possible_and_components_are_told(covered_page: Page) -> None:
    covered_page.focus(PAD)
    covered_page.keyboard.type("Call")
    assert covered_page.evaluate("cover.state.get('text')") == "Call"
    assert is_covered(covered_page)


def test_what_was_typed_before_the_rest_could_be_read_is_added_to_it(covered_page: Page) -> None:
    covered_page.fill(PAD, "Old")
    covered_page.wait_for_timeout(600)
    covered_page.reload()
    stage = STAGE.replace("cover.watch", "cover.write('New'); cover.watch")
    covered_page.evaluate(stage, False)
    covered_page.wait_for_function("() => cover.state.get('text') === 'Old\\nNew'")
    assert reloaded_pad(covered_page) == "Old\nNew"


def test_a_full_device_keeps_the_text_in_view_and_says_so(modules_page: Page) -> None:
    modules_page.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    modules_page.evaluate(STAGE, False)
    modules_page.evaluate("cover.cover()")
    modules_page.fill(PAD, "Still here")
    modules_page.wait_for_function("() => cover.state.get('fault') === 'pad-not-saved'")
    assert modules_page.input_value(PAD) == "Still here"


def test_another_tab_shows_the_same_notepad(covered_page: Page) -> None:
    other = covered_page.context.new_page()
    other.goto("/")
    other.evaluate(STAGE, False)
    other.wait_for_function("cover.state.get('covered')")
    other.evaluate("cover.uncover()")
    covered_page.fill(PAD, "From here")
    covered_page.wait_for_timeout(600)
    other.evaluate("cover.cover()")
    expect(other.locator(PAD)).to_have_value("From here")


def test_the_page_is_headed_by_the_day(covered_page: Page) -> None:
    day: Any = covered_page.evaluate("new Date().getDate()")
    assert str(day) in covered_page.evaluate("cover.state.get('page')")


def reloaded_pad(page: Page) -> str:
    page.reload()
    page.evaluate(STAGE, False)
    page.evaluate("cover.cover()")
    page.wait_for_function("() => cover.state.get('text') !== ''")
    return page.input_value(PAD)
