"""The cover in a real browser: up at once, down only by a deliberate press (product.md section 5)."""

import pytest
from playwright.sync_api import CDPSession, Page, expect
from selenium.webdriver import ActionChains, Keys, WebKitGTK

from tests.client.cover_stage import ON_CONTROL, PAD, STAGE, is_covered
from tests.client.webkit_page import awaited


@pytest.fixture
def finger(covered_page: Page) -> CDPSession:
    """A finger on the screen of the covered page."""
    return covered_page.context.new_cdp_session(covered_page)


def touch(finger: CDPSession, kind: str, **moved: int) -> None:
    x, y = ON_CONTROL
    points = [] if kind in ("touchEnd", "touchCancel") else [{"x": x, "y": y} | moved]
    finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


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
