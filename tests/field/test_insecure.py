"""Without TLS, under another name than `localhost`, browsers keep no app and give no keys: a page says so and works."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from interview_exit import routes
from interview_exit.words.texts import devices, labels, pairing, settings
from tests.support.browsers import PHONE, watched
from tests.support.candidate import Candidate
from tests.support.trust import trusting_chromium
from tests.support.vaults import Owner

NAME = "notes.example"
INVITATION = "A" * 64


@pytest.fixture(scope="module")
def elsewhere(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that finds the site under another name."""
    with trusting_chromium(playwright, tmp_path_factory.mktemp("home"), NAME) as browser:
        yield browser


@pytest.fixture
def page(elsewhere: Browser, site: str) -> Iterator[Page]:
    page, errors = watched(elsewhere.new_context(**PHONE, base_url=site.replace("localhost", NAME)))
    yield page
    page.context.close()
    assert not errors


def notice(page: Page) -> Locator:
    return page.get_by_text(labels.INSECURE)


def test_it_says_that_it_is_not_kept_and_taps_work_all_the_same(page: Page) -> None:
    candidate = Candidate(page)
    candidate.open_app()
    assert not page.evaluate("isSecureContext")
    expect(notice(page)).to_be_visible()
    assert candidate.scroll_room() == (0, 0)
    candidate.tap("rude")
    candidate.is_told("leave_now")
    expect(notice(page)).to_have_count(0)
    candidate.end("left")
    candidate.open_app()
    expect(notice(page)).to_be_visible()
    # With what it offers after an interview, too.
    assert candidate.scroll_room() == (0, 0)
    candidate.open_app(routes.HISTORY)
    expect(candidate.interviews()).to_have_count(1)
    candidate.open_app(routes.SETTINGS)
    expect(notice(page)).to_be_visible()
    candidate.sees(settings.NO_SECURE_ADDRESS)
    expect(page.get_by_text(settings.INSTALL_BY_HAND)).to_have_count(0)


def test_syncing_is_not_offered_where_it_could_not_work(page: Page) -> None:
    owner = Owner(page).opens_devices()
    owner.sees(devices.FAULTS["insecure"])
    expect(page.get_by_role("button", name=devices.SWITCH_ON)).to_have_count(0)
    expect(page.get_by_role("button", name=devices.HAVE_WORDS)).to_have_count(0)
    page.goto("about:blank")
    owner.open_app(f"{routes.DEVICES}/#{INVITATION}")
    owner.sees(pairing.NOT_JOINED)
    expect(owner.fault()).to_have_text(devices.FAULTS["insecure"])
