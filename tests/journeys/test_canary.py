"""A candidate's words stay on the phone: not in a request, an address, a title, the console or the server's log."""

import pytest
from playwright.sync_api import Browser

from interview_exit.words.texts import labels
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline
from tests.support.talkative import Talkative

CANARIES = {
    labels.COMPANY: "canarycompany",
    labels.ROLE: "canaryrole",
    labels.NAME: "canaryname",
    labels.NOTE: "canarynote",
    labels.PAD: "canarypad",
}


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_words_of_the_candidate_never_leave_the_page(chromium: Browser, talkative: Talkative) -> None:
    context = chromium.new_context(**PHONE, base_url=talkative.wire.url)
    page, _ = watched(context)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    context.on("request", lambda request: told.append(f"{request.url} {request.post_data}"))
    page.on("framenavigated", lambda frame: told.append(frame.url))
    candidate = Candidate(page)
    candidate.open_app()
    kept_offline(page)
    told += writes_everywhere(candidate)
    told.append(page.evaluate("JSON.stringify(Object.entries(localStorage))"))
    context.close()
    sent, log = talkative.last_words()
    assert "GET /" in sent
    said = "\n".join([*told, sent, log])
    assert [word for word in CANARIES.values() if word in said] == []


def writes_everywhere(candidate: Candidate) -> list[str]:
    """Write each word where it belongs, visit every page, and return the titles and addresses on the way."""
    seen = []

    def look() -> None:
        seen.append(f"{candidate.page.title()} {candidate.page.url}")

    candidate.tap("not_work")
    candidate.opens_details()
    candidate.page.get_by_text(labels.NAMES).click()
    for field in (labels.NAME, labels.COMPANY, labels.ROLE):
        candidate.writes(field, CANARIES[field])
    look()
    candidate.press(labels.BACK)
    candidate.press(labels.COVER)
    candidate.page.get_by_role("textbox").fill(CANARIES[labels.PAD])
    look()
    candidate.reloads()
    candidate.lifts_the_cover()
    candidate.end("wrapped_up")
    candidate.open_history()
    look()
    candidate.open_log()
    candidate.writes(labels.NOTE, CANARIES[labels.NOTE])
    look()
    candidate.reloads()
    candidate.open_app("/history")
    candidate.open_app("/settings")
    look()
    return seen
