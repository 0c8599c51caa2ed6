"""The cover in a real browser: up at once, down only by a deliberate press (product.md section 5)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect
from selenium.webdriver import ActionChains, Keys, WebKitGTK

from tests.client.background import Tab, background_tab
from tests.client.webkit_page import awaited

# The frame of every page, with a flag exactly where the control to uncover is.
STAGE = """async (live) => {
  document.body.innerHTML = `<style>
    [data-cover] { display: none; position: fixed; inset: 0; background: white; }
    html[data-covered] [data-cover] { display: block; }
    [data-uncover], #flag { position: fixed; left: 20px; top: 20px; width: 120px; height: 60px; touch-action: none; }
    textarea { position: fixed; top: 200px; }
  </style>
  <main data-behind-cover><button id="flag">Flag</button><input id="field"></main>
  <section data-cover aria-label="Notes"><button data-uncover>Notes</button><textarea></textarea></section>`;
  const cover = await import('/client/cover.js');
  const stage = { cover, live, idle: 0, tapped: 0 };
  document.querySelector('#flag').onclick = () => { stage.tapped += 1; };
  cover.watch({ isLive: () => stage.live, idleSeconds: () => stage.idle });
  Object.assign(globalThis, stage, { stage });
}"""
ON_CONTROL = (60, 50)
PAD = "[data-cover] textarea"


@pytest.fixture
def cover_page(modules_page: Page) -> Page:
    modules_page.evaluate(STAGE, False)
    return modules_page


@pytest.fixture
def covered_page(cover_page: Page) -> Page:
    cover_page.focus("#flag")
    cover_page.evaluate("cover.cover()")
    return cover_page


@pytest.fixture
def finger(covered_page: Page) -> CDPSession:
    """A finger on the screen of the covered page."""
    return covered_page.context.new_cdp_session(covered_page)


@pytest.fixture
def tab(tmp_path: Path, modules_origin: str) -> Iterator[Tab]:
    with background_tab(tmp_path) as tab:
        tab.goto(modules_origin)
        yield tab


def is_covered(page: Page) -> bool:
    """Whether all three agree: what is seen, what can be reached, and what components are told."""
    told = page.evaluate("cover.state.get('covered')")
    assert page.locator("[data-cover]").is_visible() is told
    assert page.evaluate("document.querySelector('[data-behind-cover]').inert") is told
    return told


def touch(finger: CDPSession, kind: str, **moved: int) -> None:
    x, y = ON_CONTROL
    points = [] if kind in ("touchEnd", "touchCancel") else [{"x": x, "y": y} | moved]
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


class TestUp:
    def test_it_is_up_within_the_same_task(self, cover_page: Page) -> None:
        seen = cover_page.evaluate("""() => {
          cover.cover();
          const top = document.elementFromPoint(60, 50);
          return [top.closest('[data-cover]') !== null, document.querySelector('main').inert, document.title];
        }""")
        assert seen == [True, True, "Notes"]

    def test_nothing_behind_it_can_be_reached(self, covered_page: Page) -> None:
        covered_page.evaluate("document.querySelector('#flag').focus()")
        for _ in range(6):
            assert covered_page.evaluate("document.activeElement.closest('[data-behind-cover]')") is None
            covered_page.keyboard.press("Tab")
        covered_page.mouse.click(*ON_CONTROL)
        assert covered_page.evaluate("stage.tapped") == 0

    def test_a_page_drawn_anew_behind_it_is_inert_too(self, covered_page: Page) -> None:
        covered_page.evaluate("""() => {
          document.querySelector('main').remove();
          document.body.insertAdjacentHTML('afterbegin', '<main data-behind-cover>Anew</main>');
        }""")
        assert is_covered(covered_page)

    def test_focus_goes_to_the_notepad_without_opening_the_keyboard_of_a_phone(self, covered_page: Page) -> None:
        expect(covered_page.locator("[data-cover]")).to_be_focused()

    def test_it_keeps_a_cover_that_was_up_before_the_page_was_alive(self, modules_page: Page) -> None:
        modules_page.evaluate("document.documentElement.toggleAttribute('data-covered')")
        modules_page.evaluate(STAGE, False)
        assert is_covered(modules_page)

    def test_it_asks_nothing_of_the_network(self, cover_page: Page) -> None:
        asked: list[str] = []
        cover_page.on("request", lambda request: asked.append(request.url))
        cover_page.evaluate("cover.cover()")
        cover_page.fill(PAD, "Milk")
        cover_page.wait_for_timeout(500)
        cover_page.evaluate("cover.uncover()")
        assert asked == []

    def test_escape_closes_nothing_below_it(self, covered_page: Page) -> None:
        covered_page.evaluate("() => document.addEventListener('keydown', () => { globalThis.heard = true; })")
        covered_page.keyboard.press("Escape")
        assert covered_page.evaluate("globalThis.heard") is None
        assert is_covered(covered_page)


class TestTripleShift:
    def test_shift_three_times_covers_and_takes_one_to_the_text(self, cover_page: Page) -> None:
        shift(cover_page, 2)
        assert not is_covered(cover_page)
        shift(cover_page, 1)
        assert is_covered(cover_page)
        expect(cover_page.locator(PAD)).to_be_focused()

    def test_presses_may_be_almost_five_seconds_apart(self, cover_page: Page) -> None:
        for _ in range(3):
            shift(cover_page, 1)
            advance(cover_page, 4000)
        assert is_covered(cover_page)

    def test_presses_further_apart_do_not_count_together(self, cover_page: Page) -> None:
        shift(cover_page, 2)
        advance(cover_page, 5100)
        shift(cover_page, 1)
        assert not is_covered(cover_page)

    @pytest.mark.parametrize("place", ["#field", PAD])
    def test_typing_capitals_never_toggles(self, cover_page: Page, place: str) -> None:
        if place == PAD:
            cover_page.evaluate("cover.cover()")
        was = is_covered(cover_page)
        cover_page.focus(place)
        for letter in "ABCD":
            cover_page.keyboard.press(f"Shift+{letter}")
        assert cover_page.input_value(place) == "ABCD"
        assert is_covered(cover_page) is was

    @pytest.mark.parametrize("between", ["x", "Control+Shift", "Alt+Shift", "Shift+Tab"])
    def test_another_key_in_between_spoils_it(self, cover_page: Page, between: str) -> None:
        shift(cover_page, 2)
        cover_page.keyboard.press(between)
        shift(cover_page, 1)
        assert not is_covered(cover_page)

    def test_selecting_with_shift_and_mouse_spoils_it(self, cover_page: Page) -> None:
        shift(cover_page, 2)
        cover_page.keyboard.down("Shift")
        cover_page.mouse.click(300, 300)
        cover_page.keyboard.up("Shift")
        assert not is_covered(cover_page)

    def test_both_shifts_at_once_are_not_two_presses(self, cover_page: Page) -> None:
        shift(cover_page, 1)
        for side in ("ShiftLeft", "ShiftRight"):
            cover_page.keyboard.down(side)
        for side in ("ShiftLeft", "ShiftRight"):
            cover_page.keyboard.up(side)
        assert not is_covered(cover_page)

    def test_a_shift_held_down_repeats_and_is_still_one(self, cover_page: Page) -> None:
        for _ in range(5):
            cover_page.keyboard.down("Shift")
        cover_page.keyboard.up("Shift")
        assert not is_covered(cover_page)

    def test_it_obeys_the_setting_for_shortcuts(self, cover_page: Page) -> None:
        cover_page.evaluate("cover.setShortcuts(false)")
        shift(cover_page, 3)
        assert not is_covered(cover_page)

    def test_it_does_not_uncover(self, covered_page: Page) -> None:
        shift(covered_page, 3)
        assert is_covered(covered_page)


def advance(page: Page, ms: int) -> None:
    """Let time pass for what compares moments; timers don't notice."""
    page.evaluate("(ms) => { const now = performance.now.bind(performance); performance.now = () => now() + ms; }", ms)


