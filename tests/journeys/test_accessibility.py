"""Zero violations on every screen, light and dark; large text; forced colours; a keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from interview_exit.rules.verdict import VERDICTS
from interview_exit.words.texts import history, labels
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
    candidate.open_app("/about")
    yield "about", ()
    candidate.open_app()
    yield from screens_of_leaving(candidate)
    yield from screens_by_verdict(candidate)
    candidate.press(labels.MORE)
    yield "more", STRICT
    candidate.press(labels.BACK)
    candidate.press(labels.END)
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
    """The screens behind the words: why, unsafe, the break to wait for, the card for the way back, what to practise."""
    candidate.tap("uneasy")
    candidate.open_words()
    candidate.press(labels.WHY_LONG)
    candidate.page.locator("summary").click()
    yield "why", STRICT
    candidate.goes_back()
    candidate.open_words()
    candidate.press(labels.UNSAFE)
    yield "unsafe", STRICT
    candidate.press(labels.I_HAVE_LEFT)
    yield "over", STRICT
    candidate.moves_on()
    candidate.gets("wrap_up")
    candidate.open_words()
    candidate.press(labels.BREAK_POINTS)
    yield "moment", STRICT
    candidate.page.locator("main .choices button").first.click()
    yield "card", STRICT
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
        candidate.open_words()
        for unfolded in candidate.page.locator("summary").all():
            unfolded.click()
        yield f"words, {verdict}", STRICT
        candidate.press(labels.BACK) if verdict in {"leave_now", "wrap_up"} else candidate.goes_back()
        candidate.end("stayed")
    candidate.gets("clear_air")
    candidate.answer("confirmed")
    yield "live, pause first", STRICT
    candidate.open_words()
    yield "words, pause first", STRICT
    candidate.goes_back()


def layers(candidate: Candidate) -> Screens:
    candidate.press(labels.PAUSE)
    yield "pause, running", ()
    candidate.page.clock.fast_forward("00:07")
    expect(candidate.page.locator("[data-phase=done]")).to_be_visible()
    yield "pause, done", ()
    candidate.press(labels.BACK)
    candidate.press(labels.COVER)
    yield "cover", ()
    candidate.reloads()


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
    for name in ("prepare", "devices", "server", "insights", "data"):
        candidate.open_app(f"/{name}")
        unfolded(page)
        yield name, ()
    candidate.open_app()
    candidate.gets("leave_now")
    candidate.open_words()
    candidate.press(labels.I_HAVE_LEFT)
    page.get_by_role("link", name=labels.LOOK_BACK).click()
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
    yield "print", ()


WALKS = [every_screen, every_page_beside]


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize(
    "colours", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str
)
def test_m49_no_screen_has_an_accessibility_fault(
    chromium: Browser, site: str, axe: Axe, walk: Walk, colours: dict[str, str]
) -> None:
    known = colours != {"color_scheme": "light"}
    # With reduced motion a colour is what it is, and not on its way there.
    with device(chromium, PHONE | colours | {"reduced_motion": "reduce"}, site) as page:
        found = {name: axe(page, *rules, colours_alone=known) for name, rules in walk(Candidate(page))}
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) > 10, "a walk that ends early proves nothing"


@pytest.fixture
def large_text(phone: Page) -> Candidate:
    """A small old phone whose owner reads text twice as large."""
    phone.set_viewport_size(NARROW)
    phone.add_init_script(LARGE)
    return Candidate(phone)


@pytest.mark.parametrize("walk", WALKS)
def test_nothing_scrolls_sideways_on_a_narrow_phone_with_large_text(large_text: Candidate, walk: Walk) -> None:
    wide = {name: across for name, _ in walk(large_text) if (across := large_text.scroll_room()[0]) > 0}
    assert wide == {}


def test_m31_words_to_leave_are_in_view_on_a_narrow_phone_with_large_text(large_text: Candidate) -> None:
    large_text.open_app()
    large_text.tap("rude")
    large_text.open_words()
    [said] = large_text.boxes("main .words > .body > .say")
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
    presses(desktop, labels.WORDS)
    candidate.is_on("words")
    presses(desktop, labels.BACK)
    covers_and_comes_back(candidate)
    presses(desktop, labels.END)
    presses(desktop, "I left")
    candidate.is_on("over")
    presses(desktop, labels.NEW_INTERVIEW)
    presses(desktop, labels.HISTORY)
    candidate.is_on("history")
    presses(desktop, "Left at once")
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
