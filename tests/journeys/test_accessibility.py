"""Zero violations on every screen, light and dark; large text; forced colours; a keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from interview_exit.rules.verdict import VERDICTS
from interview_exit.words.texts import debrief, history, labels
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate
from tests.support.devices import Axe, device
from tests.support.histories import fill

# AAA, promised for the live screen and the words.
STRICT = ("color-contrast-enhanced", "target-size")
NARROW: ViewportSize = {"width": 320, "height": 568}
LARGE = "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
LOOK = """(each) => {
    const {outlineStyle, transitionDuration} = getComputedStyle(each);
    return [outlineStyle, ...new Set(transitionDuration.split(", "))];
}"""
FOCUS = """() => {
    const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""

ZOOMED: ViewportSize = {"width": 180, "height": 320}
TEXT_SIZE = "(size) => { document.documentElement.style.fontSize = size; }"
# A word may break where a line could not hold it whole.
CROWDED = """() => {
    const shown = (each) => each.checkVisibility({ contentVisibilityAuto: true });
    const seen = (each) => shown(each) && !each.closest(".sr, select, textarea");
    const spot = (each) => each.getBoundingClientRect();
    const name = (each) => each.name || each.innerText || each.href;
    const controls = [...document.querySelectorAll("main :is(button, a, input, select, textarea, summary)")]
        .filter((each) => shown(each) && spot(each).width > 1);
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const overlaps = controls.flatMap((each, place) => controls.slice(place + 1)
        .filter((other) => !each.contains(other) && meet(spot(each), spot(other)))
        .map((other) => `${name(each)} | ${name(other)}`));
    const broken = [], range = document.createRange();
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) {
        if (!seen(text.parentElement)) continue;
        for (const word of text.data.matchAll(/[^\\s\u2010-\u2014\\/-]+/g)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
            const wide = parts.reduce((sum, { width }) => sum + width, 0);
            if (parts.some(({ top }) => top - parts[0].top > 2) && wide < innerWidth - 34) broken.push(word[0]);
        }
    }
    return [...overlaps, ...broken];
}"""

Screens = Iterator[tuple[str, tuple[str, ...]]]
Walk = Callable[[Candidate], Screens]
SEVERAL = 40


def every_screen(candidate: Candidate) -> Screens:
    """Go through all screens; name each while it is shown, with the further rules that it must hold."""
    candidate.page.clock.install()
    candidate.open_app()
    yield "live, nothing yet", STRICT
    candidate.open_history()
    yield "history, empty", ()
    candidate.open_app()
    yield from screens_of_leaving(candidate)
    yield from screens_by_verdict(candidate)
    candidate.opens_more()
    yield "more", STRICT
    candidate.press(labels.BACK)
    candidate.press(labels.TWO_MINUTES)
    yield "away", STRICT
    candidate.goes_back()
    candidate.asks_how_it_ended()
    candidate.page.locator("summary").click()
    yield "end", STRICT
    candidate.press(labels.NOT_YET)
    yield from layers(candidate)
    candidate.end("left")
    candidate.open_history()
    yield "history", ()
    candidate.open_log()
    yield "entry", ()


def screens_of_leaving(candidate: Candidate) -> Screens:
    """What is behind the words: unsafe, the break to wait for, the card for the way back, what to practise."""
    candidate.tap("uneasy")
    candidate.press(labels.UNSAFE)
    yield "unsafe", STRICT
    candidate.press(labels.I_HAVE_LEFT)
    candidate.gets("wrap_up")
    candidate.press(labels.WRAP_UP_NOW)
    yield "card", STRICT
    candidate.page.get_by_role("button", name=labels.CHANGE).click()
    yield "moment", STRICT
    candidate.page.locator("main .choices button").first.click()
    candidate.goes_back()
    candidate.choose("practice")
    candidate.press(labels.CHOOSE_SKILL)
    yield "skill", STRICT
    candidate.goes_back()
    candidate.end("practised")


def screens_by_verdict(candidate: Candidate) -> Screens:
    for verdict in VERDICTS:
        candidate.gets(verdict)
        yield f"live, {verdict}", STRICT
        candidate.opens_details()
        unfolded(candidate.page)
        yield f"details, {verdict}", STRICT
        candidate.goes_back()
        candidate.end("stayed")
    candidate.gets("clear_air")
    candidate.press(labels.MORE_FLAGS)
    yield "flags", STRICT
    candidate.goes_back()
    candidate.answer("confirmed")
    yield "live, pause first", STRICT


def layers(candidate: Candidate) -> Screens:
    candidate.press(labels.PAUSE_FIRST)
    yield "pause, running", ()
    candidate.page.clock.fast_forward("00:07")
    expect(candidate.page.locator("[data-phase=done]")).to_be_visible()
    yield "pause, done", ()
    candidate.press(labels.BACK)
    candidate.press(labels.COVER)
    yield "cover", ()
    candidate.reloads()
    candidate.lifts_the_cover()


def unfolded(page: Page) -> None:
    """Open whatever can be unfolded."""
    closed = page.locator("main details:not([open]) > summary")
    while closed.count():
        closed.first.click()


def every_page_beside(candidate: Candidate) -> Screens:
    """Go through the pages for before and after an interview, with everything on them unfolded."""
    page = candidate.page
    candidate.open_app()
    fill(page, SEVERAL)
    for name in ("settings", "about", "no/such/page", "prepare", "devices", "server", "insights", "data"):
        candidate.open_app(f"/{name}")
        unfolded(page)
        yield name, ()
    candidate.open_app()
    candidate.gets("leave_now")
    candidate.press(labels.I_HAVE_LEFT)
    page.get_by_role("link", name=debrief.DEBRIEF, exact=True).click()
    candidate.is_on("debrief")
    unfolded(page)
    yield "debrief", ()
    candidate.open_app("/history")
    candidate.press(history.FILTER)
    yield "history, filters", ()
    page.get_by_role("searchbox").fill("e")
    yield "history, found", ()
    candidate.interviews().filter(has_not_text=labels.NO_COMPANY).first.click()
    candidate.is_on("interview")
    candidate.press(history.EDIT)
    yield "entry, editing", ()
    page.get_by_role("link", name=history.COMPANY_CARD).click()
    candidate.is_on("company")
    yield "card", ()
    candidate.open_app("/print")
    candidate.is_on("print")
    page.locator(".sheets article").last.wait_for()
    yield "print", ()


WALKS = [every_screen, every_page_beside]


def in_all_colours(page: Page, axe: Axe, rules: tuple[str, ...]) -> list[str]:
    """Look for faults in light colours; in dark and in forced ones, for those of colours."""
    faults = axe(page, *rules)
    page.emulate_media(color_scheme="dark")
    faults += [f"dark: {fault}" for fault in axe(page, *rules, colours_alone=True)]
    page.emulate_media(color_scheme="light", forced_colors="active")
    faults += [f"forced: {fault}" for fault in axe(page, *rules, colours_alone=True)]
    page.emulate_media(forced_colors="none")
    return faults


@pytest.mark.parametrize("walk", WALKS)
def test_m49_no_screen_has_an_accessibility_fault(chromium: Browser, site: str, axe: Axe, walk: Walk) -> None:
    # With reduced motion a colour is what it is, and not on its way there.
    with device(chromium, PHONE | {"color_scheme": "light", "reduced_motion": "reduce"}, site) as page:
        found = {name: in_all_colours(page, axe, rules) for name, rules in walk(Candidate(page))}
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) > 10, "a walk that ends early proves nothing"


