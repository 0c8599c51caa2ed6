"""Discreet wording is whole: no screen of a live interview says at a glance what the notes are for (N11)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from interview_exit.rules.flags import FLAGS, KINDS, OWN_DISCREET
from interview_exit.rules.verdict import VERDICTS
from interview_exit.words import phrases, skills
from interview_exit.words.texts import history, labels, settings, titles
from interview_exit.words.wording import Worded
from tests.support.candidate import LEADS_TO, Candidate
from tests.support.underground import Underground

# Every text that can be seen; and every accessible name. What is typed is the candidate's own.
SEEN = """(names) => {
    const shown = (each) => each.checkVisibility({ visibilityProperty: true });
    const behind = document.querySelector("[data-behind-cover]"), found = [document.title];
    const texts = document.createTreeWalker(behind, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) if (shown(text.parentElement)) found.push(text.data);
    for (const each of [...behind.querySelectorAll("*")].filter(shown))
        for (const name of names)
            found.push(each.getAttribute(name) ?? "");
    return [...new Set(found)];
}"""
# What was to be seen in each frame from the first on.
EACH_FRAME = f"""(() => {{
    const look = {SEEN}, frames = (globalThis.seen = new Set());
    const frame = () => {{
        if (document.querySelector("[data-behind-cover]")) for (const text of look([])) frames.add(text);
        requestAnimationFrame(frame);
    }};
    requestAnimationFrame(frame);
}})()"""
NAMES = ["aria-label", "title", "placeholder", "alt", "aria-description"]
DAY = r"\w{3},? \d{1,2} \w{3} \d{4}"
APART = r"[\s\d:·,.→+“”()?–-]*"

# Neutral by themselves.
AS_THEY_ARE = (
    labels.PAUSE, labels.END, labels.BACK, labels.HISTORY, labels.PREPARE, labels.SETTINGS, labels.LINE, labels.TOPICS,
    labels.UNDO, labels.AGAIN, labels.CANCEL, labels.TAKE_BACK, labels.MINUTES, labels.ABOUT_LEFT, labels.LEFT,
    labels.OWN_FLAGS, labels.FIND_FLAG, labels.NO_FLAG_FOUND, labels.YOU_CHOSE, labels.MAIN_BAR, labels.TWO_MINUTES,
    labels.DETAILS, labels.ENTRY_TITLE, labels.NAMES, labels.NAME, labels.COMPANY, labels.ROLE, labels.THIS_ONE,
    labels.CHANGE, labels.NOT_YET, labels.OWN_SKILL, labels.NOTE, labels.NO_COMPANY, labels.LIVE_NOW, labels.CHOSE,
    labels.WAITED_FOR, labels.REOPENED, labels.SKIPPED, labels.SECONDS_SHORT, labels.PEOPLE, labels.STOP, labels.DONE,
    labels.LONGER_PAUSE, labels.PAUSE_LONG, labels.PAST_END, labels.NOT_CLOSED, labels.LAST_TIME,
    history.TOOK_BACK, history.EDIT,
    "Print", "To follow up", "Ask by", labels.HOURS, labels.SAVED, labels.LOOK_BACK,
    labels.STILL_IN, labels.STILL_IN_YES, labels.STILL_IN_NEW, titles.NAME, titles.ENTRY,
)  # fmt: skip
"""Words of the screens that would stand in anybody's notes; a new one is to be weighed here first."""

NAMED = [*phrases.WORDS.values(), *phrases.ENDINGS.values(), *FLAGS.values(), *KINDS.values()] + [
    each for kind in phrases.OUTCOMES for flag in ("", *phrases.OUTCOMES_OF) for each in phrases.outcomes(kind, flag)
]
WORDED = [
    *(text for module in (labels, history) for text in vars(module).values()),
    *labels.CHOICES.values(), *labels.REPLIES.values(), *phrases.MOMENTS.values(), *phrases.STATES.values(),
    *phrases.STATES_OF["private"].values(), *skills.SKILLS.values(),
]  # fmt: skip
DISCREET = {each.discreet for each in (*NAMED, *WORDED) if hasattr(each, "discreet")} | {OWN_DISCREET}
PLAIN = {each.label for each in NAMED if each.label != each.discreet} | {
    str(each) for each in WORDED if isinstance(each, Worded)
}
DANGER = (*phrases.WORDS["leave_now"].unsafe_steps, *phrases.WORDS["leave_now"].unsafe_call_steps)
"""Whoever is in danger reads at once what to do."""


def pattern(*more: str) -> re.Pattern[str]:
    neutral = sorted({text.strip(" ,:()") for text in (*DISCREET, *AS_THEY_ARE, *more)}, key=len, reverse=True)
    return re.compile(f"{APART}(?:(?:{'|'.join([DAY, *map(re.escape, neutral)])}){APART})*")


def telling(seen: list[str], *more: str) -> list[str]:
    """Return what is not neutral of what can be seen."""
    neutral = pattern(*more)
    return [text for text in seen if not neutral.fullmatch(text)]


