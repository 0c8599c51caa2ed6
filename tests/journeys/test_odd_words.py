"""Very long, right-to-left, pictured and broken text: kept as it is, on a narrow screen that holds."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

NARROW: ViewportSize = {"width": 320, "height": 568}
SURROGATE = "\ud83d"
WORDS = {
    "long": "W" * 200,
    "right to left": "\u202eשלום עולם — شركة الاختبار المحدودة\u202c",
    "pictures": "👩‍👩‍👧‍👦🏳️‍🌈" * 10,
    "marks": "Z̸̢̛͎͚a̷͓̚l̵̘͝g̴͎̈́o̸̯͠ " * 8,
    "markup": "<img src=x onerror=alert(1)>{{name}} ${1} {name} %s ",
    "spaces": "\u00a0\u2003\t  \u200b",
}
# What a keyboard may leave behind, and no test driver can send: half of an emoji.
TYPE_RAW = """([name, codes]) => {
    const field = document.querySelector(`main [name=${name}]`);
    const proto = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(proto, "value").set.call(field, String.fromCharCode(...codes));
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.focus();
    field.blur();
}"""


def holds(candidate: Candidate) -> None:
    """Expect no scrolling sideways, and nothing cut off at the right."""
    assert candidate.scroll_room()[0] == 0
    assert all(
        box["x"] + box["width"] <= NARROW["width"]
        for box in candidate.boxes("main :is(h1, p, a, button, li):not(.strip .flag)")
    )


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_odd_company_role_and_name_are_kept_and_break_nothing(phone: Page, text: str) -> None:
    phone.set_viewport_size(NARROW)
    candidate = Candidate(phone)
    candidate.open_app()
    candidate.tap("not_work")
    candidate.opens_details()
    candidate.page.get_by_text(labels.NAMES).click()
    for field in (labels.NAME, labels.COMPANY, labels.ROLE):
        candidate.writes(field, text)
    candidate.page.get_by_text(labels.IN_FULL).click()
    holds(candidate)
    candidate.press(labels.BACK)
    holds(candidate)
    candidate.end("wrapped_up")
    candidate.open_history()
    holds(candidate)
    candidate.open_log()
    expect(candidate.field(labels.COMPANY)).to_have_value(text)
    holds(candidate)


def test_very_long_note_is_kept_whole(candidate: Candidate) -> None:
    note = "They said a great deal, ועוד, 🙂. " * 620
    assert len(note) > 20_000
    candidate.open_app()
    candidate.tap("g_answer")
    candidate.end("stayed")
    candidate.open_history()
    candidate.open_log()
    candidate.writes(labels.NOTE, note)
    candidate.reloads()
    expect(candidate.field(labels.NOTE)).to_have_value(note)
    assert candidate.scroll_room()[0] == 0


def test_half_an_emoji_is_kept_as_it_is(candidate: Candidate) -> None:
    candidate.open_app()
    candidate.tap("g_answer")
    candidate.end("stayed")
    candidate.open_history()
    candidate.open_log()
    for name in ("company", "note"):
        candidate.page.evaluate(TYPE_RAW, [name, [0x41, ord(SURROGATE), 0x42]])
    expect(candidate.page.locator("h1").first).to_contain_text("B")
    candidate.reloads()
    kept = "(field) => [...Array(field.value.length).keys()].map((at) => field.value.charCodeAt(at))"
    assert candidate.field(labels.NOTE).evaluate(kept) == [0x41, ord(SURROGATE), 0x42]