@pytest.fixture
def large_text(phone: Page) -> Candidate:
    """A small old phone whose owner reads text twice as large."""
    phone.set_viewport_size(NARROW)
    phone.add_init_script(LARGE)
    return Candidate(phone)


def test_no_control_overlaps_another_and_no_word_breaks_however_large_the_text(large_text: Candidate) -> None:
    """At 320 px with text twice as large, and at 360 px with everything twice as large."""
    page, found = large_text.page, {}
    for name, _ in every_page_beside(large_text):
        found[name] = page.evaluate(CROWDED)
        page.set_viewport_size(ZOOMED)
        page.evaluate(TEXT_SIZE, "100%")
        found[f"{name}, zoomed"] = page.evaluate(CROWDED)
        page.set_viewport_size(NARROW)
        page.evaluate(TEXT_SIZE, "200%")
    assert [f"{name}: {fault}" for name, faults in found.items() for fault in faults] == []
    assert len(found) > 20, "a walk that ends early proves nothing"


@pytest.mark.parametrize("walk", WALKS)
def test_nothing_scrolls_sideways_on_a_narrow_phone_with_large_text(large_text: Candidate, walk: Walk) -> None:
    wide = {name: across for name, _ in walk(large_text) if (across := large_text.scroll_room()[0]) > 0}
    assert wide == {}