class TestUncover:
    def test_stray_taps_never_uncover(self, covered_page: Page) -> None:
        for _ in range(4):
            covered_page.touchscreen.tap(*ON_CONTROL)
            covered_page.mouse.click(*ON_CONTROL)
        covered_page.mouse.dblclick(*ON_CONTROL)
        covered_page.touchscreen.tap(60, 220)
        covered_page.wait_for_timeout(1100)
        assert is_covered(covered_page)

    def test_a_finger_held_for_a_second_uncovers_and_presses_nothing_below(
        self, covered_page: Page, finger: CDPSession
    ) -> None:
        covered_page.evaluate("""() => {
          globalThis.held = new Promise((told) => {
            let since;
            cover.state.subscribe(() => {
              if (cover.state.get('holding')) since = performance.now();
              if (!cover.state.get('covered')) told(performance.now() - since);
            });
          });
        }""")
        touch(finger, "touchStart")
        assert covered_page.evaluate("held") >= 1000
        assert not is_covered(covered_page)
        touch(finger, "touchEnd")
        covered_page.wait_for_timeout(150)
        assert covered_page.evaluate("stage.tapped") == 0
        covered_page.touchscreen.tap(*ON_CONTROL)
        assert covered_page.evaluate("stage.tapped") == 1

    def test_a_mouse_held_for_a_second_uncovers_and_presses_nothing_below(self, covered_page: Page) -> None:
        covered_page.mouse.move(*ON_CONTROL)
        covered_page.mouse.down()
        covered_page.wait_for_timeout(1100)
        assert not is_covered(covered_page)
        covered_page.mouse.up()
        assert covered_page.evaluate("stage.tapped") == 0

    def test_a_trembling_finger_still_holds(self, covered_page: Page, finger: CDPSession) -> None:
        touch(finger, "touchStart")
        for x in (66, 54, 63, 60):
            covered_page.wait_for_timeout(200)
            touch(finger, "touchMove", x=x)
        covered_page.wait_for_timeout(400)
        assert not is_covered(covered_page)

    @pytest.mark.parametrize("end", ["touchEnd", "touchCancel", "touchMove"])
    def test_a_finger_that_lets_go_or_leaves_does_not_uncover(
        self, covered_page: Page, finger: CDPSession, end: str
    ) -> None:
        touch(finger, "touchStart")
        covered_page.wait_for_timeout(200)
        touch(finger, end, y=300)
        covered_page.wait_for_timeout(1000)
        assert is_covered(covered_page)
        assert not covered_page.evaluate("cover.state.get('holding')")

    def test_a_long_press_opens_no_menu(self, covered_page: Page) -> None:
        menu = "new MouseEvent('contextmenu', { bubbles: true, cancelable: true })"
        assert not covered_page.evaluate(f"document.querySelector('[data-uncover]').dispatchEvent({menu})")
        assert covered_page.evaluate(f"document.querySelector('textarea').dispatchEvent({menu})")

    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_a_key_held_for_a_second_uncovers_and_presses_nothing_below(self, covered_page: Page, key: str) -> None:
        covered_page.focus("[data-uncover]")
        for _ in range(14):
            covered_page.keyboard.down(key)
            covered_page.wait_for_timeout(100)
        assert not is_covered(covered_page)
        expect(covered_page.locator("#flag")).to_be_focused()
        covered_page.keyboard.up(key)
        assert covered_page.evaluate("stage.tapped") == 0
        covered_page.wait_for_timeout(150)
        covered_page.keyboard.press(key)
        assert covered_page.evaluate("stage.tapped") == 1

    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_a_key_pressed_briefly_does_not_uncover(self, covered_page: Page, key: str) -> None:
        covered_page.focus("[data-uncover]")
        for _ in range(3):
            covered_page.keyboard.press(key, delay=50)
        covered_page.wait_for_timeout(1100)
        assert is_covered(covered_page)

    def test_assistive_technology_uncovers_by_two_presses(self, covered_page: Page) -> None:
        press = "document.querySelector('[data-uncover]').click()"
        covered_page.evaluate(press)
        assert is_covered(covered_page)
        assert covered_page.evaluate("cover.state.get('armed')")
        covered_page.evaluate(press)
        assert not is_covered(covered_page)
        assert not covered_page.evaluate("cover.state.get('armed')")

    def test_two_assisted_presses_too_far_apart_do_not(self, covered_page: Page) -> None:
        press = "document.querySelector('[data-uncover]').click()"
        covered_page.evaluate(press)
        covered_page.wait_for_function("() => !cover.state.get('armed')", timeout=6000)
        covered_page.evaluate(press)
        assert is_covered(covered_page)

    @pytest.mark.parametrize(
        "weightless",
        ["pointerType: 'touch', width: 0, height: 0", "pointerType: 'mouse', width: 1, height: 1, pressure: 0"],
        ids=["VoiceOver", "TalkBack"],
    )
    def test_a_screen_readers_own_touch_counts_as_assisted(self, covered_page: Page, weightless: str) -> None:
        covered_page.evaluate("Object.defineProperty(navigator, 'userAgent', { value: 'Android' })")
        for expected in (True, False):
            covered_page.evaluate(f"""() => {{
              const shared = {{ bubbles: true, cancelable: true, isPrimary: true, {weightless} }};
              const control = document.querySelector('[data-uncover]');
              control.dispatchEvent(new PointerEvent('pointerdown', shared));
              control.dispatchEvent(new PointerEvent('pointerup', shared));
              control.dispatchEvent(new PointerEvent('click', {{ ...shared, detail: 1 }}));
            }}""")
            assert is_covered(covered_page) is expected

    def test_a_mouse_without_weight_is_still_a_hand(self, covered_page: Page) -> None:
        hand = covered_page.context.new_cdp_session(covered_page)
        for kind in ("mousePressed", "mouseReleased") * 3:
            hand.send("Input.dispatchMouseEvent", {"type": kind, "x": 60, "y": 50, "button": "left", "clickCount": 1})
        assert is_covered(covered_page)

    def test_focus_is_where_it_was(self, covered_page: Page) -> None:
        covered_page.evaluate("cover.uncover()")
        expect(covered_page.locator("#flag")).to_be_focused()


