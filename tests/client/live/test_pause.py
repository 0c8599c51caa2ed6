"""The pause in a real browser, by a real clock (M44, M46; product.md section 4)."""

from collections.abc import Callable, Iterator
from itertools import count, pairwise

import pytest
from playwright.sync_api import Browser, Page, expect
from selenium.webdriver import WebKitGTK

from tests.client.background import Tab, background_tab, until
from tests.client.webkit_page import awaited

# A button as on the page, a digit drawn from the state, and a journal of what was shown when, by the browser's clock.
STAGE = """async () => {
  document.body.innerHTML = '<main>Page</main><button id="go">Pause</button><output></output>';
  const pause = await import('/client/live/pause.js');
  (await import('/client/base/back.js')).watchBack();
  const digit = document.querySelector('output');
  const journal = [];
  const draw = () => {
    digit.textContent = pause.state.get('phase') + ' ' + pause.state.get('left');
    journal.push([performance.now(), pause.state.get('phase'), pause.state.get('left')]);
  };
  pause.state.subscribe(draw);
  const told = [];
  pause.watch((one) => told.push(one));
  document.querySelector('#go').onclick = () => { globalThis.tapped = performance.now(); pause.start(5); };
  Object.assign(globalThis, { pause, journal, told });
}"""
LENGTH = "() => journal.find(([, phase]) => phase === 'done')[0] - tapped"
PAGES = count(1)
AT_START = "() => [pause.state.get('phase'), pause.state.get('planned'), pause.state.get('left')]"


def phase(page: Page) -> str:
    return page.evaluate("() => pause.state.get('phase')")


def wait_for_done(page: Page) -> None:
    page.wait_for_function("() => pause.state.get('phase') === 'done'", timeout=15_000)


@pytest.fixture
def pause_page(modules_page: Page) -> Page:
    modules_page.evaluate(STAGE)
    return modules_page


@pytest.fixture(scope="module")
def browser_of_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with background_tab(tmp_path_factory.mktemp("background")) as tab:
        yield tab


@pytest.fixture
def tab(browser_of_one: Tab, modules_origin: str) -> Tab:
    """A page that can go to the background; each time another, by its address."""
    browser_of_one.goto(f"{modules_origin}/?{next(PAGES)}.")
    browser_of_one.evaluate(f"({STAGE})()")
    return browser_of_one


