"""What comes up over all interviews: in airplane mode, as pictures with their words, and honest about small numbers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from interview_exit import routes
from interview_exit.rules import insights
from interview_exit.words.texts import insights as texts
from interview_exit.words.texts import labels, titles
from tests.support.candidate import Candidate
from tests.support.devices import Axe, kept_offline, offline
from tests.support.histories import fill

LARGE = "document.documentElement.style.fontSize = '200%'"


@pytest.fixture
def away(candidate: Candidate) -> Iterator[Candidate]:
    """A candidate who has had the app open once, and whose phone now reaches nothing."""
    candidate.open_app()
    kept_offline(candidate.page)
    with offline(candidate.page):
        yield candidate


def figure(page: Page, title: str) -> Locator:
    return page.locator(".figure").filter(has=page.get_by_role("heading", name=title, exact=True))


def drawn(figure: Locator) -> dict[str, str]:
    """Return the numbers beside the picture."""
    rows = [row.locator(".label, .count").all_inner_texts() for row in figure.locator(".bars li").all()]
    return {label.strip(): count for label, count in rows}


def tabled(figure: Locator) -> dict[str, str]:
    """Unfold the table and return its first column of numbers."""
    figure.locator("summary").click()
    rows = [row.locator("th, td").all_inner_texts() for row in figure.locator("tbody tr").all()]
    return {label.strip(): count for label, count, *_ in rows}


def test_m48_pictures_say_what_their_sentences_and_tables_say(away: Candidate, axe: Axe) -> None:
    page = away.page
    fill(page, 60)
    away.open_app(routes.HISTORY)
    page.get_by_role("link", name=texts.TITLE, exact=True).click()
    away.is_on("insights")
    expect(page.locator(".figure")).to_have_count(8)
    assert page.title() == titles.INSIGHTS
    most = drawn(figure(page, texts.FLAGS))
    assert len(most) == insights.MOST_FLAGS
    [(label, count), *_] = most.items()
    expect(figure(page, texts.FLAGS).locator(".says")).to_have_text(
        texts.FLAGS_SAY.format(flag=label, count=count, interviews=60)
    )
    air = drawn(figure(page, texts.AIR))
    whole = sum(map(int, air.values()))
    cleared = air[texts.AIR_ROWS["cleared"]]
    expect(figure(page, texts.AIR).locator(".says")).to_have_text(texts.AIR_SAY.format(cleared=cleared, asked=whole))
    for title in (texts.AIR, texts.CHANCE, texts.ENDED, texts.MINUTES):
        assert tabled(figure(page, title)) == drawn(figure(page, title)), title
    assert tabled(figure(page, texts.FLAGS)).items() >= most.items()
    months = tabled(figure(page, texts.KINDS))
    assert 2 <= len(months) <= insights.MONTHS
    assert axe(page) == []
    page.evaluate(LARGE)
    page.set_viewport_size({"width": 320, "height": 568})
    assert away.scroll_room()[0] == 0


def test_few_interviews_are_too_few_to_say(away: Candidate, axe: Axe) -> None:
    page = away.page
    away.open_app(routes.INSIGHTS)
    away.sees(texts.NONE)
    assert axe(page) == []
    fill(page, 3)
    away.open_app(routes.INSIGHTS)
    few = texts.TOO_FEW.format(count=3, what=texts.INTERVIEWS[1])
    for title in (texts.FLAGS, texts.ENDED):
        expect(figure(page, title).locator(".says")).to_have_text(few)
    assert axe(page) == []


def test_what_happens_meanwhile_is_counted_and_what_is_live_is_not(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("rude")
    candidate.open_app(routes.INSIGHTS)
    candidate.sees(texts.NONE)
    candidate.open_app()
    candidate.end("left")
    candidate.open_history()
    candidate.page.get_by_role("link", name=texts.TITLE, exact=True).click()
    one = texts.TOO_FEW.format(count=1, what=texts.INTERVIEWS[0])
    expect(figure(candidate.page, texts.FLAGS).locator(".says")).to_have_text(one)
    assert drawn(figure(candidate.page, texts.FLAGS)) == {"Rude": "1"}


def test_on_a_laptop_tables_open_by_keyboard_and_pictures_survive_forced_colours(desktop: Page, axe: Axe) -> None:
    candidate = Candidate(desktop)
    desktop.emulate_media(forced_colors="active", reduced_motion="reduce")
    candidate.open_app(routes.ABOUT)
    fill(desktop, 40)
    candidate.open_app(routes.INSIGHTS)
    expect(desktop.locator(".figure")).to_have_count(8)
    first, second = candidate.boxes(".figure")[:2]
    assert first["y"] == second["y"], "side by side where there is room"
    [ink, paper] = desktop.locator(".length rect").first.evaluate(
        "(bar) => [getComputedStyle(bar).fill, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != paper
    desktop.locator(".figure summary").first.focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".figure table").first).to_be_visible()
    assert axe(desktop) == []
    desktop.get_by_role("link", name=labels.HISTORY).click()
    candidate.is_on("history")


# Words that are broken within, though each would have had room in a line of its own.
TORN = """() => {
  const torn = [];
  const main = document.querySelector('main');
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const room = main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { index, 0: word } of text.data.matchAll(/[\\p{L}\\p{N}’]+/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const parts = [...range.getClientRects()];
      const width = parts.reduce((sum, each) => sum + each.width, 0);
      if (width < room && new Set(parts.map(({ top }) => Math.round(top))).size > 1) torn.push(word);
    }
  }
  return torn;
}"""


def test_no_word_is_torn_apart_on_paper_nor_on_a_narrow_screen(candidate: Candidate) -> None:
    page = candidate.page
    candidate.open_app(routes.ABOUT)
    fill(page, 60)
    page.set_viewport_size({"width": 320, "height": 568})
    for address in (routes.INSIGHTS, routes.HISTORY, routes.PRINT):
        candidate.open_app(address)
        expect(page.locator(".figure, .interview, .sheets article").first).to_be_visible()
        assert page.evaluate(TORN) == [], address
        page.evaluate(LARGE)
        assert page.evaluate(TORN) == [], f"{address}, in large letters"
    page.emulate_media(media="print")
    for width in (320, 500, 794):
        page.set_viewport_size({"width": width, "height": 568})
        assert page.evaluate(TORN) == [], width