class TestAway:
    def test_it_is_up_at_the_moment_of_hiding_and_on_return(self, tab: Tab) -> None:
        tab.evaluate(f"({STAGE})(true)")
        tab.hide()
        assert tab.evaluate("document.documentElement.hasAttribute('data-covered')")
        tab.show()
        assert tab.evaluate("[cover.state.get('covered'), document.querySelector('main').inert]") == [True, True]

    def test_without_an_interview_the_background_changes_nothing(self, tab: Tab) -> None:
        tab.evaluate(f"({STAGE})(false)")
        tab.hide()
        tab.show()
        assert not tab.evaluate("cover.state.get('covered')")

    def test_an_interview_that_began_elsewhere_meanwhile_is_covered_on_return(self, tab: Tab) -> None:
        tab.evaluate(f"({STAGE})(false)")
        tab.hide()
        tab.evaluate("void (stage.live = true)")
        tab.show()
        assert tab.evaluate("cover.state.get('covered')")

    def test_hiding_ends_a_hold(self, tab: Tab) -> None:
        tab.evaluate(f"({STAGE})(true)")
        tab.evaluate("cover.cover()")
        tab.send("Input.dispatchMouseEvent", type="mousePressed", x=60, y=50, button="left", buttons=1, clickCount=1)
        assert tab.evaluate("cover.state.get('holding')")
        tab.hide()
        tab.show()
        tab.evaluate("new Promise((then) => setTimeout(then, 1100))")
        assert tab.evaluate("cover.state.get('covered')")

    @pytest.mark.parametrize(("live", "idle", "expected"), [(True, 1, True), (True, 0, False), (False, 1, False)])
    def test_idleness_covers_only_an_interview(self, cover_page: Page, live: bool, idle: int, expected: bool) -> None:
        cover_page.evaluate("(now) => { Object.assign(stage, now); }", {"live": live, "idle": idle})
        cover_page.mouse.move(10, 10)
        cover_page.wait_for_timeout(1300)
        assert is_covered(cover_page) is expected

    def test_whoever_is_busy_is_not_covered(self, cover_page: Page) -> None:
        cover_page.evaluate("() => { stage.live = true; stage.idle = 2; }")
        for x in range(6):
            cover_page.mouse.move(10 + x, 10)
            cover_page.wait_for_timeout(400)
        assert not is_covered(cover_page)
        cover_page.wait_for_timeout(2200)
        assert is_covered(cover_page)


