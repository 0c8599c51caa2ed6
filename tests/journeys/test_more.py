"""Every flag, found under More; what the newer ones lead to; and labels that fit on a narrow phone with larger text."""

from playwright.sync_api import Locator, Page, ViewportSize, expect

from interview_exit.rules.flags import FLAGS, GRID
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import resolve
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate
from tests.support.underground import Underground

KEYBOARD_PX = 300
"""A keyboard on a phone 640 px high covers about so much of it, from below."""

SCREENS: list[ViewportSize] = [
    {"width": 320, "height": 568},
    {"width": 340, "height": 640},
    {"width": 360, "height": 640},
    {"width": 393, "height": 851},
    {"width": 640, "height": 360},
    {"width": 768, "height": 1024},
]
TEXT_SIZES = ("100%", "125%", "150%", "200%")
# Words that stand on two lines or reach out of their cell, once each text has been put where a label stands.
BROKEN = """(cell, texts) => {
  const broken = [];
  for (const text of texts) {
    cell.textContent = text;
    const node = cell.firstChild, button = cell.closest("button");
    const right = button.getBoundingClientRect().right - parseFloat(getComputedStyle(button).paddingRight);
    for (const { index, 0: word } of text.matchAll(/[^ -]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = range.getClientRects();
      if (lines.length > 1 || lines[0].right > right) broken.push(text);
    }
  }
  return broken;
}"""


def opens_more(candidate: Candidate) -> Page:
    candidate.opens_more()
    return candidate.page


def seeks(candidate: Candidate, text: str) -> list[str]:
    """Type what a flag is called, and return those that are found."""
    candidate.page.get_by_role("searchbox", name=labels.FIND_FLAG).fill(text)
    return [str(flag.get_attribute("data-flag")) for flag in candidate.page.locator(".all-flags [data-flag]").all()]


def test_a_flag_is_found_by_any_of_its_words_above_the_keyboard_and_tapped(underground: Underground) -> None:
    page = opens_more(underground)
    expect(page.locator(".all-flags [data-flag]")).to_have_count(len(FLAGS))
    page.mouse.wheel(0, 1500)
    found = {"hotel": ["odd_place"], "bank det": ["money"], "BOUNDARY": ["line"], "recor": ["recorded"]}
    assert {text: seeks(underground, text) for text in found} == found
    for box in (*underground.boxes(".all-flags [data-flag]"), *underground.boxes("[type=search]")):
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640 - KEYBOARD_PX
    assert seeks(underground, "zebra") == []
    expect(page.get_by_role("status")).to_have_text(labels.NO_FLAG_FOUND)
    assert seeks(underground, "a machine") == ["machine"]
    underground.tap("machine")
    underground.is_told("clear_air")
    opens_more(underground)
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator(".all-flags [data-flag]")).to_have_count(len(FLAGS))


def test_every_flag_can_be_reached_from_an_answer_on_a_laptop(desktop: Page) -> None:
    candidate = Candidate(desktop)
    candidate.open_app()
    candidate.tap("rude")
    candidate.is_told("leave_now")
    candidate.finds(next(flag for flag in FLAGS if flag not in GRID))


def test_in_discreet_words_it_finds_by_them_and_shows_no_other(underground: Underground) -> None:
    underground.tap("g_answer")
    underground.switches_wording()
    page = opens_more(underground)
    assert seeks(underground, "bound") == ["line"]
    expect(page.locator(".all-flags [data-flag]")).to_have_text(FLAGS["line"].discreet)


def test_n03_an_alarm_that_may_be_a_misunderstanding_is_asked_about_first(underground: Underground) -> None:
    for flag in ("integrity", "odd_place"):
        opens_more(underground)
        underground.tap(flag)
        underground.is_told("leave_now")
        underground.press(labels.ASK_FIRST)
        underground.is_told("clear_air")
        expect(underground.say()).to_have_text(SCRIPTS[FLAGS[flag].ask].text)
        underground.answer("cleared")
        underground.is_told("stay")
    underground.tap("uneasy")
    underground.is_told("leave_now")
    expect(underground.button(labels.ASK_FIRST)).to_have_count(0)


def test_n08_a_private_question_is_turned_back_to_the_work_and_they_move_on_or_press(underground: Underground) -> None:
    underground.finds("private")
    expect(underground.say()).to_have_text(resolve(SCRIPTS["flag.private"].text, ()))
    offered = [answer.label for answer in phrases.outcomes("unclear", "private") if answer.state != "skipped"]
    expect(underground.page.locator(".answers button")).to_have_text(offered)
    assert offered[:2] == ["Moved on", "Pressed"]
    underground.page.locator(".answers").get_by_text("Moved on").click()
    underground.is_told("stay")
    underground.open_live_log()
    assert "they moved on" in " ".join(underground.log())


def broken(label: Locator) -> list[str]:
    """Return which labels and discreet words break within a word where this label stands."""
    return label.evaluate(BROKEN, [text for flag in FLAGS.values() for text in (flag.label, flag.discreet)])


def test_no_label_breaks_within_a_word_on_whatever_phone_with_whatever_text(underground: Underground) -> None:
    page = underground.page
    for where, label in (
        ("live", page.locator(f"[data-flag={GRID[0]}] .label")),
        ("more", page.locator(".all-flags .stack > span").first),
    ):
        if where == "more":
            opens_more(underground)
        for size in SCREENS:
            page.set_viewport_size(size)
            for text in TEXT_SIZES:
                page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text)
                assert broken(label) == [], (where, size, text)
                assert underground.scroll_room()[0] == 0
