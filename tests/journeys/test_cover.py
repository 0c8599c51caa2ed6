"""The cover comes back with the page (N12): before anything else is seen, with what was typed, and lifted as ever."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from interview_exit import routes
from interview_exit.words.texts import labels, settings
from tests.support.browsers import ColdStart
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline, kept_on_disk

# In each frame that is drawn, whether what lies below the cover could be seen.
FRAMES = """globalThis.seen = [];
(function look() {
    const below = document.querySelector("[data-behind-cover]");
    if (below) seen.push(below.checkVisibility({visibilityProperty: true}));
    requestAnimationFrame(look);
})()"""
# Or it would answer for what a test holds back.
NO_WORKER = "Object.defineProperty(navigator, 'serviceWorker', {value: undefined, configurable: true})"
SHIFTS = 3


def pad(page: Page) -> str:
    return page.locator("[data-cover] textarea").input_value()


def covers(candidate: Candidate, text: str) -> None:
    candidate.press(labels.COVER)
    candidate.page.locator("[data-cover] textarea").fill(text)


def nothing_was_seen(candidate: Candidate) -> None:
    """Expect that nothing but the cover was drawn since the page began."""
    candidate.is_on("cover")
    frames = candidate.page.evaluate("seen")
    assert len(frames) > 1, "nothing was drawn"
    assert not any(frames), frames


@pytest.mark.parametrize("path", ["/", "/history"])
def test_n12_reloaded_it_is_all_that_is_seen_and_is_lifted_as_ever(candidate: Candidate, path: str) -> None:
    candidate.page.add_init_script(FRAMES)
    candidate.open_app()
    assert any(candidate.page.evaluate("seen")), "the frames tell nothing"
    candidate.tap("rude")
    candidate.open_app(path)
    for _ in range(SHIFTS):
        candidate.page.keyboard.press("Shift")
    candidate.page.keyboard.type("Oat milk")
    # A busy machine writes it a moment later.
    candidate.page.wait_for_timeout(500)
    candidate.reloads()
    nothing_was_seen(candidate)
    expect(candidate.page.locator("[data-cover] textarea")).to_have_value("Oat milk")
    assert candidate.page.title().startswith(labels.PAD)
    candidate.lifts_the_cover()
    candidate.reloads()
    expect(candidate.page.locator("[data-cover]")).to_be_hidden()
    candidate.open_app()
    candidate.is_told("leave_now")


def test_n12_killed_and_started_cold_it_is_up_again(cold_start: ColdStart, site: str) -> None:
    page = cold_start(base_url=site)
    candidate = Candidate(page)
    candidate.open_app()
    kept_offline(page)
    candidate.tap("rude")
    covers(candidate, "Oat milk")
    kept_on_disk(page)
    cold_start.kill()
    # All that a browser may lose of localStorage is lost; the database has it, at the latest.
    candidate = Candidate(page := cold_start(base_url=site, offline=True))
    candidate.open_app()
    candidate.is_on("cover")
    expect(page.locator("[data-cover] textarea")).to_have_value("Oat milk")
    cold_start.close()
    candidate = Candidate(page := cold_start(base_url=site, offline=True))
    page.add_init_script(FRAMES)
    candidate.open_app()
    nothing_was_seen(candidate)
    candidate.lifts_the_cover()
    candidate.is_told("leave_now")


def test_n12_what_is_typed_before_the_page_is_alive_is_added_to_the_rest(candidate: Candidate) -> None:
    candidate.page.add_init_script(NO_WORKER)
    candidate.open_app()
    covers(candidate, "Oat milk")
    held: list[Route] = []
    candidate.page.route("**/assets/*.js", lambda route: held.append(route))
    kept_on_disk(candidate.page)
    candidate.page.reload(wait_until="commit")
    candidate.page.locator("[data-cover] textarea").press_sequentially("Bread")
    for route in held:
        route.continue_()
    candidate.page.unroute("**/assets/*.js")
    candidate.waits_until_alive()
    expect(candidate.page.locator("[data-cover] textarea")).to_have_value("Oat milk\nBread")
    candidate.reloads()
    expect(candidate.page.locator("[data-cover] textarea")).to_have_value("Oat milk\nBread")


def test_it_belongs_to_the_browser_and_each_tab_is_lifted_by_itself(candidate: Candidate) -> None:
    candidate.open_app()
    other = Candidate(candidate.page.context.new_page())
    other.open_app()
    candidate.press(labels.COVER)
    other.is_on("live")
    other.reloads()
    other.lifts_the_cover()
    candidate.is_on("cover")
    other.reloads()
    other.is_on("live")


def test_page_that_never_comes_to_life_is_not_covered_for_ever(candidate: Candidate) -> None:
    candidate.page.add_init_script(NO_WORKER)
    candidate.open_app()
    candidate.press(labels.COVER)
    kept_on_disk(candidate.page)
    candidate.page.route("**/assets/*.js", lambda route: route.abort())
    candidate.page.reload()
    expect(candidate.page.locator("[data-screen=failed]")).to_have_count(1)
    candidate.page.reload()
    expect(candidate.page.get_by_role("heading", name=labels.MISHAP)).to_be_visible()


def test_the_line_that_tells_how_to_get_back_goes_once_it_is_learnt(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.press(labels.COVER)
    hint = candidate.page.locator("[data-cover] [role=status]")
    title = candidate.page.locator("[data-uncover]")
    expect(hint).to_have_text(labels.PAD_HINT)
    candidate.lifts_the_cover()
    candidate.press(labels.COVER)
    expect(hint).to_have_text("")
    expect(title).to_have_accessible_name(re.compile(re.escape(labels.PAD_UNCOVER)))
    candidate.reloads()
    expect(hint).to_have_text("")
    title.click()
    expect(hint).to_have_text(labels.PAD_HINT)
    candidate.lifts_the_cover()
    candidate.open_app(routes.SETTINGS)
    candidate.page.get_by_label(settings.COVER_LINE).check()
    candidate.open_app()
    candidate.press(labels.COVER)
    expect(hint).to_have_text(labels.PAD_HINT)