def shows(candidate: Candidate, screen: str) -> None:
    """Go to a screen of the live page by its address, whatever its button is called."""
    candidate.page.evaluate("(screen) => { location.hash = screen; }", screen)
    candidate.is_on(screen)


def leaves(candidate: Candidate) -> None:
    """Go back, and wait until the browser has done so too."""
    candidate.goes_back()
    candidate.is_on("live")
    expect(candidate.page).not_to_have_url(re.compile("#"))


def every_screen(candidate: Candidate) -> Iterator[str]:
    """Go through the screens of a live interview, verdict by verdict; name each while it is shown."""
    yield "at first"
    for verdict in VERDICTS:
        candidate.gets(verdict)
        for screen in ("live", "details", "flags", "more", "end", "away"):
            if screen != "live":
                shows(candidate, screen)
            for closed in candidate.page.locator("main details:not([open]) > summary").all():
                closed.click()
            yield f"{screen}, {verdict}"
            if screen != "live":
                leaves(candidate)
        yield from screens_of(candidate, verdict)
        candidate.open_live_log()
        yield f"log, {verdict}"
        candidate.page.get_by_role("link", name=labels.BACK).click()
        candidate.is_on("live")
        shows(candidate, "end")
        candidate.press(phrases.ENDINGS["left"].discreet)
        candidate.is_on("over")
        yield f"over, {verdict}"
        candidate.press(labels.NEW_INTERVIEW)
        candidate.is_on("live")


def screens_of(candidate: Candidate, verdict: str) -> Iterator[str]:
    """What only some verdicts lead to."""
    of = {"leave_now": ["unsafe"], "wrap_up": ["card", "moment"], "practice": ["skill"]}
    for screen in of.get(verdict, []):
        shows(candidate, screen)
        yield screen
        leaves(candidate)
    if verdict == "wrap_up":
        shows(candidate, "moment")
        candidate.page.locator("main .choices button").first.click()
        candidate.is_on("card")
        yield "card, with its moment"
        leaves(candidate)
    if verdict == "leave_now":
        candidate.tap_again("rude")
        expect(candidate.button(labels.CANCEL)).to_be_visible()
        yield "tapped again"
        candidate.press(labels.CANCEL)
    if verdict in {"clear_air", "give_chance"}:
        candidate.press(phrases.OUTCOMES[FLAGS[LEADS_TO[verdict][0]].kind][1].discreet)
        expect(candidate.page.locator(".answers")).to_have_count(0)
        yield f"{verdict}, answered"


def test_no_neutral_word_is_a_telling_one() -> None:
    assert PLAIN & (DISCREET | set(AS_THEY_ARE)) == set()


def test_n11_no_screen_of_a_live_interview_gives_the_matter_away(underground: Underground) -> None:
    underground.prepared(settings={"discreet": True})
    expect(underground.flag("rude")).to_have_text(FLAGS["rude"].discreet)
    found = {
        screen: telling(underground.page.evaluate(SEEN, NAMES), *(DANGER if screen == "unsafe" else ()))
        for screen in every_screen(underground)
    }
    assert {word: screen for screen, words in found.items() for word in words} == {}
    assert len(found) > 50, "a walk that ends early proves nothing"


def test_n11_no_frame_shows_a_telling_word(underground: Underground) -> None:
    page = underground.page
    underground.prepared(settings={"discreet": True})
    page.add_init_script(EACH_FRAME)
    underground.reloads()
    expect(underground.flag("rude")).to_have_text(FLAGS["rude"].discreet)
    seen = page.evaluate("[...globalThis.seen]")
    assert telling(seen) == []
    assert FLAGS["rude"].discreet in seen


@pytest.fixture
def told_to_leave(underground: Underground) -> Underground:
    """Somebody who reads discreet words, and whom it tells to leave."""
    underground.prepared(settings={"discreet": True})
    underground.tap("rude")
    return underground


def test_n11_the_line_shows_after_one_more_tap_and_goes_with_the_next(told_to_leave: Underground) -> None:
    line, say = told_to_leave.button(labels.LINE), told_to_leave.page.locator("main .card > .say")
    for act in (
        lambda: told_to_leave.press(labels.LINE),
        lambda: told_to_leave.tap("pay"),
        lambda: (told_to_leave.press(labels.DETAILS), leaves(told_to_leave)),
        lambda: (told_to_leave.press(labels.COVER), told_to_leave.lifts_the_cover()),
        told_to_leave.reloads,
    ):
        expect(line).to_have_attribute("aria-expanded", "false")
        expect(say).to_have_count(0)
        told_to_leave.press(labels.LINE)
        expect(say).to_be_visible()
        expect(line).to_have_attribute("aria-expanded", "true")
        act()
    expect(say).to_have_count(0)


def test_n11_a_setting_keeps_the_line_in_view(underground: Underground) -> None:
    underground.open_app("/settings")
    underground.page.get_by_label(settings.DISCREET).check()
    underground.page.get_by_label(settings.LINE_STAYS).check()
    underground.open_app()
    underground.tap("rude")
    expect(underground.page.locator("main .card > .say")).to_be_visible()
    expect(underground.button(labels.LINE)).to_have_count(0)