def test_m31_words_to_leave_are_in_view_on_a_narrow_phone_with_large_text(large_text: Candidate) -> None:
    large_text.open_app()
    large_text.tap("rude")
    [said] = large_text.boxes("main .card > .say")
    assert large_text.page.evaluate("scrollY") == 0
    assert said["y"] >= 0
    assert said["y"] + said["height"] <= NARROW["height"]


def test_a_timeline_is_read_in_words_on_a_narrow_phone_with_large_text(large_text: Candidate) -> None:
    large_text.open_app()
    large_text.tap("values")
    large_text.end("left")
    large_text.open_history()
    large_text.open_log()
    assert all(told["width"] > NARROW["width"] / 2 for told in large_text.boxes(".log .stack"))
    assert large_text.boxes(".log .stack")


def test_forced_colours_and_reduced_motion(candidate: Candidate) -> None:
    candidate.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    candidate.open_app()
    candidate.tap("rude")
    candidate.pressed("rude")
    assert candidate.flag("rude").evaluate(LOOK) == ["solid", "0s"]
    assert candidate.flag("pay").evaluate(LOOK) == ["none", "0s"]
    glyph = candidate.flag("pay").locator(".glyph")
    shape, colour = glyph.evaluate("(each) => [getComputedStyle(each).clipPath, getComputedStyle(each).color]")
    assert shape.startswith("polygon(")
    assert colour == candidate.page.locator("body").evaluate("(body) => getComputedStyle(body).color")
    assert candidate.scroll_room() == (0, 0)


def goes_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on a control, visibly."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and name in (focused.get_attribute("aria-label") or focused.inner_text()):
            assert page.evaluate(FOCUS), f"{name} has the focus, but it is not to be seen"
            return
    pytest.fail(f"{name} cannot be reached by Tab")


def presses(page: Page, name: str, key: str = "Enter") -> None:
    goes_to(page, name)
    page.keyboard.press(key)


def test_whole_journey_by_keyboard_alone(desktop: Page) -> None:
    candidate = Candidate(desktop)
    candidate.open_app()
    presses(desktop, "Not as posted", "Space")
    candidate.is_told("clear_air")
    presses(desktop, "Confirmed")
    candidate.is_told("wrap_up")
    presses(desktop, labels.PAUSE_FIRST)
    candidate.is_on("pause")
    desktop.keyboard.press("Escape")
    candidate.is_on("live")
    presses(desktop, "Rude")
    presses(desktop, labels.DETAILS)
    candidate.is_on("details")
    presses(desktop, labels.BACK)
    covers_and_comes_back(candidate)
    presses(desktop, labels.DETAILS)
    presses(desktop, labels.END_IT)
    presses(desktop, "I left")
    presses(desktop, labels.HISTORY)
    candidate.is_on("history")
    presses(desktop, "left at once")
    expect(desktop.locator("[data-beside]")).to_be_focused()
    presses(desktop, labels.TAKE_BACK)
    expect(desktop.locator(".log .undone")).to_have_count(1)


def covers_and_comes_back(candidate: Candidate) -> None:
    for _ in range(3):
        candidate.page.keyboard.press("Shift")
    candidate.is_on("cover")
    goes_to(candidate.page, labels.PAD)
    candidate.page.keyboard.down("Enter")
    candidate.is_on("live")
    candidate.page.keyboard.up("Enter")


def test_focus_goes_where_the_eye_goes_and_only_for_the_keyboard(candidate: Candidate) -> None:
    page = candidate.page
    candidate.open_app()
    presses(page, "Not as posted")
    candidate.is_told("clear_air")
    expect(page.locator("main h1")).to_be_focused()
    for name in (labels.DETAILS, labels.MORE_FLAGS, labels.CHOICES["stay"]):
        presses(page, name)
        expect(page.locator("main h1")).to_be_focused()
        page.keyboard.press("Escape")
        candidate.is_on("live")
    candidate.is_told("stay")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    assert page.evaluate("document.activeElement.matches('body, [data-flag]')")
