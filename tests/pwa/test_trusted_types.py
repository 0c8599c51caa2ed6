"""No text can become HTML or a script in any page: a fault that would let a stranger's words in does nothing."""

from playwright.sync_api import Browser, Page

from tests.pwa.built import ROUTES
from tests.support.browsers import PHONE
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline

ATTEMPTS = """() => {
    const box = document.body.appendChild(document.createElement("div"));
    const script = document.body.appendChild(document.createElement("script"));
    const acts = [
        () => (box.innerHTML = "<b>x</b>"),
        () => (box.outerHTML = "<b>x</b>"),
        () => (script.text = "globalThis.ran = 1"),
        () => trustedTypes.createPolicy("other", {}),
        () => trustedTypes.createPolicy("worker", {}),
    ];
    return acts.map((act) => { try { act(); return "done"; } catch (error) { return error.name; } });
}"""


def test_every_page_works_and_none_takes_a_text_for_html(phone: Page) -> None:
    candidate = Candidate(phone)
    for route in ROUTES:
        candidate.open_app(route)
    candidate.open_app()
    kept_offline(phone)
    candidate.tap("rude")
    candidate.opens_details()
    candidate.goes_back()
    candidate.end("left")
    candidate.open_history()
    candidate.open_log()


def test_texts_are_refused(chromium: Browser, site: str) -> None:
    # Not the phone, which would fail for what is refused here on purpose.
    page = chromium.new_page(**PHONE, base_url=site)
    Candidate(page).open_app()
    kept_offline(page)
    assert page.evaluate(ATTEMPTS) == ["TypeError"] * 5
    assert page.evaluate("globalThis.ran") is None
    page.close()