def begin_on_a_slow_phone(page: Page) -> None:
    """Begin where what is drawn comes late: it counts, from the frame after the tap to the frame that says done."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.evaluate("""() => {
      const seen = {};
      const look = () => {
        const [phase] = document.querySelector('output').textContent.split(' ');
        seen[phase] ??= performance.now();
        globalThis.drawn = seen.done - seen.running;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }""")
    page.click("#go")


def begin_where_the_clock_is_set(page: Page, hours: int) -> None:
    page.click("#go")
    page.evaluate(f"() => {{ const real = Date.now; Date.now = () => real() + {hours} * 3_600_000; }}")


def test_m44_the_pause_takes_five_full_seconds_and_hardly_more(modules_page: Page) -> None:
    """All at once: each takes its five seconds."""
    begin: dict[str, Callable[[Page], None]] = {
        "first": lambda page: page.click("#go"),
        "second": lambda page: page.click("#go"),
        "clock set ahead": lambda page: begin_where_the_clock_is_set(page, 2),
        "clock set back": lambda page: begin_where_the_clock_is_set(page, -2),
        "slow phone": begin_on_a_slow_phone,
    }
    pages = dict(zip(begin, [modules_page, *(modules_page.context.new_page() for _ in range(4))], strict=True))
    for page in pages.values():
        page.goto("/")
        page.evaluate(STAGE)
    for name, page in pages.items():
        begin[name](page)
    for page in pages.values():
        wait_for_done(page)
    took = {name: page.evaluate(LENGTH) for name, page in pages.items()}
    slow = pages["slow phone"]
    slow.wait_for_function("() => drawn > 0")
    assert min(*took.values(), slow.evaluate("drawn")) >= 5000, took
    assert max(took[name] for name in took if name != "slow phone") <= 5300, took
    counts_down_one_by_one(pages["first"].evaluate("journal"))


def counts_down_one_by_one(journal: list[tuple[float, str, int]]) -> None:
    first: dict[int, float] = {}
    for at, _, left in journal:
        first.setdefault(left, at)
    assert list(first) == [5, 4, 3, 2, 1, 0]
    steps = list(first.values())
    for earlier, later in pairwise(steps):
        assert 700 <= later - earlier <= 1300


def test_a_hidden_page_keeps_time_and_shows_done_on_return(tab: Tab) -> None:
    tab.evaluate("document.querySelector('#go').click()")
    tab.hide()
    tab.evaluate("new Promise((tick) => setTimeout(tick, 5500))")
    tab.show()
    assert tab.evaluate("pause.state.get('phase')") == "done"
    assert tab.evaluate(f"({LENGTH})()") >= 5000


def test_a_frozen_page_is_done_at_once_when_it_runs_again(tab: Tab) -> None:
    tab.evaluate("document.querySelector('#go').click()")
    tab.hide()
    tab.freeze()
    # The frozen page runs nothing, so the time is told by the page's clock read from outside.
    until(lambda: tab.evaluate("performance.now() - tapped") > 5500)
    assert tab.evaluate("pause.state.get('phase')") == "running"
    tab.thaw()
    tab.show()
    assert tab.evaluate("new Promise((then) => setTimeout(() => then(pause.state.get('phase')), 100))") == "done"


def test_a_page_that_comes_back_too_soon_goes_on_counting(tab: Tab) -> None:
    tab.evaluate("document.querySelector('#go').click()")
    tab.hide()
    tab.evaluate("new Promise((tick) => setTimeout(tick, 1500))")
    tab.show()
    assert tab.evaluate("pause.state.get('phase')") == "running"
    assert 1 <= tab.evaluate("pause.state.get('left')") <= 4


def test_time_asleep_counts_where_the_steady_clock_stands_still(tab: Tab) -> None:
    tab.evaluate("document.querySelector('#go').click()")
    tab.hide()
    tab.evaluate("void (Date.now = ((real) => () => real() + 60_000)(Date.now))")
    tab.show()
    assert tab.evaluate("pause.state.get('phase')") == "done"


def test_a_wall_clock_set_back_while_hidden_is_not_believed(tab: Tab) -> None:
    tab.evaluate("document.querySelector('#go').click()")
    tab.hide()
    tab.evaluate("void (Date.now = ((real) => () => real() - 60_000)(Date.now))")
    tab.show()
    assert tab.evaluate("pause.state.get('phase')") == "running"


def test_no_pause_is_shorter_than_five_seconds(pause_page: Page) -> None:
    lengths = {"5": 5, "7": 7, "10": 10, "0": 5, "-3": 5, "4.9": 5, "6": 7, "99": 10, "NaN": 5, "": 5}
    for asked, given in lengths.items():
        pause_page.evaluate(f"() => pause.start({asked})")
        assert pause_page.evaluate(AT_START) == ["running", given, given]
        pause_page.evaluate("() => pause.stop()")


def test_a_length_that_is_read_after_the_pause_has_begun_counts_and_never_shortens_it(pause_page: Page) -> None:
    began = "() => { pause.start(7); pause.lengthen(5); }"
    pause_page.evaluate(began)
    assert pause_page.evaluate(AT_START) == ["running", 7, 7]
    pause_page.evaluate("pause.lengthen(10)")
    assert pause_page.evaluate(AT_START) == ["running", 10, 10]


def test_m46_a_pause_left_early_is_told_as_skipped(pause_page: Page) -> None:
    pause_page.click("#go")
    pause_page.wait_for_function("() => pause.state.get('left') === 3")
    told = {"seconds": 2, "planned": 5, "skipped": True}
    assert pause_page.evaluate("() => pause.stop()") == told
    assert phase(pause_page) == "idle"
    assert pause_page.evaluate("told") == [told]
    assert pause_page.evaluate("() => pause.stop()") is None


def test_a_second_tap_does_not_start_the_count_again(pause_page: Page) -> None:
    pause_page.click("#go")
    pause_page.wait_for_function("() => pause.state.get('left') === 4")
    pause_page.evaluate("() => pause.start(10)")
    assert pause_page.evaluate(AT_START) == ["running", 5, 4]


def test_escape_closes_the_pause_and_nothing_below(pause_page: Page) -> None:
    pause_page.evaluate("() => addEventListener('keydown', () => { globalThis.below = true; })")
    pause_page.focus("#go")
    pause_page.keyboard.press("Enter")
    expect(pause_page.locator("html")).to_have_attribute("data-paused", "")
    pause_page.evaluate("() => { globalThis.below = false; document.activeElement.blur(); }")
    pause_page.keyboard.press("Escape")
    assert phase(pause_page) == "idle"
    assert not pause_page.evaluate("below")
    expect(pause_page.locator("html")).not_to_have_attribute("data-paused", "")
    expect(pause_page.locator("#go")).to_be_focused()


def test_back_closes_the_pause_and_stays_on_the_page(pause_page: Page) -> None:
    pause_page.evaluate("() => addEventListener('popstate', () => { globalThis.routed = true; })")
    pause_page.click("#go")
    pause_page.evaluate("() => history.back()")
    pause_page.wait_for_function("() => pause.state.get('phase') === 'idle'")
    assert not pause_page.evaluate("() => globalThis.routed === true")
    assert pause_page.evaluate("() => history.state?.layer") is None


def test_a_pause_closed_by_hand_leaves_no_step_behind(pause_page: Page) -> None:
    pause_page.evaluate("() => { location.hash = 'words'; }")
    for _ in range(2):
        pause_page.click("#go")
        pause_page.evaluate("() => pause.close()")
    pause_page.wait_for_function("() => !history.state?.layer")
    pause_page.evaluate("() => history.back()")
    pause_page.wait_for_function("() => location.hash === ''")


def test_going_somewhere_right_after_the_pause_is_not_undone(pause_page: Page) -> None:
    pause_page.click("#go")
    pause_page.evaluate("() => { pause.close(); location.hash = 'words'; }")
    pause_page.wait_for_timeout(600)
    assert pause_page.evaluate("() => location.hash") == "#words"


def test_webkit_counts_five_full_seconds_too(minibrowser: WebKitGTK, modules_origin: str) -> None:
    minibrowser.get(modules_origin)
    awaited(minibrowser, f"({STAGE})()")
    minibrowser.find_element("id", "go").click()
    awaited(
        minibrowser,
        """new Promise((then) => {
      pause.state.subscribe(() => pause.state.get('phase') === 'done' && then());
    })""",
    )
    assert 5000 <= float(str(awaited(minibrowser, f"(async {LENGTH})()"))) <= 5300


WAKE_LOCK = """() => {
  const lock = { asked: 0, held: 0 };
  const request = async () => {
    lock.asked += 1;
    lock.held += 1;
    const one = { released: false, release: async () => { if (!one.released) lock.held -= 1; one.released = true; } };
    lock.last = one;
    return one;
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  globalThis.lock = lock;
}"""


def test_a_full_pause_keeps_the_screen_on_is_told_once_and_may_be_extended(pause_page: Page) -> None:
    pause_page.evaluate(WAKE_LOCK)
    pause_page.click("#go")
    assert pause_page.evaluate("lock.held") == 1
    wait_for_done(pause_page)
    assert pause_page.evaluate("lock.held") == 0
    assert pause_page.evaluate("told") == [{"seconds": 5, "planned": 5, "skipped": False}]
    pause_page.evaluate("() => pause.extend()")
    pause_page.wait_for_function("() => performance.now() - tapped > 6_100")
    assert phase(pause_page) == "extended"
    assert pause_page.evaluate("() => pause.close().seconds") == 6
    assert phase(pause_page) == "idle"
    assert len(pause_page.evaluate("told")) == 1
    pause_page.evaluate("() => pause.start(5)")
    assert pause_page.evaluate("lock.held") == 1
    pause_page.evaluate("() => pause.stop()")
    assert pause_page.evaluate("lock.held") == 0


def test_the_lock_is_taken_again_when_the_page_returns(tab: Tab) -> None:
    tab.evaluate(f"({WAKE_LOCK})()")
    tab.evaluate("pause.start(10)")
    # What the browser does to a hidden page's lock.
    tab.hide()
    tab.evaluate("lock.last.release()")
    tab.show()
    assert tab.evaluate("[lock.asked, lock.held]") == [2, 1]


def test_a_lock_that_comes_after_the_end_is_given_back(pause_page: Page) -> None:
    pause_page.evaluate(WAKE_LOCK)
    pause_page.evaluate("() => { pause.start(5); pause.stop(); }")
    pause_page.wait_for_function("() => lock.asked === 1 && lock.held === 0")


@pytest.mark.parametrize(
    "without",
    ["delete Navigator.prototype.wakeLock", "navigator.wakeLock.request = () => Promise.reject(new Error('no'))"],
)
def test_a_device_without_the_lock_pauses_all_the_same(pause_page: Page, without: str) -> None:
    pause_page.evaluate(f"() => void ({without})")
    pause_page.click("#go")
    pause_page.wait_for_function("() => pause.state.get('left') === 4")


CHROME_ANDROID = (
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)
FIREFOX_ANDROID = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
CHROME_DESKTOP = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


def with_ticks(chromium: Browser, origin: str, agent: str, on: bool) -> Page:
    """Start a pause on a device that writes down how it is asked to vibrate."""
    page = chromium.new_context(base_url=origin, user_agent=agent).new_page()
    page.add_init_script("globalThis.felt = []; navigator.vibrate = (ms) => felt.push(ms);")
    page.goto("/")
    page.evaluate(STAGE)
    page.evaluate(f"() => pause.setTicks({str(on).lower()})")
    page.click("#go")
    return page


def felt(page: Page) -> list[int]:
    """Return what is felt in the first two seconds."""
    page.wait_for_function("() => pause.state.get('left') <= 3")
    ticks = page.evaluate("felt")
    page.context.close()
    return ticks[:2]


def test_ticks_are_felt_only_if_asked_for_and_only_where_they_work(chromium: Browser, modules_origin: str) -> None:
    unasked, asked, firefox, desktop = (
        with_ticks(chromium, modules_origin, agent, on)
        for agent, on in [
            (CHROME_ANDROID, False),
            (CHROME_ANDROID, True),
            (FIREFOX_ANDROID, True),
            (CHROME_DESKTOP, True),
        ]
    )
    assert felt(unasked) == []
    assert felt(asked) == [25, 25]
    assert felt(firefox) == []
    assert felt(desktop) == []
