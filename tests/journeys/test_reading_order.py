"""What somebody who cannot see the screen hears, in order, in each state of the live page.

`snapshots/reading/` has it for reading aloud: role, name and state, one line each. When something has changed, run this
test with `READING=write`, and read what has changed as it would be heard.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect

from interview_exit.rules.limits import PAUSE_SECONDS
from interview_exit.rules.verdict import VERDICTS
from interview_exit.words.texts import labels
from tests.support.candidate import Candidate

SNAPSHOTS = Path(__file__).parent / "snapshots" / "reading"
SHORTEST_WALK = 20


def every_state(candidate: Candidate) -> Iterator[str]:
    """Go through the states of the live page; name each while it is shown."""
    candidate.open_app()
    yield "notice, at first"
    yield from more_of_leaving(candidate)
    for verdict in VERDICTS:
        candidate.gets(verdict)
        yield f"answer, {verdict}"
        candidate.opens_details()
        yield f"details, {verdict}"
        candidate.goes_back()
        candidate.end("stayed")
    yield from after_asking(candidate)
    yield from layers(candidate)


def more_of_leaving(candidate: Candidate) -> Iterator[str]:
    candidate.gets("leave_now")
    candidate.tap_again("rude")
    expect(candidate.page.locator("[data-again]")).to_be_visible()
    yield "again"
    candidate.press(labels.CANCEL)
    candidate.press(labels.MORE_FLAGS)
    yield "flags, over an answer"
    candidate.press(labels.MORE)
    candidate.is_on("more")
    yield "more"
    candidate.press(labels.BACK)
    candidate.press(labels.UNSAFE)
    candidate.is_on("unsafe")
    yield "unsafe"
    candidate.press(labels.I_HAVE_LEFT)
    candidate.is_on("over")
    yield "over"
    candidate.moves_on()
    candidate.gets("wrap_up")
    candidate.press(labels.WRAP_UP_NOW)
    candidate.is_on("card")
    yield "card"
    candidate.page.get_by_role("button", name=labels.CHANGE).click()
    candidate.is_on("moment")
    yield "moment"
    candidate.goes_back()
    candidate.choose("practice")
    candidate.press(labels.CHOOSE_SKILL)
    candidate.is_on("skill")
    yield "skill"
    candidate.goes_back()
    candidate.end("practised")


def after_asking(candidate: Candidate) -> Iterator[str]:
    candidate.gets("clear_air")
    candidate.answer("cleared")
    candidate.is_told("stay")
    yield "notice, in an interview"
    candidate.gets("clear_air") if candidate.verdict() == "clear_air" else candidate.tap("unclear")
    candidate.answer("confirmed")
    candidate.sees(labels.PAUSE_FIRST)
    yield "answer, pause first"


def layers(candidate: Candidate) -> Iterator[str]:
    candidate.press(labels.PAUSE_FIRST)
    candidate.is_on("pause")
    yield "pause"
    candidate.lets_pass(PAUSE_SECONDS[0])
    expect(candidate.page.locator("[data-phase=done]")).to_be_visible()
    yield "pause, done"
    candidate.press(labels.BACK)
    candidate.sees(labels.REPLIES[True])
    yield "answer, reply"
    candidate.press(labels.TWO_MINUTES)
    candidate.is_on("away")
    yield "away"
    candidate.goes_back()
    candidate.asks_how_it_ended()
    candidate.is_on("end")
    yield "end"


def heard(candidate: Candidate) -> str:
    """Return what is on the page for whoever hears it."""
    # An interview's id is another one each time.
    return re.sub(r"#[\w-]{22}", "", candidate.page.locator("body").aria_snapshot()) + "\n"


def test_each_live_state_reads_well_aloud(candidate: Candidate) -> None:
    told = {name: heard(candidate) for name in every_state(candidate)}
    assert len(told) > SHORTEST_WALK, "a walk that ends early proves nothing"
    if os.environ.get("READING") == "write":
        SNAPSHOTS.mkdir(parents=True, exist_ok=True)
        for name, text in told.items():
            (SNAPSHOTS / f"{name}.txt").write_text(text, encoding="utf-8")
    kept = {path.stem: path.read_text(encoding="utf-8") for path in SNAPSHOTS.glob("*.txt")}
    assert told == kept, "what is heard has changed: run this with READING=write, and read it"