class TestPad:
    def test_what_is_typed_is_there_after_a_reload(self, covered_page: Page) -> None:
        covered_page.fill(PAD, "Oat milk\n🍋 ليمون")
        covered_page.wait_for_timeout(600)
        assert reloaded_pad(covered_page) == "Oat milk\n🍋 ليمون"

    def test_what_was_typed_last_is_not_lost_when_the_page_goes(self, covered_page: Page) -> None:
        # Its database is open, as it is by the time that anybody has begun to type.
        covered_page.evaluate("async () => { await (await import('/client/pad.js')).load(); }")
        covered_page.focus(PAD)
        covered_page.keyboard.type("Train 17:42")
        assert reloaded_pad(covered_page) == "Train 17:42"

    def test_typing_stays_possible_and_components_are_told(self, covered_page: Page) -> None:
        covered_page.focus(PAD)
        covered_page.keyboard.type("Call")
        assert covered_page.evaluate("cover.state.get('text')") == "Call"
        assert is_covered(covered_page)

    def test_what_was_typed_before_the_rest_could_be_read_is_added_to_it(self, covered_page: Page) -> None:
        covered_page.fill(PAD, "Old")
        covered_page.wait_for_timeout(600)
        covered_page.reload()
        stage = STAGE.replace("cover.watch", "cover.write('New'); cover.watch")
        covered_page.evaluate(stage, False)
        covered_page.wait_for_function("() => cover.state.get('text') === 'Old\\nNew'")
        assert reloaded_pad(covered_page) == "Old\nNew"

    def test_a_full_device_keeps_the_text_in_view_and_says_so(self, modules_page: Page) -> None:
        modules_page.evaluate(
            "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
        )
        modules_page.evaluate(STAGE, False)
        modules_page.evaluate("cover.cover()")
        modules_page.fill(PAD, "Still here")
        modules_page.wait_for_function("() => cover.state.get('fault') === 'pad-not-saved'")
        assert modules_page.input_value(PAD) == "Still here"

    def test_another_tab_shows_the_same_notepad(self, covered_page: Page) -> None:
        other = covered_page.context.new_page()
        other.goto("/")
        other.evaluate(STAGE, False)
        covered_page.fill(PAD, "From here")
        covered_page.wait_for_timeout(600)
        other.evaluate("cover.cover()")
        expect(other.locator(PAD)).to_have_value("From here")

    def test_the_page_is_headed_by_the_day(self, covered_page: Page) -> None:
        day: Any = covered_page.evaluate("new Date().getDate()")
        assert str(day) in covered_page.evaluate("cover.state.get('page')")


def test_webkit_covers_and_uncovers_likewise(minibrowser: WebKitGTK, modules_origin: str) -> None:
    minibrowser.get(modules_origin)
    awaited(minibrowser, f"({STAGE})(false)")
    for _ in range(3):
        ActionChains(minibrowser).key_down(Keys.SHIFT).key_up(Keys.SHIFT).perform()
    covered = "return cover.state.get('covered') && document.querySelector('main').inert"
    assert minibrowser.execute_script(covered)
    control = minibrowser.find_element("css selector", "[data-uncover]")
    for _ in range(3):
        control.click()
    assert minibrowser.execute_script(covered)
    ActionChains(minibrowser).click_and_hold(control).pause(1.2).release().perform()
    assert minibrowser.execute_script("return [cover.state.get('covered'), stage.tapped]") == [False, 0]


def reloaded_pad(page: Page) -> str:
    page.reload()
    page.evaluate(STAGE, False)
    page.evaluate("cover.cover()")
    page.wait_for_function("() => cover.state.get('text') !== ''")
    return page.input_value(PAD)
